import { describe, expect, test } from 'vitest';
import { directionOf, isLanguageCode, languageCodes, languages } from './languages.ts';

describe('directionOf', () => {
  test.each([
    ...[
      'ar',
      'ar-LB',
      'fa',
      'fa-IR',
      'ur',
      'ur-PK',
      'he',
      'iw',
      'yi',
      'ckb',
      'ps',
      'ug',
      'arc',
      'pnb',
      'rhg',
    ],
    // Those that i18next takes for left to right.
    ...['sd', 'dv', 'ks', 'syr', 'nqo', 'mzn', 'lrc'],
    ...['az-Arab', 'AZ-ARAB-IR', 'pa-Arab-PK', 'ms-arab', 'ur-Aran', 'ff-Adlm', 'en-Hebr'],
  ])('%s is written from right to left', (tag) => {
    expect(directionOf(tag)).toBe('rtl');
  });

  test.each([
    ...['en', 'fr', 'tr', 'az', 'ku', 'am', 'zh-Hant', 'de-1996', 'mt', '', '-', 'arabic', 'x-ar'],
    ...['ar-Latn', 'AR-LATN-EG', 'fa-Cyrl', 'ks-Deva', 'sd-Deva', 'he-Latn'],
  ])('%j is written from left to right', (tag) => {
    expect(directionOf(tag)).toBe('ltr');
  });
});

describe('interface languages', () => {
  test('Arabic comes first', () => {
    expect(languageCodes).toEqual(Object.keys(languages));
    expect(languageCodes[0]).toBe('ar');
  });

  test.each(Object.entries(languages))(
    '%s stands as its readers know it',
    (code, { name, dir, formats, openGraph }) => {
      expect(dir).toBe(directionOf(code));
      expect(formats.split('-')[0]).toBe(code);
      expect(openGraph).toMatch(new RegExp(`^${code}_[A-Z]{2}$`));
      // Its own name, in its own script, and nobody else's.
      expect(/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(name)).toBe(dir === 'rtl');
      expect(Object.values(languages).filter((other) => other.name === name)).toHaveLength(1);
    },
  );

  test.each([
    ['ar', true],
    ['en', true],
    ['AR', false],
    ['ar-LB', false],
    ['', false],
    ['toString', false],
    ['__proto__', false],
    [undefined, false],
  ])('%s: %s', (code, known) => {
    expect(isLanguageCode(code)).toBe(known);
  });
});
