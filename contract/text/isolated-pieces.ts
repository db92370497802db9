import { number, signs } from './piece-signs.ts';

/**
 * How a piece of a text stands among the words around it: `words` with them; `ltr` by itself, sign after sign
 * from left to right in every family of digits; `pair` by itself, its numbers following one another as the
 * words around them do.
 */
export interface TextPiece {
  text: string;
  as: 'words' | 'ltr' | 'pair';
}

/**
 * `text` with what the bidi algorithm would tear apart among right-to-left words as pieces of their own.
 * docs/bidi-corpus.md has the rules with their reasons, e2e/bidi-corpus.json what is seen by them. A text
 * whose writer has said the order by controls is left as it is.
 */
export function isolatedPieces(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  const add = (upTo: number, as: TextPiece['as']) => {
    if (upTo > end) pieces.push({ text: text.slice(end, upTo), as });
    end = upTo;
  };
  // Whether the last piece ends in words, which what comes next may continue.
  let isOpen = false;
  for (const match of controls.test(text) ? [] : text.matchAll(signs)) {
    const { index, groups } = match;
    const after = index + match[0].length;
    if (index < end) continue;
    if (groups?.['pair'] !== undefined && !isBetweenLatin(text, index, after)) {
      add(index, 'words');
      add(after, 'pair');
      isOpen = false;
      continue;
    }
    // A phrase in Latin letters is one whole: parted at its C++, its halves would change places.
    const before = lengthOf(wordsBefore, text.slice(beginning(text, end, index), index));
    const behind = lengthOf(wordsBehind, text.slice(after, after + phrase));
    const last = pieces.at(-1);
    if (isOpen && last !== undefined && /^[,:;]? $/.test(text.slice(end, index))) {
      last.text += text.slice(end, after + behind);
      end = after + behind;
    } else {
      add(index - before, 'words');
      add(after + behind, 'ltr');
    }
    isOpen = behind > 0;
  }
  add(text.length, 'words');
  return pieces;
}

/** The numbers of a pair, and what stands between them, in turn. */
export const partsOfPair = (pair: string): string[] => pair.split(number).filter((part) => part !== '');

const controls = /[\u202a-\u202e\u2066-\u2069]/;
// Letters of a phrase that are looked at on either side.
const phrase = 300;
const word = String.raw`\p{Script=Latin}(?:[\p{Script=Latin}\p{N}_'’.&/-]*[\p{Script=Latin}\p{N}])?`;
const wordsBefore = new RegExp(String.raw`(?<![\p{L}\p{N}@#])(?:${word}[,:;]? )+$`, 'u');
const wordsBehind = new RegExp(String.raw`^(?:[,:;]? ${word}(?![\p{L}\p{N}+#@]|://))+`, 'u');

const lengthOf = (words: RegExp, text: string): number => words.exec(text)?.[0].length ?? 0;

/** Where the words before a piece are looked at from: between two of them. */
function beginning(text: string, end: number, index: number): number {
  if (index - phrase <= end) return end;
  const blank = text.indexOf(' ', index - phrase);
  return blank < 0 ? index : Math.min(index, blank + 1);
}

/** As the score between the names of two teams, which is read as these are. */
const isBetweenLatin = (text: string, from: number, to: number): boolean =>
  /\p{Script=Latin} $/u.test(text.slice(Math.max(0, from - 2), from)) &&
  /^ \p{Script=Latin}/u.test(text.slice(to, to + 2));
