/** What CLDR leaves open, or writes as no newspaper of the region does. */

/** Arabic digits where CLDR's default for the region is; bare `ar` and the Maghreb write European ones. */
export function digitsOf(locale: string): string {
  const { language, region } = new Intl.Locale(locale);
  if (language === 'fa' || (language === 'ur' && region === 'IN')) return 'arabext';
  if (language !== 'ar' || region === undefined) return 'latn';
  return /^(AE|MA|DZ|TN|LY|EH)$/.test(region) ? 'latn' : 'arab';
}

/** The calendar that dates are written in: the solar one in Persian, the Gregorian elsewhere. */
export const calendarOf = (locale: string): 'persian' | 'gregory' =>
  new Intl.Locale(locale).language === 'fa' ? 'persian' : 'gregory';

/** Urdu's twelve hours come with AM and PM in Latin letters. */
export const hoursOf = (locale: string): { hourCycle?: 'h23' } =>
  new Intl.Locale(locale).language === 'ur' ? { hourCycle: 'h23' } : {};

/** Languages that keep the comma after the weekday. */
const keepsComma = new Set(['he']);

/**
 * A date as newspapers print it: no comma within it, and the Persian one with its weekday as every other of the
 * language, where CLDR would begin with the year (`۱۴۰۵ آذر ۲, دوشنبه`).
 */
export function asPrinted(parts: Intl.DateTimeFormatPart[], locale: string): Intl.DateTimeFormatPart[] {
  const ordered = parts[0]?.type === 'year' ? parts.toReversed() : parts;
  if (keepsComma.has(new Intl.Locale(locale).language)) return ordered;
  return ordered.map((part, at) => {
    const isWithin = part.type === 'literal' && !/hour|dayPeriod/.test(ordered[at + 1]?.type ?? '');
    return isWithin && /^[,،]\s$/.test(part.value) ? { ...part, value: ' ' } : part;
  });
}
