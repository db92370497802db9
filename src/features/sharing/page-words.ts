import { wordBounds } from '#contract/text/word-bounds';
import type { Part } from './article-parts.ts';

/** One word of the page. */
export interface Word {
  /** Place of its part; -1 where it is none of the article's. */
  part: number;
  /** Words of one piece stand in one block of the page: a term of a text directive never leaves it. */
  piece: number;
  pieceStart: number;
  pieceEnd: number;
  start: number;
  end: number;
  isInBody: boolean;
  /** Whether no sign stands before it in its piece, or after it. */
  isFirst: boolean;
  isLast: boolean;
  /** In the loosest spelling that an engine compares by: no case, no marks of any script. */
  folded: string;
}

/** The words of a page in its order, `before` standing for all that is none of the article's. */
export function pageWords(parts: readonly Part[], before: readonly string[]): Word[] {
  const pieces = [
    ...before.map((text) => ({ text, from: 0, part: -1, isInBody: false })),
    ...parts.flatMap(({ text, anchor }, part) =>
      [...text.matchAll(/[^\n\t\v]+/g)].map((piece) => ({
        text: piece[0],
        from: piece.index,
        part,
        isInBody: anchor !== undefined,
      })),
    ),
  ];
  return pieces.flatMap(({ text, from, ...place }, piece) =>
    wordBounds(text).map(({ start, end }) => ({
      ...place,
      piece,
      pieceStart: from,
      pieceEnd: from + text.length,
      start: from + start,
      end: from + end,
      isFirst: text.slice(0, start).trim() === '',
      isLast: text.slice(end).trim() === '',
      folded: fold(text.slice(start, end)),
    })),
  );
}

const fold = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\u0640]/gu, '')
    .toLowerCase();
