/**
 * Most letters of one utterance. Chromium stops a remote voice after some fifteen seconds without a word
 * (crbug.com/40747712, HadrienGardeur/read-aloud-best-practices#3): this many take about twelve.
 */
const longestUtterance = 160;

// Soft hyphens, tatweel, zero-width characters and bidi controls: they steer the eye. Vowel marks stay.
const unspoken = /[\u00ad\u0640\u061c\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** `text` as a voice of `lang` is to read it. */
export function spokenText(text: string, lang: string): string {
  // Persian, Urdu and Kurdish spell with the zero-width non-joiner; Arabic has no use for it.
  const silent = primaryOf(lang) === 'ar' ? text.replaceAll('\u200c', '') : text;
  return silent.replace(unspoken, '').replace(/\s+/g, ' ').trim();
}

/** Whether there is anything in it that a voice could say. */
export const isSayable = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** The language of a tag without its region: of `ar-LB`, `ar`. */
export const primaryOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/** Where a long text may be cut, the better places first; the stop stays with what it ends. */
const places = [
  /(?<=[.!?\u2026\u061f\u06d4][)\]}"'\u00bb\u201d\u2019]*)\s+/u,
  /(?<=[,;:\u060c\u061b\u2013\u2014][)\]}"'\u00bb\u201d\u2019]*)\s+/u,
  /\s+/u,
];

/** `text` in pieces that each can be spoken at one go, cut at the ends of sentences where it can be. */
export function cutForSpeech(text: string, longest = longestUtterance): string[] {
  return cutAt(0, text, longest);
}

function cutAt(level: number, text: string, longest: number): string[] {
  if (lettersOf(text) <= longest) return [text];
  const place = places[level];
  // One word, longer than any language has: an address, or a line of signs.
  if (place === undefined)
    return text.match(new RegExp(`(?:\\P{M}\\p{M}*|\\p{M}+){1,${longest}}`, 'gu')) ?? [];
  const pieces: string[] = [];
  for (const piece of text.split(place).flatMap((part) => cutAt(level + 1, part, longest))) {
    const joined = `${pieces.at(-1) ?? ''} ${piece}`;
    if (pieces.length > 0 && lettersOf(joined) <= longest) pieces.splice(-1, 1, joined);
    else pieces.push(piece);
  }
  return pieces;
}

/** Vowel marks take no time of their own. */
const lettersOf = (text: string): number => text.replace(/\p{M}/gu, '').length;
