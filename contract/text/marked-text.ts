import type { Direction } from '../languages.ts';
import { firstDirection } from './direction.ts';
import { isolatedPieces, partsOfPair } from './isolated-pieces.ts';

const marks = { ltr: '\u200e', rtl: '\u200f' } as const;

/**
 * `text` for a place that knows no elements, as a title or a feed: it begins with the mark of its direction
 * where its first letter is of the other, and what the bidi algorithm would tear apart in it is held
 * together by marks (LRM, RLM). Marks need no end, so that a title cut short stays in order; embeddings and
 * isolates do, and are taken out.
 */
export function markedText(text: string, dir: Direction | undefined): string {
  const plain = text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
  if (dir === undefined) return plain;
  const held = heldTogether(plain, dir);
  const first = firstDirection(held);
  return first === undefined || first === dir ? held : marks[dir] + held;
}

function heldTogether(text: string, dir: Direction): string {
  let before = '';
  return isolatedPieces(text)
    .map(({ text: piece, as }) => {
      const held =
        as === 'words' ? piece : as === 'pair' && dir === 'rtl' ? pairAfter(before, piece) : ltr(piece, dir);
      before = piece;
      return held;
    })
    .join('');
}

/** European figures would take the direction of a Latin word before them, and a hyphen theirs. */
function pairAfter(before: string, pair: string): string {
  if (!/[0-9\u06f0-\u06f9]/.test(pair)) return pair;
  const held = partsOfPair(pair).map((part) => (/^\p{N}/u.test(part) ? part : marks.rtl + part));
  return (/\p{Script=Latin}\P{L}*$/u.test(before) ? marks.rtl : '') + held.join('');
}

/** Arabic figures do not even take the direction of a mark before them: each sign between has its own. */
function ltr(piece: string, dir: Direction): string {
  const isArabic = /[\u0660-\u0669]/.test(piece);
  if (dir === 'ltr' && !isArabic) return piece;
  const parted = isArabic ? piece.replace(/[^\p{L}\p{N}]+/gu, `${marks.ltr}$&${marks.ltr}`) : piece;
  const from = /^\p{L}/u.test(parted) ? '' : marks.ltr;
  const to = /[\p{L}\p{N}]$/u.test(parted) ? '' : marks.ltr;
  return (from + parted + to).replace(/\u200e+/g, marks.ltr);
}
