/** Gives the calendar day of a moment (milliseconds since 1970) in an IANA time zone, as YYYY-MM-DD. */
export function createCalendarDay(timeZone: string): (time: number) => string {
  // Canada's English writes ISO 8601.
  const day = new Intl.DateTimeFormat('en-CA', { timeZone });
  return (time) => day.format(time);
}

const hour = 3_600_000;

/**
 * The first moment (milliseconds since 1970 UTC) of the calendar day YYYY-MM-DD in an IANA time zone. It
 * is looked for, not reckoned: where clocks go forward at midnight, as in Beirut, the day begins at one.
 */
export function startOfCalendarDay(day: string, timeZone: string): number {
  const dayOf = createCalendarDay(timeZone);
  const noon = Date.parse(`${day}T12:00:00Z`);
  // No zone is further from UTC than 14 hours.
  let before = noon - 28 * hour;
  let within = noon + 4 * hour;
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (dayOf(middle) < day) before = middle;
    else within = middle;
  }
  return within;
}
