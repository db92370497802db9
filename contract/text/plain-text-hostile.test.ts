import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../limits.ts';
import { checkText, cleanName, cleanText } from './plain-text.ts';

const listed = [
  '\r',
  '\n',
  '\t',
  ' ',
  '\x01',
  '\x85',
  '\x7f',
  '\u202d',
  '\u202e',
  '\u{e0067}',
  '\u{e007f}',
  '\u{1f3f4}',
];
const pairs = ['\u202a', '\u202b', '\u202c', '\u2066', '\u2067', '\u2068', '\u2069'];
const others = ['a', 'ب', '\u0301', '\u064e', '\u200d', '\u200c', '\ufeff', '\u2029', '👍', '\0', '\ud83d'];
const hostile = fc.oneof(
  fc.string({ unit: fc.constantFrom(...listed, ...pairs, ...others), maxLength: 60 }),
  fc.string({ unit: fc.constantFrom('a', '\n', ...pairs), maxLength: 30 }),
  fc.string({ unit: fc.constantFrom('a', '\u0301', '\u200d', '\u202c'), maxLength: 60 }),
  fc.string({ unit: 'binary' }),
);

/** Whether every opener in `line` has its closer, inner pairs within outer ones. */
function isBalanced(line: string): boolean {
  const open: string[] = [];
  for (const char of line) {
    if ('\u202a\u202b'.includes(char)) open.push('\u202c');
    else if ('\u2066\u2067\u2068'.includes(char)) open.push('\u2069');
    else if ('\u202c\u2069'.includes(char) && open.pop() !== char) return false;
  }
  return open.length === 0;
}

describe('whatever comes', () => {
  test('what is clean stays as it is', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
        expect(cleanName(cleanName(text))).toBe(cleanName(text));
        expect(cleanText(cleanName(text))).toBe(cleanName(text));
      }),
      { numRuns: 1_000 },
    );
  });

  test(
    'no control, override, loose tag, crowd of marks or open direction is left',
    { timeout: 30_000 },
    () => {
      fc.assert(
        fc.property(hostile, (text) => {
          const clean = cleanText(text);
          // NUL is refused before: checkText.
          expect(clean).not.toMatch(/(?![\n\t\0])\p{Cc}|[\u202d\u202e]/u);
          expect(clean.replace(/\u{1f3f4}[\u{e0030}-\u{e007a}]{2,6}\u{e007f}/gu, '')).not.toMatch(
            /[\u{e0000}-\u{e007f}]/u,
          );
          expect(clean).not.toMatch(/(?:\p{M}\p{Cf}*){9}/u);
          expect(clean.split('\n').filter((line) => !isBalanced(line))).toEqual([]);
          expect(clean).toBe(clean.trim());
          expect(cleanName(text)).not.toMatch(/[\n\t\u2028\u2029]/);
        }),
        { numRuns: 1_000 },
      );
    },
  );

  test('nothing is added, nothing changes its place', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const source = [...text.replace(/\r\n?/g, '\n')].values();
        for (const char of cleanText(text)) expect(source.some((other) => other === char)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('a text without any of the list comes back code point for code point', { timeout: 30_000 }, () => {
    const forbidden = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u;
    const inner = fc
      .string({ unit: 'binary', maxLength: 40 })
      .filter((text) => !forbidden.test(text) && !/[\p{M}\p{Cf}]{9}/u.test(text));
    const pair = fc.constantFrom(
      ['\u202a', '\u202c'],
      ['\u202b', '\u202c'],
      ['\u2066', '\u2069'],
      ['\u2068', '\u2069'],
      ['', '\n\t'],
    );
    fc.assert(
      fc.property(inner, pair, inner, (before, [open, close], within) => {
        const text = `«${before}.${open}${within}${close}»`;
        expect(cleanText(text)).toBe(text);
        expect(checkText(text, 'comment')).toEqual({ ok: true, text });
      }),
      { numRuns: 500 },
    );
  });

  const mebi = 1024 * 1024;
  const tagged = '\u{1f3f4}\u{e0067}\u{e0062}';
  // Each is one pattern's worst case: quadratic, it would take longer than the test may, on any machine.
  test.each([
    ' ',
    '\r',
    '\n',
    '\x01',
    '\u0301',
    '\u200d',
    '\u0301\u200d',
    'a\u0301',
    'a ',
    ' \u2029',
    '\u202a',
    '\u202c',
    '\u2066',
    '\u2069',
    '\u2066\u202a',
    '\u2066\u2069',
    '\u202a\u2069',
    tagged,
    '\u{e0067}',
    '\u115f',
    '🇱',
    '👨‍',
    'ب',
  ])('a megabyte of %j is refused or kept, not pondered', { timeout: 60_000 }, (unit) => {
    const text = unit.repeat(mebi / unit.length);
    for (const kind of ['name', 'comment'] as const) {
      const plain = checkText(text, kind);
      const worded = checkText(`x${text}x`, kind);
      expect(plain.ok ? '' : plain.code).toMatch(/^(required|too_long)$/);
      if (worded.ok)
        expect(worded.text.length).toBeLessThanOrEqual(limits[kind].max * limits.codePointsPerGrapheme);
    }
  });
});
