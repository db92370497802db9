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
const rtl = String.raw`\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}`;
const strong = new RegExp(`(?<rtl>[${rtl}])|(?<ltr>[\\p{L}\\u200e])`, 'u');
const letter = /\p{L}/u;
const rtlLetter = new RegExp(`(?=\\p{L})[${rtl}]`, 'u');
const ltrLetter = new RegExp(`(?=\\p{L})[^${rtl}]`, 'u');
// Digits, punctuation and marks of right-to-left scripts have no strong direction of their own.
const weak = /[\p{N}\p{M}\p{P}\p{S}]/gu;

const directionsOf = (words: string[]): Direction[] =>
  words.map(firstDirection).filter((dir) => dir !== undefined);

/** Direction of the first strong character, by which a place for plain text goes (UAX 9, P2). */
export function firstDirection(text: string): Direction | undefined {
  const groups = strong.exec(text.replace(weak, ''))?.groups;
  if (groups === undefined) return undefined;
  return groups['rtl'] === undefined ? 'ltr' : 'rtl';
}

export interface Paragraph {
  text: string;
  /** Undefined: as its surroundings. */
  dir: Direction | undefined;
}

/**
 * Paragraphs of a plain text: its lines, blank ones left out, each with its own direction. A line
 * without a letter stands as the line before it, else as the one after.
 */
export function paragraphsOf(text: string): Paragraph[] {
  const lines = text.split(/\n+/).filter((line) => line.trim() !== '');
  const own = lines.map(directionOfText);
  let last = own.find((dir) => dir !== undefined);
  return lines.map((line, at) => ({ text: line, dir: (last = own[at] ?? last) }));
}

/**
 * Direction of a text inside one whose direction is known, as of a headline or a cell of an article:
 * undefined, which is as its surroundings, unless it has letters and not one of them is of that direction.
 */
export function directionWithin(text: string, around: Direction): Direction | undefined {
  if (!letter.test(text)) return undefined;
  if (around === 'rtl') return rtlLetter.test(text) ? undefined : 'ltr';
  return ltrLetter.test(text) ? undefined : 'rtl';
}
