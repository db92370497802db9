import { describe, expect, test } from 'vitest';
import { languageCodes, type LanguageCode } from '#contract/languages';
import { createFormat, type OwnFormats } from './format.ts';

const beirut = 'Asia/Beirut';
const on = (locale: string, code: LanguageCode = 'ar', timeZone = beirut) =>
  createFormat(code, { locale, timeZone });
/** F7: Intl puts marks of direction around what it writes. */
const plain = (text: string) => text.replace(/[\u200e\u200f\u061c]/g, '');

const noon = '2026-11-23T12:00:00Z';
const now = Date.parse(noon);
const minute = 60_000;
const hour = 60 * minute;

describe('digits are those of the region (F2)', () => {
  test.each([
    ['ar-LB', '١٬٢٣٤٫٥'],
    ['ar-EG', '١٬٢٣٤٫٥'],
    ['ar-SA', '١٬٢٣٤٫٥'],
    ['ar-MR', '١٬٢٣٤٫٥'],
    ['ar-MA', '1.234,5'],
    ['ar-AE', '1,234.5'],
    ['ar-DZ', '1.234,5'],
    ['ar', '1,234.5'],
  ])('%s: %s', (locale, digits) => {
    expect(plain(on(locale).number(1234.5))).toBe(digits);
  });

  test('another language than the site’s own follows its own table', () => {
    expect(on('ar-LB', 'en').number(1234.5)).toBe('1,234.5');
    expect(on('en-GB', 'ar').number(3)).toBe('٣');
    expect(on('en-GB', 'ar').shortDate(noon)).toBe('٢٣ تشرين الثاني ٢٠٢٦');
    expect(on('ar-EG', 'en').shortDate(noon)).toBe('23 November 2026');
  });

  test('one family in all that a format writes', () => {
    for (const [locale, others] of [
      ['ar-EG', /[0-9۰-۹]/],
      ['ar-MA', /[٠-٩۰-۹]/],
    ] as const) {
      const { number, date, shortDate, dateTime, relative, dayInTwoCalendars } = on(locale);
      const written = [
        number(2026),
        date(noon),
        shortDate(noon),
        dateTime(noon),
        relative(noon, now + 3 * hour),
        ...dayInTwoCalendars('2026-11-23'),
      ];
      for (const text of written) {
        expect(text).toMatch(/\p{Nd}/u);
        expect(text).not.toMatch(others);
      }
    }
  });
});

describe('months are those of the region (F5)', () => {
  test.each([
    ['ar-LB', '٢٣ تشرين الثاني ٢٠٢٦'],
    ['ar-SY', '٢٣ تشرين الثاني ٢٠٢٦'],
    ['ar-IQ', '٢٣ تشرين الثاني ٢٠٢٦'],
    ['ar-EG', '٢٣ نوفمبر ٢٠٢٦'],
    ['ar-SA', '٢٣ نوفمبر ٢٠٢٦'],
    ['ar-MA', '23 نونبر 2026'],
    ['ar-TN', '23 نوفمبر 2026'],
    ['en-GB', '23 November 2026'],
  ])('%s: %s', (locale, date) => {
    expect(on(locale, locale.startsWith('ar') ? 'ar' : 'en').shortDate(noon)).toBe(date);
  });

  test.each([
    ['ar-LB', '٢ كانون الثاني ٢٠٢٦'],
    ['ar-EG', '٢ يناير ٢٠٢٦'],
    ['ar-TN', '2 جانفي 2026'],
    ['ar-DZ', '2 جانفي 2026'],
  ])('January in %s: %s', (locale, date) => {
    expect(on(locale).shortDate('2026-01-02T12:00:00Z')).toBe(date);
  });
});

describe('dates', () => {
  test('the weekday stands before the date without a comma', () => {
    expect(on('ar-LB').date(noon)).toBe('الاثنين ٢٣ تشرين الثاني ٢٠٢٦');
    expect(on('ar-LB', 'en').date(noon)).toBe('Monday 23 November 2026');
  });

  test('the hour is that of the site', () => {
    const written = on('ar-LB').dateTime('2026-11-23T14:30:00Z');
    expect(written).toMatch(/^٢٣ تشرين الثاني ٢٠٢٦(?:،| في) ٤:٣٠\sم$/);
  });

  test.each([
    // Winter is two hours ahead in Beirut, summer three.
    ['2026-11-22T21:59:59Z', 'الأحد ٢٢ تشرين الثاني ٢٠٢٦'],
    ['2026-11-22T22:00:00Z', 'الاثنين ٢٣ تشرين الثاني ٢٠٢٦'],
    ['2026-07-31T20:59:59Z', 'الجمعة ٣١ تموز ٢٠٢٦'],
    ['2026-07-31T21:00:00Z', 'السبت ١ آب ٢٠٢٦'],
    ['2026-12-31T22:30:00Z', 'الجمعة ١ كانون الثاني ٢٠٢٧'],
    ['2026-11-23T01:30:00+05:00', 'الأحد ٢٢ تشرين الثاني ٢٠٢٦'],
  ])('%s in Beirut: %s', (time, date) => {
    expect(on('ar-LB').date(time)).toBe(date);
  });

  test('the zone is the site’s, not the machine’s', () => {
    const time = '2026-11-22T22:30:00Z';
    expect(on('ar-LB', 'en', 'America/Los_Angeles').shortDate(time)).toBe('22 November 2026');
    expect(on('ar-LB', 'en', 'Pacific/Kiritimati').shortDate(time)).toBe('23 November 2026');
  });
});

describe('each language as its papers print it', () => {
  const afternoon = '2026-11-23T14:37:00Z';
  test.each([
    ['fr', 'fr-FR', 'lundi 23 novembre 2026', '23 novembre 2026 à 16:37', '12 345,6', 'il y a 3 heures'],
    ['fa', 'fa-IR', 'دوشنبه ۲ آذر ۱۴۰۵', '۲ آذر ۱۴۰۵ ساعت ۱۶:۳۷', '۱۲٬۳۴۵٫۶', '۳ ساعت پیش'],
    ['ur', 'ur-PK', 'پیر 23 نومبر 2026', '23 نومبر 2026 کو 16:37', '12,345.6', '3 گھنٹے پہلے'],
    ['ur', 'ur-IN', 'پیر ۲۳ نومبر ۲۰۲۶', '۲۳ نومبر ۲۰۲۶ کو ۱۶:۳۷', '۱۲٬۳۴۵٫۶', '۳ گھنٹے قبل'],
    ['he', 'he-IL', 'יום שני, 23 בנובמבר 2026', '23 בנובמבר 2026 בשעה 16:37', '12,345.6', 'לפני 3 שעות'],
    ['tr', 'tr-TR', '23 Kasım 2026 Pazartesi', '23 Kasım 2026 16:37', '12.345,6', '3 saat önce'],
  ] as const)('%s on %s', (code, locale, date, dateTime, number, relative) => {
    const format = on(locale, code);
    expect(plain(format.date(afternoon))).toBe(date);
    expect(plain(format.dateTime(afternoon)).replace('،', '')).toBe(dateTime);
    expect(plain(format.number(12345.6)).replace(/[\u202f\u00a0]/g, ' ')).toBe(number);
    expect(plain(format.relative(afternoon, Date.parse(afternoon) + 3 * hour))).toBe(relative);
    // On an Arabic site the language's own table decides.
    const abroad = on('ar-EG', code);
    if (locale !== 'ur-IN') expect(plain(abroad.date(afternoon))).toBe(date);
  });

  test.each([
    ['fa', 'دوشنبه ۲ آذر ۱۴۰۵ – ۲۳ نوامبر ۲۰۲۶'],
    ['ur', 'پیر 23 نومبر 2026 – 13 جمادی الثانی 1448'],
    ['tr', '23 Kasım 2026 Pazartesi – 13 Cemaziyelahir 1448'],
  ] as const)('the front’s line in %s', (code, line) => {
    expect(on('ar-LB', code).dayInTwoCalendars('2026-11-23').map(plain).join(' – ')).toBe(line);
  });

  test('a Persian reader may have the Gregorian calendar, and the lunar one', () => {
    const own = (calendar: 'gregory' | 'islamic-umalqura') =>
      createFormat('fa', { locale: 'ar-LB', timeZone: beirut }, { calendar });
    expect(own('gregory').date(noon)).toBe('دوشنبه ۲۳ نوامبر ۲۰۲۶');
    expect(own('islamic-umalqura').shortDate(noon)).toMatch(/^۱۳ جمادی‌الثانی ۱۴۴۸/);
  });

  test.each([
    [1, 'לפני שעה'],
    [2, 'לפני שעתיים'],
    [3, 'לפני 3 שעות'],
  ])('%d hours ago in Hebrew', (hours, words) => {
    expect(plain(on('ar-LB', 'he').relative(noon, now + hours * hour))).toBe(words);
  });

  test('days ago in Urdu', () => {
    expect(plain(on('ar-LB', 'ur').relative(noon, now + 48 * hour))).toBe('2 دن پہلے');
  });

  test('nothing but the names and their joints is written of several people', () => {
    for (const code of languageCodes)
      expect(
        on('ar-LB', code)
          .names(['أ', 'B', 'C'])
          .map(({ text }) => text)
          .join(''),
      ).not.toMatch(/\p{Cf}/u);
  });
});

const bothOn = (locale: string, code: 'ar' | 'en', of: string, zone = beirut) =>
  on(locale, code, zone).dayInTwoCalendars(of).join(' – ');

describe('both calendars (F4)', () => {
  test.each([
    ['2026-11-23', 'الاثنين ٢٣ تشرين الثاني ٢٠٢٦ – ١٣ جمادى الآخرة ١٤٤٨'],
    ['2026-02-18', 'الأربعاء ١٨ شباط ٢٠٢٦ – ١ رمضان ١٤٤٧'],
    ['2026-06-16', 'الثلاثاء ١٦ حزيران ٢٠٢٦ – ١ محرم ١٤٤٨'],
  ])('%s: %s', (of, line) => {
    const written = bothOn('ar-LB', 'ar', of);
    expect(written.replace('محرّم', 'محرم')).toBe(line);
    expect(written).not.toMatch(/[\p{Cf}،,]|هـ/u);
  });

  test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', beirut])('the day is a day, also in %s', (zone) => {
    expect(bothOn('ar-LB', 'ar', '2026-11-23', zone)).toMatch(/^الاثنين ٢٣ .* ١٣ جمادى الآخرة ١٤٤٨$/);
  });

  test('in English', () => {
    expect(bothOn('ar-LB', 'en', '2026-11-23')).toMatch(
      /^Monday 23 November 2026 – 13 Jumada (?:II|al-Thani) 1448$/,
    );
  });
});

describe('names of several people', () => {
  const written = (code: 'ar' | 'en', list: string[]) => on('ar-LB', code).names(list);

  test('are joined as the language joins them', () => {
    const text = (code: 'ar' | 'en', list: string[]) =>
      written(code, list)
        .map((part) => part.text)
        .join('');
    expect(text('ar', ['هالة', 'يزن'])).toBe('هالة ويزن');
    expect(text('ar', ['هالة', 'يزن', 'سلمى'])).toBe('هالة ويزن وسلمى');
    expect(text('en', ['Hala', 'Yazan'])).toBe('Hala and Yazan');
    expect(text('ar', ['هالة'])).toBe('هالة');
  });

  test('come apart from what joins them', () => {
    expect(written('ar', ['Eleanor', 'يزن'])).toEqual([
      { text: 'Eleanor', isName: true },
      { text: ' و', isName: false },
      { text: 'يزن', isName: true },
    ]);
  });
});

describe('as a reader has it written', () => {
  const own = (formats: OwnFormats, code: LanguageCode = 'ar') =>
    createFormat(code, { locale: 'ar-LB', timeZone: beirut }, formats);

  test.each([
    [{ digits: 'latn' }, '23 تشرين الثاني 2026'],
    [{ digits: 'arabext' }, '۲۳ تشرين الثاني ۲۰۲۶'],
    [{ months: 'ar-AE' }, '٢٣ نوفمبر ٢٠٢٦'],
    [{ months: 'ar-MA' }, '٢٣ نونبر ٢٠٢٦'],
    [{ months: 'ar-LB', otherMonths: 'ar-AE' }, '٢٣ تشرين الثاني/نوفمبر ٢٠٢٦'],
    [{ calendar: 'islamic-umalqura' }, '١٣ جمادى الآخرة ١٤٤٨ هـ'],
    [{ calendar: 'islamic-umalqura', digits: 'latn' }, '13 جمادى الآخرة 1448 هـ'],
  ] satisfies [OwnFormats, string][])('%j: %s', (formats, written) => {
    const format = own(formats);
    expect(plain(format.shortDate(noon))).toBe(written);
    expect(plain(format.date(noon))).toBe(`الاثنين ${written}`);
    expect(plain(format.dateTime(noon)).startsWith(written)).toBe(true);
    expect(plain(format.relative(noon, now + 30 * 24 * hour))).toBe(written);
  });

  test('numbers follow the digits alone, the front’s line keeps both calendars', () => {
    const format = own({ digits: 'arabext', calendar: 'islamic-umalqura', months: 'ar-MA' });
    expect(plain(format.number(12))).toBe('۱۲');
    expect(format.dayInTwoCalendars('2026-11-23').map(plain)).toEqual([
      'الاثنين ۲۳ نونبر ۲۰۲۶',
      '۱۳ جمادى الآخرة ۱۴۴۸',
    ]);
  });

  test('in English too', () => {
    expect(plain(own({ digits: 'arab' }, 'en').shortDate(noon))).toBe('٢٣ November ٢٠٢٦');
    expect(own({ months: 'ar-LB', otherMonths: 'ar-AE' }, 'en').shortDate(noon)).toBe('23 November 2026');
    expect(plain(own({ calendar: 'islamic-umalqura' }, 'en').shortDate(noon))).toMatch(/^13 Jumada II 1448/);
  });
});
