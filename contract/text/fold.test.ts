import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, termsOf } from './fold.ts';

/** The rule that Term documents: every query word begins a word of the text or shares its stem. */
function matches(query: string, text: string): boolean {
  const words = termsOf(text);
  return termsOf(query).every(({ word, stem }) =>
    words.some((other) => other.word.startsWith(word) || other.stem === stem),
  );
}

describe('search', () => {
  test.each([
    // arabic.md, section 5
    ['احمد', 'أحمد'],
    ['2026', 'عام ٢٠٢٦'],
    ['الامارات', 'الإمارات'],
    ['۲۰۲۶', '2026'],
    ['القران', 'القرآن الكريم'],
    ['مسوول', 'مسؤول'],
    ['مدرسه', 'مدرسة'],
    ['القاهرة', 'بالقاهرة'],
    ['محمد', 'مُحَمَّدٌ'],
    ['ايران', 'ایران'],
    ['العربية', 'العـــربية'],
    ['الله', 'ﷲ'],
    // the same rules elsewhere
    ['أحمد', 'احمد'],
    ['٢٠٢٦', '۲۰۲۶'],
    ['علي', 'على'],
    ['قاهرة', 'والقاهرة'],
    ['العربية', 'للعربية'],
    ['كتب', 'كتبوا'],
    ['میخواهم', 'می‌خواهم'],
    ['مکتب', 'مكتب'],
    ['شلوم', 'شَـلُـوم'],
    ['שלום', 'שָׁלוֹם'],
    ['beirut', 'BEIRUT'],
    ['istanbul', 'İstanbul'],
    ['1000', '١٬٠٠٠ ليرة'],
    ['ٱلرحمن', 'الرَّحْمَٰن'],
    ['سلام', '\u202bسلام\u202c'],
    ['لا', 'ﻻ'],
  ])('%s finds %s', (query, text) => {
    expect(matches(query, text)).toBe(true);
  });

  test.each([
    ['علم', 'عمل'],
    ['كاتب', 'كتاب'],
    ['حرب', 'حزب'],
    ['مانيا', 'ألمانيا'],
    ['لد', 'بلد'],
    ['2026', '2062'],
    ['ل', 'שָׁלוֹם'],
    ['ל', 'שָׁלוֹם'],
    ['ماء', 'ما'],
    ['بيروت القاهرة', 'بيروت وحدها'],
  ])('%s does not find %s', (query, text) => {
    expect(matches(query, text)).toBe(false);
  });
});

describe('fold', () => {
  test.each([
    ['مُحَمَّدٌ', 'محمد'],
    ['٢٠٢٦', '2026'],
    ['۱۲٫۵', '12.5'],
    ['١٬٠٠٠', '1000'],
    ['أ إ آ ٱ ى ی ئ ؤ', 'ا ا ا ا ي ي ي و'],
    ['ة ۀ ہ ھ ک', 'ه ه ه ه ك'],
    ['ماء', 'ماء'],
    ['ＡＢＣ ﷺ', 'abc صلي الله عليه وسلم'],
    ['e\u0301', 'é'],
  ])('%s → %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

describe('termsOf', () => {
  test.each([
    ['المدرسة', [{ word: 'المدرسه', stem: 'مدرسه' }]],
    ['ألمانيا', [{ word: 'المانيا', stem: 'المانيا' }]],
    ['والد', [{ word: 'والد', stem: 'والد' }]],
    ['وكتاب', [{ word: 'وكتاب', stem: 'كتاب' }]],
    ['وكتب', [{ word: 'وكتب', stem: 'وكتب' }]],
    ["can't 3.14", ['can', 't', '3', '14'].map((word) => ({ word, stem: word }))],
    ['«!؟» — 👍', []],
    ['', []],
  ])('%j', (text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });

  const letter = fc.constantFrom(...'األوبةیىـ٣۳٬aİ\'*" \u064e\u200c', 'שּׁ', 'ﷲ');
  const text = fc.oneof(fc.string({ unit: letter }), fc.string({ unit: 'binary' }));

  test(
    'terms are letters and digits only, so that a query language can quote them',
    { timeout: 30_000 },
    () => {
      fc.assert(
        fc.property(text, (of) => {
          for (const { word, stem } of termsOf(of)) {
            expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
            expect(word.endsWith(stem)).toBe(true);
          }
        }),
        { numRuns: 500 },
      );
    },
  );

  test(
    'an Arabic word is found by itself, and by itself without marks or with other digits',
    { timeout: 30_000 },
    () => {
      const arabic = fc.string({
        unit: fc.constantFrom('ا', 'أ', 'ل', 'و', 'ب', 'ة', 'ی', 'م', '\u064e', 'ـ', '٣'),
        minLength: 1,
      });
      fc.assert(
        fc.property(arabic, (of) => {
          expect(matches(of, `قبل ${of} بعد`)).toBe(true);
          expect(matches(of.replace(/[\u064eـ]/g, '').replace(/٣/g, '3'), of)).toBe(true);
          expect(fold(fold(of))).toBe(fold(of));
        }),
        { numRuns: 300 },
      );
    },
  );
});
