import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countCodePoints, countGraphemes } from './graphemes.ts';

describe('countGraphemes', () => {
  test.each([
    ['', 0, 0],
    ['hello', 5, 5],
    ['مُحَمَّدٌ', 4, 9],
    ['می‌خواهم', 7, 8],
    ['שָׁלוֹם', 4, 7],
    ['e\u0301', 1, 2],
    ['👨‍👩‍👧‍👦', 1, 7],
    ['🇱🇧', 1, 2],
    ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', 1, 7],
    ['👍🏽', 1, 2],
    ['\r\n', 1, 2],
    ['a\nb', 3, 3],
    ['ﷲ', 1, 1],
  ])('%j: %i graphemes, %i code points', (text, graphemes, codePoints) => {
    expect(countGraphemes(text)).toBe(graphemes);
    expect(countCodePoints(text)).toBe(codePoints);
  });

  test('the short way for ASCII counts as the segmenter does', { timeout: 30_000 }, () => {
    const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
    const count = (text: string) => [...segmenter.segment(text)].length;
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary-ascii' }), fc.string({ unit: 'binary' })), (text) => {
        expect(countGraphemes(text)).toBe(count(text));
        expect(countCodePoints(text)).toBeGreaterThanOrEqual(countGraphemes(text));
        expect(countCodePoints(text)).toBe([...text].length);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['\u0301', 1],
    ['🇱', 25_000],
    ['👨‍', 1],
    ['क्', 1],
    ['ب', 50_000],
  ])('fifty thousand of %j are %i', (unit, count) => {
    expect(countGraphemes(unit.repeat(50_000))).toBe(count);
  });
});
