import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '#contract/limits';
import { slugOf } from './slug.ts';

describe('slugOf', () => {
  test.each([
    ['الورّاقون: مدينةٌ تقرأ', 'الوراقون-مدينة-تقرأ'],
    ['العـــربية  في ٢٠٢٦', 'العربية-في-٢٠٢٦'],
    ['«Café» — HTML 5!', 'café-html-5'],
    ['İstanbul', 'istanbul'],
    ['e\u0301te\u0301', 'été'],
    ['می‌خواهم', 'می-خواهم'],
    ['--a__b--', 'a-b'],
  ])('%s → %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  test.each(['', '؟!', '«…»', '\u064b', 'ـــ', '👍'])('%j has no address', (title) => {
    expect(slugOf(title)).toBeUndefined();
  });

  test('a title is cut at a hyphen, a last word that just fits stays', () => {
    expect(slugOf(`${'ا'.repeat(40)} ${'ب'.repeat(39)} ج`)).toBe(`${'ا'.repeat(40)}-${'ب'.repeat(39)}`);
    expect(slugOf(`${'ا'.repeat(40)} ${'ب'.repeat(40)} ج`)).toBe('ا'.repeat(40));
  });

  test('one overlong word is cut hard, between whole characters', () => {
    expect(slugOf('ا'.repeat(300))).toBe('ا'.repeat(limits.slug));
    // 𞤢: an Adlam letter takes two UTF-16 units.
    expect(slugOf(`a${'𞤢'.repeat(60)}`)).toBe(`a${'𞤢'.repeat(39)}`);
  });

  test('any title: letters, digits and single inner hyphens, NFC, within the limit, its own slug', () => {
    const word = fc.constantFrom(
      'سلام ',
      'مُـ',
      'Straße',
      'ΟΔΟΣ',
      'İ',
      'ǅ',
      '\u1100',
      '\u1161',
      '\u064e',
      'ـ',
      '\u{1D7D8}',
      '-',
      '؟',
    );
    const title = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word).map((words) => words.join('')),
    );
    fc.assert(
      fc.property(title, (text) => {
        const slug = slugOf(text);
        if (slug === undefined) return;
        expect(slug).toMatch(/^[\p{L}\p{Nd}]+(?:-[\p{L}\p{Nd}]+)*$/u);
        expect(slug.length).toBeLessThanOrEqual(limits.slug);
        expect(slug).toBe(slug.normalize('NFC'));
        expect(slugOf(slug)).toBe(slug);
      }),
      { numRuns: 2_000 },
    );
  });
});
