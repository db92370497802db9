import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutForSpeech, isSayable, spokenText } from './spoken-text.ts';

const letters = (text: string) => text.replace(/\p{M}/gu, '').length;

describe('what is spoken of a text', () => {
  test('is without tatweel, zero-width characters and bidi controls, with its vowel marks', () => {
    expect(spokenText('\u2067الخـــطُّ\u2069\u200b لِسانُ\u200f  اليَدِ\u00ad\n', 'ar-LB')).toBe('الخطُّ لِسانُ اليَدِ');
  });

  test('keeps the joint that Persian spells with, and Arabic does not', () => {
    expect(spokenText('می\u200cخواهم', 'fa')).toBe('می\u200cخواهم');
    expect(spokenText('كتاب\u200cي', 'ar')).toBe('كتابي');
  });

  test('is nothing where there are only signs', () => {
    expect(['* * *', '…', '»', ''].some(isSayable)).toBe(false);
    expect(['و', '3', '٣'].every(isSayable)).toBe(true);
  });
});

describe('a long text', () => {
  test('is cut after full sentences, as many as fit', () => {
    expect(cutForSpeech('واحد اثنان. ثلاثة؟ أربعة خمسة! ستّة سبعة ثمانية.', 20)).toEqual([
      'واحد اثنان. ثلاثة؟',
      'أربعة خمسة!',
      'ستّة سبعة ثمانية.',
    ]);
  });

  test('keeps closing quotation marks with the sentence that they close', () => {
    expect(cutForSpeech('قال: «لن نعود.» ثم مضى إلى السوق.', 18)).toEqual([
      'قال: «لن نعود.»',
      'ثم مضى إلى السوق.',
    ]);
  });

  test('whose one sentence is too long is cut at its commas, then between words', () => {
    expect(cutForSpeech('في المدينة القديمة، حيث السوق؛ وفي الميناء', 20)).toEqual([
      'في المدينة القديمة،',
      'حيث السوق؛',
      'وفي الميناء',
    ]);
    expect(cutForSpeech('one two three four five', 10)).toEqual(['one two', 'three four', 'five']);
  });

  test('leaves figures whole: a stop within them ends nothing', () => {
    expect(cutForSpeech('بلغت 3.5 ملايين و4.2 ملايين', 16)).toEqual(['بلغت 3.5 ملايين', 'و4.2 ملايين']);
  });

  test('is measured without its vowel marks, and no mark is cut from its letter', () => {
    expect(cutForSpeech('مُحَمَّدٌ كَتَبَ', 8)).toEqual(['مُحَمَّدٌ كَتَبَ']);
    expect(cutForSpeech('مُحَمَّدٌ', 2)).toEqual(['مُحَ', 'مَّدٌ']);
  });

  test('of whatever kind loses nothing and is never longer than it may be', () => {
    const word = fc.string({
      unit: fc.constantFrom('م', 'ُ', 'a', '.', '،', '؟', '»', '3'),
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 5, max: 60 }),
        (words, longest) => {
          const text = words.join(' ');
          const pieces = cutForSpeech(text, longest);
          expect(pieces.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
          expect(pieces.every((piece) => letters(piece) <= longest)).toBe(true);
        },
      ),
    );
  });

  test('of one endless word takes no time', () => {
    expect(cutForSpeech('ا'.repeat(100_000)).length).toBe(625);
  });
});
