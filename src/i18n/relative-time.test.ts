import { describe, expect, test } from 'vitest';
import type { LanguageCode } from '#contract/languages';
import { createFormat } from './format.ts';

const written = '2026-11-23T12:00:00Z';
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365 * day;

/** What stands beside a comment `past` milliseconds after it was written. */
const after = (past: number, locale = 'ar-LB', code: LanguageCode = 'ar') =>
  createFormat(code, { locale, timeZone: 'Asia/Beirut' }).relative(written, Date.parse(written) + past);

describe('time gone by (F3)', () => {
  test.each([
    [0, 'الآن'],
    [minute - 1, 'الآن'],
    [minute, 'قبل دقيقة واحدة'],
    [2 * minute, 'قبل دقيقتين'],
    [3 * minute, 'قبل ٣ دقائق'],
    [11 * minute, 'قبل ١١ دقيقة'],
    [hour - 1, 'قبل ٥٩ دقيقة'],
    [hour, 'قبل ساعة واحدة'],
    [2 * hour, 'قبل ساعتين'],
    [3 * hour, 'قبل ٣ ساعات'],
    [11 * hour, 'قبل ١١ ساعة'],
    [day - 1, 'قبل ٢٣ ساعة'],
    // Not «أمس»: 36 hours ago may be the day before yesterday.
    [day, 'قبل يوم واحد'],
    [36 * hour, 'قبل يوم واحد'],
    [2 * day, 'قبل يومين'],
    [7 * day, 'قبل ٧ أيام'],
    [7 * day + 1, '٢٣ تشرين الثاني ٢٠٢٦'],
    [year, '٢٣ تشرين الثاني ٢٠٢٦'],
  ])('after %i ms: %s', (past, words) => {
    expect(after(past)).toBe(words);
  });

  test('in the region’s digits, and in English', () => {
    expect(after(3 * hour, 'ar-MA')).toBe('قبل 3 ساعات');
    expect(after(3 * hour, 'ar-EG')).toBe('قبل ٣ ساعات');
    expect(after(3 * hour, 'ar-LB', 'en')).toBe('3 hours ago');
    expect(after(0, 'ar-LB', 'en')).toBe('now');
  });
});

describe('by a device whose clock is wrong', () => {
  test.each([
    ['a second behind', -1_000, 'الآن'],
    ['an hour behind', -hour, 'الآن'],
    ['a day behind', -day, 'الآن'],
    ['more than a day behind', -day - 1, '٢٣ تشرين الثاني ٢٠٢٦'],
    ['at 1970', -Date.parse(written), '٢٣ تشرين الثاني ٢٠٢٦'],
    ['a year ahead', year, '٢٣ تشرين الثاني ٢٠٢٦'],
  ])('%s', (_, past, words) => {
    expect(after(past)).toBe(words);
  });
});
