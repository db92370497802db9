/** Gives the calendar day of a moment (milliseconds since 1970) in an IANA time zone, as YYYY-MM-DD. */
export function createCalendarDay(timeZone: string): (time: number) => string {
  // Canada's English writes ISO 8601.
  const day = new Intl.DateTimeFormat('en-CA', { timeZone });
  return (time) => day.format(time);
}
