import { asUnvowelled } from '#contract/text/vowel-marks';

/**
 * A reader may hide the vowel marks, and a page folds blanks: a place on the page is found in the text as
 * it was written by counting what both have, its letters.
 */
const uncounted = /[\s\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/;
const allUncounted = new RegExp(uncounted, 'g');

/** Words of a text as its page shows it: without the vowel marks that a reader has hidden there. */
export const asShown = (words: string, shown: string): string =>
  asUnvowelled(shown) === shown ? asUnvowelled(words) : words;

export const lettersOf = (text: string): string => text.replace(allUncounted, '');

/** Where in `text` the letter begins before which stand `count` others. */
export function offsetOfLetter(text: string, count: number): number {
  let seen = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (uncounted.test(text.charAt(at))) continue;
    if (seen === count) return at;
    seen += 1;
  }
  return text.length;
}

/** Where in `text` the first `count` letters end, with the marks on the last of them. */
export function offsetAfterLetters(text: string, count: number): number {
  if (count === 0) return 0;
  let at = offsetOfLetter(text, count - 1) + 1;
  while (at < text.length && uncounted.test(text.charAt(at)) && text.charAt(at).trim() !== '') at += 1;
  return Math.min(at, text.length);
}
