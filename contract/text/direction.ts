import type { Direction } from '../languages.ts';

/**
 * Direction of one paragraph of a reader's own text, or undefined where it holds no letter and should
 * stand as its surroundings do. Leading mentions, hashtags, addresses and marks are skipped, so that
 * `@john شكرا` is right to left; then the first strong letter decides (UAX 9, P2). Only a sentence that
 * begins with a Latin word and is clearly of another script is read as that: `iPhone الجديد رائع` is
 * Arabic, and so is «شاهدت The Lord of the Rings أمس», whatever it quotes. Bare `dir="auto"` answers
 * the first two wrongly, and turns `123 👍` to the left (whatwg/html #10097, #10140).
 */
export function directionOfText(paragraph: string): Direction | undefined {
  const words = paragraph.split(/\s+/).filter((word) => word !== '');
  const speaking = directionsOf(words.filter((word) => !reference.test(word.replace(wrapping, ''))));
  // A paragraph that says nothing but addresses and mentions is read as these are.
  const [first, ...rest] = speaking.length > 0 ? speaking : directionsOf(words);
  if (first !== 'ltr') return first;
  const others = rest.filter((dir) => dir === 'rtl').length;
  const same = rest.length - others + 1;
  return others >= 2 && others >= 2 * same ? 'rtl' : 'ltr';
}

// What may stand before a mention or an address: a bracket, an emoji, the isolate of a chat program.
const wrapping = /^[^\p{L}\p{N}@#_\u061c\u200e\u200f]+/u;
// A mention, a hashtag, an address of the web or of mail. Nothing optional stands before it, so that
// it is tried at one place only: a word of a million exclamation marks would else take minutes.
const reference = /^(?:[@#]+[\p{L}\p{N}_]|https?:\/\/|www\.|[^\s@]+@[^\s@]+\.)/iu;

// The blocks Unicode keeps for right-to-left scripts (tatweel belongs to one, but to no single script).
const strong =
  /(?<rtl>[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}])|(?<ltr>[\p{L}\u200e])/u;
// Digits, punctuation and marks of right-to-left scripts have no strong direction of their own.
const weak = /[\p{N}\p{M}\p{P}\p{S}]/gu;

const directionsOf = (words: string[]): Direction[] =>
  words.map(directionOfWord).filter((dir) => dir !== undefined);

function directionOfWord(word: string): Direction | undefined {
  const groups = strong.exec(word.replace(weak, ''))?.groups;
  if (groups === undefined) return undefined;
  return groups['rtl'] === undefined ? 'ltr' : 'rtl';
}

export interface Paragraph {
  text: string;
  /** Undefined: as its surroundings. */
  dir: Direction | undefined;
  /** Whether it is figures, read from left to right whatever the paragraph's own direction. */
  figures: boolean;
}

/**
 * Paragraphs of a plain text: its lines, blank ones left out, each with its own direction. A line
 * without a letter stands as the line before it, else as the one after; but figures whose order has a
 * meaning (a telephone number, a sum, a score) are read from left to right wherever they stand.
 */
export function paragraphsOf(text: string): Paragraph[] {
  const lines = text.split(/\n+/).filter((line) => line.trim() !== '');
  const own = lines.map(directionOfText);
  let last = own.find((dir) => dir !== undefined);
  return lines.map((line, at) => {
    const dir = own[at];
    last = dir ?? last;
    return { text: line, dir: last, figures: dir === undefined && ordered.test(line) };
  });
}

// Two European figures with something between them, or a sign before one.
const ordered = /[0-9][^0-9]+[0-9]|[+\-−][0-9]/;
