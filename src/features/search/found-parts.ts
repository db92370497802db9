import { termsOf } from '#contract/text/fold';

interface Part {
  text: string;
  /** Whether it is a word that the search found. */
  found: boolean;
}

// A word as it is written, with its marks, tatweel and what joins or parts letters unseen.
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640\u00ad\u200b-\u200f\u2060-\u2069\ufeff]*/gu;

/**
 * `text` in parts, those words apart that a search for `query` finds by: the rule of the site's index
 * (a word that begins with one asked for, or whose stem is its word or its stem), on the words as written.
 */
export function foundParts(text: string, query: string): Part[] {
  const wanted = termsOf(query);
  const isFound = (written: string) =>
    termsOf(written).some((term) =>
      wanted.some(({ word, stem }) => term.word.startsWith(word) || term.stem === word || term.stem === stem),
    );
  const parts: Part[] = [];
  let end = 0;
  for (const { 0: written, index } of text.matchAll(word)) {
    if (!isFound(written)) continue;
    if (index > end) parts.push({ text: text.slice(end, index), found: false });
    end = index + written.length;
    parts.push({ text: written, found: true });
  }
  if (end < text.length) parts.push({ text: text.slice(end), found: false });
  return parts;
}
