import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asUnvowelled } from '#contract/text/vowel-marks';
import { asShown, lettersOf, offsetAfterLetters, offsetOfLetter } from './letters.ts';

const written = 'قَالَ:  الخَطُّ لِسَانُ اليَدِ';

test('a place is found by its letters, with the marks or without', () => {
  for (const shown of [written, asUnvowelled(written), asUnvowelled(written).replace(/\s+/g, ' ')]) {
    const from = lettersOf(shown.slice(0, shown.indexOf('الخ'))).length;
    expect(written.slice(offsetOfLetter(written, from))).toBe('الخَطُّ لِسَانُ اليَدِ');
  }
  expect(written.slice(0, offsetAfterLetters(written, 4))).toBe('قَالَ:');
  expect(written.slice(0, offsetAfterLetters(written, 3))).toBe('قَالَ');
  expect(offsetAfterLetters(written, 0)).toBe(0);
  expect(offsetOfLetter(written, 99)).toBe(written.length);
  expect(offsetAfterLetters(written, 99)).toBe(written.length);
});

test('a quotation from a page without vowel marks keeps the shadda and tanwin that stand there', () => {
  const words = 'قَالَ مُحَمَّدٌ: عَمّان مدرّسٌ';
  expect(asShown(words, asUnvowelled(words))).toBe('قال محمد: عمّان مدرّسٌ');
  expect(asShown(words, words)).toBe(words);
});

test('whatever is selected of a text without its marks is the same letters of the text with them', () => {
  const text = fc.string({
    unit: fc.constantFrom('ب', 'س', 'ـ', '\u064e', '\u0651', '\u06d6', ' ', '،', 'a', '\u200c'),
  });
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (marked, one, other) => {
      const shown = asUnvowelled(marked);
      const [from, to] = [one % (shown.length + 1), other % (shown.length + 1)].sort(
        (low, high) => low - high,
      );
      const [before, until] = [lettersOf(shown.slice(0, from)).length, lettersOf(shown.slice(0, to)).length];
      if (before === until) return;
      const passage = marked.slice(offsetOfLetter(marked, before), offsetAfterLetters(marked, until));
      expect(lettersOf(passage)).toBe(lettersOf(shown.slice(from, to)));
      // A letter keeps its marks, and takes none of the letter before it.
      expect(passage).not.toMatch(/^[\u064e\u0651\u06d6]/);
      expect(marked.slice(offsetAfterLetters(marked, until))).not.toMatch(/^[\u064e\u0651\u06d6]/);
    }),
    { numRuns: 1_000 },
  );
});
