// Arabic: short vowels, tanwin, shadda, sukun and their kin, the small marks of the Quran. Hamza and madda
// written as marks of their own (U+0653 to U+0655) make other letters and stay. Hebrew: niqqud, cantillation.
const marks =
  /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]/g;

/** `text` with its letters alone: `withoutVowelMarks('الخَطُّ') === 'الخط'`. */
export const withoutVowelMarks = (text: string): string => text.replace(marks, '');

const vowels = /[\u064e-\u0650\u0652\u0670]/g;

/**
 * `text` as a newspaper prints it: words that are vowelled throughout have their letters alone, and of any
 * other the shadda and the tanwin that its editor put there stay, since they tell words apart:
 * `asUnvowelled('مُحَمَّدٌ في عَمّان') === 'محمد في عمّان'`.
 */
export const asUnvowelled = (text: string): string =>
  text.replace(/[\p{L}\p{M}]+/gu, (word) => {
    const letters = word.match(/\p{L}/gu)?.length ?? 0;
    const count = word.match(vowels)?.length ?? 0;
    const isWhole = 2 * count > letters - (letters > 3 ? 1 : 0);
    return isWhole || !/[\u064b-\u0651]/.test(word) ? withoutVowelMarks(word) : word.replace(vowels, '');
  });
