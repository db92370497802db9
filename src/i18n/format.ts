import { languages, type LanguageCode } from '#contract/languages';
import type { Site } from '#contract/site';
import { asPrinted, asSaid, calendarOf, digitsOf, hourOf, styleOf } from './region.ts';

/** Numbers and dates in the words of one interface language; the only place that asks Intl. */
export interface Format {
  number(value: number): string;
  /** `٦٠٪`, of a share from 0 to 1. */
  percent(share: number): string;
  /** `الاثنين ٢٣ تشرين الثاني ٢٠٢٦`, in the site's time zone. */
  date(time: string): string;
  /** `٢٣ تشرين الثاني ٢٠٢٦`. */
  shortDate(time: string): string;
  /** `٢٣ تشرين الثاني ٢٠٢٦ في ٤:٣٠ م`. */
  dateTime(time: string): string;
  /** `قبل ٣ ساعات`; past a week, or by a clock far behind, the short date. `now` in milliseconds. */
  relative(time: string, now: number): string;
  /** A day given as YYYY-MM-DD, for the front's date line: in the calendar of the region with its weekday, and in another. */
  dayInTwoCalendars(day: string): readonly [first: string, second: string];
  /** The names of several people as one phrase, in pieces: `isName` tells a name from what joins it to the next. */
  names(list: readonly string[]): { text: string; isName: boolean }[];
}

/** How a reader has numbers and dates written, where not as the site does. */
export interface OwnFormats {
  /** Numbering system, as `arab`. */
  digits?: string | undefined;
  /** Of a date in the text, as Unicode names it; the front's line has two calendars in any case. */
  calendar?: 'gregory' | 'persian' | 'islamic-umalqura' | undefined;
  /** BCP 47 locale with the names of the Gregorian months. */
  months?: string | undefined;
  /** Another, whose names stand beside them: `تشرين الثاني/نوفمبر`. */
  otherMonths?: string | undefined;
}

const minute = 60_000;
const day = 24 * 60 * minute;
const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', day],
  ['hour', 60 * minute],
  ['minute', minute],
];

/**
 * Formats for `code` on `site`; `justNow` are the words for less than a minute ago, where Intl's are not
 * wanted. The numbering system is always said, from the region: bare `ar` gives other digits in other engines.
 */
export function createFormat(
  code: LanguageCode,
  site: Pick<Site, 'locale' | 'timeZone'>,
  own: OwnFormats = {},
  justNow?: string,
): Format {
  const locale = localeFor(code, site.locale);
  const place = new Intl.Locale(locale);
  const { timeZone } = site;
  const ymd = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  const calendar = (name: string, of = locale) => `${of}-u-ca-${name}-nu-${own.digits ?? digitsOf(place)}`;
  const gregorian = calendar('gregory');
  const number = once(() => new Intl.NumberFormat(gregorian));
  // Another language's names of months would be another language's words.
  const named = own.months?.startsWith(code) ? own.months : undefined;
  const usual = calendarOf(place);
  const days = calendar(usual, named);
  const dates = own.calendar === undefined ? days : calendar(own.calendar);
  const dateOf = (of: string, options: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(of, options));
  const date = dateOf(dates, { weekday: 'long', ...ymd, timeZone });
  const shortDate = dateOf(dates, { ...ymd, timeZone });
  const clock = { ...hourOf(place), minute: '2-digit' } as const;
  const dateTime = dateOf(dates, { ...ymd, ...clock, timeZone });
  const names = once(() => new Intl.ListFormat(locale));
  // In numbers: 36 hours are «a day ago» but not always «yesterday».
  const relative = once(() => new Intl.RelativeTimeFormat(gregorian, { style: styleOf(place) }));
  const nowByIntl = once(() =>
    new Intl.RelativeTimeFormat(gregorian, { numeric: 'auto' }).format(0, 'second'),
  );
  const utcDate = dateOf(days, { weekday: 'long', ...ymd, timeZone: 'UTC' });
  const otherMonth =
    named && own.otherMonths && new Intl.DateTimeFormat(own.otherMonths, { month: 'long', timeZone });
  // Pinned: the four Hijri variants differ by up to two days.
  const second = usual === 'gregory' ? 'islamic-umalqura' : 'gregory';
  const utcOther = dateOf(calendar(second), { ...ymd, timeZone: 'UTC' });

  const partsOf = (format: Intl.DateTimeFormat, at: Date) =>
    format
      .formatToParts(at)
      .map((part) =>
        otherMonth && part.type === 'month'
          ? { ...part, value: `${part.value}/${otherMonth.format(at)}` }
          : part,
      );
  const written = (format: Intl.DateTimeFormat, time: string) =>
    textOf(asPrinted(partsOf(format, new Date(time)), place));

  return {
    number: (value) => number().format(value),
    // Seldom asked for.
    percent: (share) => new Intl.NumberFormat(gregorian, { style: 'percent' }).format(share),
    date: (time) => written(date(), time),
    shortDate: (time) => written(shortDate(), time),
    dateTime: (time) => written(dateTime(), time),
    relative(time, now) {
      const past = now - Date.parse(time);
      if (past > 7 * day || past < -day) return written(shortDate(), time);
      // A device's clock may run a little behind the server's: nothing was written in the future.
      for (const [unit, length] of steps)
        if (past >= length) return asSaid(relative().format(-Math.floor(past / length), unit));
      return justNow ?? nowByIntl();
    },
    dayInTwoCalendars(of) {
      const noon = `${of}T12:00:00Z`;
      return [written(utcDate(), noon), withoutEra(utcOther().formatToParts(new Date(noon)), place)];
    },
    names: (list) =>
      names()
        .formatToParts(list)
        .map(({ type, value }) => ({ text: withoutMarks(value), isName: type === 'element' })),
  };
}

/** Formats of a language that is the site's own are the site's; of another, that language's table. */
function localeFor(code: LanguageCode, siteLocale: string): string {
  return siteLocale.split('-')[0] === code ? siteLocale : languages[code].formats;
}

const textOf = (parts: readonly Intl.DateTimeFormatPart[]) => parts.map(({ value }) => value).join('');

/** What isolates the pieces of a list by marks that whoever copies it would copy along; elements do so here. */
const withoutMarks = (text: string) => text.replace(/[\u061c\u200e\u200f]/g, '');

/** The year of a Hijri date needs no «هـ» beside its month's name. */
const withoutEra = (parts: readonly Intl.DateTimeFormatPart[], place: Intl.Locale) => {
  const words = parts.filter((part) => part.type !== 'era');
  return textOf(asPrinted(words, place)).trim();
};

/** Made when it is first asked for: making one takes a slow phone milliseconds, and a page needs few. */
function once<Made>(make: () => Made): () => Made {
  let made: { it: Made } | undefined;
  return () => (made ??= { it: make() }).it;
}

/** The plural category of a number in a language (CLDR), as `few` of 3 in Arabic. */
export function pluralForm(code: string): (count: number) => Intl.LDMLPluralRule {
  const rules = new Intl.PluralRules(code);
  return (count) => rules.select(count);
}
