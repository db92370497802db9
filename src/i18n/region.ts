/** What CLDR leaves open, or writes as no newspaper of the region does. */

/** The parts of a locale that decide, as `Intl.Locale` has them. */
interface Place {
  language: string;
  region?: string | undefined;
}

/** Arabic digits where CLDR's default for the region is; bare `ar` and the Maghreb write European ones. */
export function digitsOf({ language, region }: Place): string {
  if (language === 'fa' || (language === 'ur' && region === 'IN')) return 'arabext';
  if (language !== 'ar' || region === undefined) return 'latn';
  return /^(AE|MA|DZ|TN|LY|EH)$/.test(region) ? 'latn' : 'arab';
}

/** The calendar that dates are written in: the solar one in Persian, the Gregorian elsewhere. */
export const calendarOf = ({ language }: Place): 'persian' | 'gregory' =>
  language === 'fa' ? 'persian' : 'gregory';

/** The hour: `08:30` in French and Turkish; Urdu's twelve would come with AM and PM in Latin letters. */
export const hourOf = ({ language }: Place): { hour: 'numeric' | '2-digit'; hourCycle?: 'h23' } => ({
  hour: language === 'fr' || language === 'tr' ? '2-digit' : 'numeric',
  ...(language === 'ur' && { hourCycle: 'h23' }),
});

/** In Urdu the long form inflects days wrongly («2 دنوں پہلے»); the narrow one is whole words as well. */
export const styleOf = ({ language }: Place): 'long' | 'narrow' => (language === 'ur' ? 'narrow' : 'long');

/** Hebrew's data writes the number behind a word that says it: `לפני שעתיים (2)`. */
export const asSaid = (words: string): string => words.replace(/ \(\d+\)$/, '');

/** Languages that keep the comma after the weekday. */
const keepsComma = new Set(['he']);

/**
 * A date as newspapers print it: no comma within it, and the Persian one with its weekday as every other of the
 * language, where CLDR would begin with the year (`۱۴۰۵ آذر ۲, دوشنبه`).
 */
export function asPrinted<Part extends { type: string; value: string }>(
  parts: readonly Part[],
  { language }: Place,
): readonly Part[] {
  const ordered = parts[0]?.type === 'year' ? parts.toReversed() : parts;
  if (keepsComma.has(language)) return ordered;
  return ordered.map((part, at) => {
    const isWithin = part.type === 'literal' && !/hour|dayPeriod/.test(ordered[at + 1]?.type ?? '');
    return isWithin && /^[,،]\s$/.test(part.value) ? { ...part, value: ' ' } : part;
  });
}
