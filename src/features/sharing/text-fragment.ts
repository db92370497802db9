import type { Part, Passage, Place } from './article-parts.ts';
import { pageWords, type Word } from './page-words.ts';

/** `[prefix-,]start[,end][,-suffix]`, each by its number of words. */
interface Terms {
  prefix: number;
  start: number;
  /** None: the start is the whole passage. */
  end: number;
  suffix: number;
}

/** A passage longer than this is said by its first words and its last. */
const longestWhole = 60;
const edges = [3, 4, 5, 6, 8, 12];
/** Words before and after, from none on. */
const contexts = [
  [0, 0],
  ...[1, 2, 3, 4, 6, 8, 12, 20, 32].flatMap(
    (most) =>
      [
        [most, 0],
        [0, most],
        [most, most],
      ] as const,
  ),
] as const;

/**
 * The fragment of an address that leads to `passage`: `#p-…:~:text=…` (WICG, URL Fragment Text
 * Directives). Browsers mark the first place of the document that fits, so words from around it are added
 * until no other does; `before` are texts of the page that are none of the article's. A browser that
 * follows no text goes to the block by its id, as does one that finds the words without their marks; what
 * cannot be told apart from its like is left to the id alone.
 */
export function textFragment(
  parts: readonly Part[],
  passage: Passage,
  before: readonly string[] = [],
): string {
  const anchor = parts[passage.start.part]?.anchor ?? '';
  const blockAlone = anchor === '' ? '' : `#${anchor}`;
  const words = pageWords(parts, before);
  const first = words.findIndex((word) => isAfter(word, word.end, passage.start));
  const last = words.findLastIndex((word) => isBefore(word, word.start, passage.end));
  if (first === -1 || last < first) return blockAlone;
  const terms = uniqueTerms(words, first, last);
  return terms === undefined
    ? blockAlone
    : `#${anchor}:~:text=${directive(parts, words, first, last, terms)}`;
}

const isAfter = ({ part }: Word, offset: number, place: Place) =>
  part > place.part || (part === place.part && offset > place.offset);
const isBefore = ({ part }: Word, offset: number, place: Place) =>
  part < place.part || (part === place.part && offset < place.offset);

/** The fewest terms that no other place of the page fits; undefined where there are none. */
function uniqueTerms(words: readonly Word[], first: number, last: number): Terms | undefined {
  const count = last - first + 1;
  const inOnePiece = words[first]?.piece === words[last]?.piece;
  const length = (words[last]?.end ?? 0) - (words[first]?.start ?? 0);
  const isWhole = count === 1 || (inOnePiece && length <= longestWhole);
  const sizes = isWhole
    ? [{ start: count, end: 0 }]
    : edges.map((edge) => ({
        start: runFrom(words, first, Math.min(edge, count - 1)),
        end: runBack(words, last, Math.min(edge, count - 1)),
      }));
  for (const [before, behind] of contexts) {
    const prefix = touches(words, first - 1, 'isFirst') ? runBack(words, first - 1, before) : 0;
    const suffix = touches(words, last, 'isLast') ? runFrom(words, last + 1, behind) : 0;
    for (const { start, end } of sizes) {
      const terms = { prefix, start, end: Math.min(end, count - start), suffix };
      const [found, ...others] = placesOf(words, first, last, terms);
      if (found !== undefined && others.length === 0 && found.first === first && found.last === last)
        return terms;
    }
  }
  return undefined;
}

/**
 * Whether a word and the next touch, with nothing between that belongs to neither: beside the standfirst
 * stands the byline, and a sign at the passage's own edge can be no part of another block's words.
 */
function touches(words: readonly Word[], at: number, edge: 'isFirst' | 'isLast'): boolean {
  const [word, next] = [words[at], words[at + 1]];
  if (word === undefined || next === undefined) return false;
  if (word.piece === next.piece) return true;
  // A block of signs alone between the two is part of neither, and an engine does not pass over it.
  if (next.piece - word.piece > 1) return false;
  const isNear = word.part === next.part || (word.isInBody && next.isInBody);
  return isNear && (edge === 'isFirst' ? next.isFirst : word.isLast);
}

/** How many words, at most `most`, stand in one piece from `at` on. */
function runFrom(words: readonly Word[], at: number, most: number): number {
  let count = 0;
  while (count < most && words[at + count]?.piece === words[at]?.piece) count += 1;
  return count;
}

function runBack(words: readonly Word[], at: number, most: number): number {
  let count = 0;
  while (count < most && words[at - count]?.piece === words[at]?.piece) count += 1;
  return count;
}

/** Every place that an engine could take for the passage, by the words of `terms`. */
function placesOf(words: readonly Word[], first: number, last: number, terms: Terms) {
  const { prefix, start, end, suffix } = terms;
  const fits = (at: number, as: number, count: number) => {
    for (let step = 0; step < count; step += 1) {
      const word = words[at + step];
      if (word === undefined || word.folded !== words[as + step]?.folded) return false;
      if (word.piece !== words[at]?.piece) return false;
    }
    return true;
  };
  const places: { first: number; last: number }[] = [];
  for (let at = prefix; at < words.length; at += 1) {
    if (!fits(at - prefix, first - prefix, prefix) || !fits(at, first, start)) continue;
    let beyond = at + start;
    if (end > 0) {
      const tail = last - end + 1;
      while (beyond < words.length && !(fits(beyond, tail, end) && fits(beyond + end, last + 1, suffix)))
        beyond += 1;
      beyond += end;
    } else if (!fits(beyond, last + 1, suffix)) continue;
    if (beyond <= words.length) places.push({ first: at, last: beyond - 1 });
  }
  return places;
}

function directive(
  parts: readonly Part[],
  words: readonly Word[],
  first: number,
  last: number,
  { prefix, start, end, suffix }: Terms,
): string {
  const said = (from: number, count: number, begin?: number, close?: number) => {
    const [head, tail] = [words[from], words[from + count - 1]];
    if (head === undefined || tail === undefined) return '';
    return encodeTerm(parts[head.part]?.text.slice(begin ?? head.start, close ?? tail.end) ?? '');
  };
  const pieces = [said(first, start)];
  if (end > 0) pieces.push(said(last - end + 1, end));
  // What stands around touches the passage, with the signs between the two.
  if (prefix > 0) {
    const [word, next] = [words[first - 1], words[first]];
    const close = word?.piece === next?.piece ? next?.start : word?.pieceEnd;
    pieces.unshift(`${said(first - prefix, prefix, undefined, close)}-`);
  }
  if (suffix > 0) {
    const [word, next] = [words[last], words[last + 1]];
    const begin = word?.piece === next?.piece ? word?.end : next?.pieceStart;
    pieces.push(`-${said(last + 1, suffix, begin)}`);
  }
  return pieces.join(',');
}

/** The dash is the directive's own sign; the others would end an address where chats look for one. */
function encodeTerm(text: string): string {
  return encodeURIComponent(text.trim().replace(/\s+/g, ' ')).replace(
    /[-!'()*~_.]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
