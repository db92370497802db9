import { describe, expect, test } from 'vitest';
import { directionOfText, directionWithin, paragraphsOf } from './direction.ts';

describe('directionOfText', () => {
  test.each([
    // arabic.md, B2
    ['@john شكرا', 'rtl'],
    ['https://a.b مقال', 'rtl'],
    ['Great!', 'ltr'],
    ['123 👍', undefined],
    ['٣ تفاحات', 'rtl'],
    ['iPhone الجديد رائع', 'rtl'],
    // mentions and hashtags, of either script, before words of the other
    ['@جون thanks', 'ltr'],
    ['@a @b @c شكراً', 'rtl'],
    ['(@john) شكرا', 'rtl'],
    ['👍@john شكرا', 'rtl'],
    ['\u2068@john\u2069 شكرا', 'rtl'],
    ['#Lebanon بيروت', 'rtl'],
    ['#بيروت is lovely', 'ltr'],
    ['##news خبر', 'rtl'],
    // addresses
    ['www.example.com خبر', 'rtl'],
    ['(HTTPS://example.com/a) خبر', 'rtl'],
    ['«https://example.com» خبر', 'rtl'],
    ['editor@example.com للتواصل', 'rtl'],
    ['_a@example.com للتواصل', 'rtl'],
    ['بريد@مثال.لبنان write', 'ltr'],
    // nothing but references: read as these are
    ['@john', 'ltr'],
    ['@جون', 'rtl'],
    ['#رواق #بيروت', 'rtl'],
    ['https://example.com', 'ltr'],
    ['@john 👍', 'ltr'],
    ['a@b.c ٣', 'ltr'],
    // no letter at all
    ['', undefined],
    [' \t ', undefined],
    ['2026', undefined],
    ['٢٠٢٦', undefined],
    ['۲۰۲۶', undefined],
    ['3–2', undefined],
    ['؟!', undefined],
    ['👨‍👩‍👧‍👦 🇱🇧 ❤️ 1️⃣ #️⃣', undefined],
    ['\u064b\u0651', undefined],
    ['1 + 2 = 3 ¢', undefined],
    // digits before words
    ['3 تفاحات', 'rtl'],
    ['۳ سیب', 'rtl'],
    ['٣ apples', 'ltr'],
    ['🇱🇧 لبنان', 'rtl'],
    ['👍 Beirut', 'ltr'],
    // scripts and languages
    ['مُحَمَّدٌ', 'rtl'],
    ['ـهم', 'rtl'],
    ['ﷲ', 'rtl'],
    ['شالوم', 'rtl'],
    ['שָׁלוֹם עולם', 'rtl'],
    ['می‌خواهم بدانم', 'rtl'],
    ['یہ خبر اچھی ہے', 'rtl'],
    ['ܫܠܡܐ', 'rtl'],
    ['ދިވެހި', 'rtl'],
    ['ߒߞߏ', 'rtl'],
    ['𞤀𞤣𞤤𞤢𞤥', 'rtl'],
    ['Привет', 'ltr'],
    ['你好', 'ltr'],
    ['e\u0301te\u0301', 'ltr'],
    // a stated direction is a strong character
    ['\u200fC++', 'rtl'],
    ['\u061c123', 'rtl'],
    ['\u200e123', 'ltr'],
    // sentences of two scripts
    ['This article quotes محمد twice', 'ltr'],
    ['كتبت صحيفة The New York Times اليوم', 'rtl'],
    ['Google تطلق هاتفاً جديداً في بيروت', 'rtl'],
    ['محمد ran', 'rtl'],
    ['Breaking: عاجل', 'ltr'],
    ['I love شاورما and فلافل very much', 'ltr'],
    ['C++ لغة برمجة', 'rtl'],
    ['"Hello" قال', 'ltr'],
  ])('%j → %s', (text, dir) => {
    expect(directionOfText(text)).toBe(dir);
  });
});

describe('paragraphsOf', () => {
  const directions = (text: string) => paragraphsOf(text).map(({ dir }) => dir);

  test('every line has its own direction, blank ones are left out', () => {
    expect(paragraphsOf('مرحبا.\n\n \nHello.')).toEqual([
      { text: 'مرحبا.', dir: 'rtl' },
      { text: 'Hello.', dir: 'ltr' },
    ]);
  });

  test('nothing but blanks has no paragraph', () => {
    expect(paragraphsOf(' \n\n\t')).toEqual([]);
  });

  test('blanks inside a line stay as written', () => {
    expect(paragraphsOf('  a\t b ')).toEqual([{ text: '  a\t b ', dir: 'ltr' }]);
  });

  test('a line without a letter stands as the one before it, else as the one after', () => {
    expect(directions('مرحبا\n👍\nHello\n👍')).toEqual(['rtl', 'rtl', 'ltr', 'ltr']);
    expect(directions('👍\nمرحبا')).toEqual(['rtl', 'rtl']);
    expect(directions('👍\n123')).toEqual([undefined, undefined]);
    expect(directions('مرحبا\n3-2\nHello\n+961 1 234567')).toEqual(['rtl', 'rtl', 'ltr', 'ltr']);
  });
});

describe('directionWithin', () => {
  test.each([
    ['Great article!', 'rtl', 'ltr'],
    ['رائع!', 'ltr', 'rtl'],
    ['רגע!', 'ltr', 'rtl'],
    ['رائع!', 'rtl', undefined],
    ['Great article!', 'ltr', undefined],
    // Its own direction is known: one letter of it is enough.
    ['The New York Times قالت', 'rtl', undefined],
    ['صحيفة النهار said', 'ltr', undefined],
    ['3-2', 'rtl', undefined],
    ['٣-٢', 'ltr', undefined],
    ['', 'rtl', undefined],
  ] as const)('%s in a text of direction %s → %s', (text, around, dir) => {
    expect(directionWithin(text, around)).toBe(dir);
  });
});

test.each([
  'جرّبت Visual Studio Code مع GitHub Copilot',
  'رأيي: It is what it is.',
  'شاهدت The Lord of the Rings أمس',
  'مرحبا hello there',
])(
  'a sentence that begins in Arabic is Arabic, whatever it quotes, and does not turn while it is typed: %s',
  (text) => {
    for (let end = 1; end <= text.length; end += 1) expect(directionOfText(text.slice(0, end))).toBe('rtl');
  },
);
