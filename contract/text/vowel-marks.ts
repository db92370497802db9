// Arabic: short vowels, tanwin, shadda, sukun and their kin, the small marks of the Quran. Hamza and madda
// written as marks of their own (U+0653 to U+0655) make other letters and stay. Hebrew: niqqud, cantillation.
const marks =
  /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]/g;

/** `text` with its letters alone: `withoutVowelMarks('الخَطُّ') === 'الخط'`. */
export const withoutVowelMarks = (text: string): string => text.replace(marks, '');
