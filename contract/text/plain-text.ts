import { limits } from '../limits.ts';
import { countCodePoints, countGraphemes } from './graphemes.ts';

/**
 * A reader's text is kept code point for code point but for this list, which docs/architecture.md
 * publishes: CRLF and lone CR become line feeds; blanks at the ends, control characters other than
 * line feed and tab, bidi overrides, unbalanced bidi controls, hidden tag characters, and marks past
 * the eighth on one letter are taken out. It is never normalised: NFC would reorder shadda and fatha.
 */
export function cleanText(text: string): string {
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(controls, '')
    .replace(tagSequences, (_, flag?: string) => flag ?? '')
    .split('\n')
    .map(balanceDirections)
    .join('\n')
    .replace(markedRuns, thinMarks);
  return trim(clean);
}

/** Without blanks at the ends. A pattern with `+$` would try every blank inside: minutes for a hostile megabyte. */
function trim(text: string): string {
  let end = text.length;
  while (end > 0 && blank.test(text.charAt(end - 1))) end -= 1;
  let start = 0;
  while (start < end && blank.test(text.charAt(start))) start += 1;
  return text.slice(start, end);
}

/** The marks of one letter up to the limit; what stands between them stays. */
function thinMarks(run: string): string {
  let marks = 0;
  return run.replace(/\p{M}/gu, (mark) => ((marks += 1) > limits.marksPerLetter ? '' : mark));
}

/** A name is one line: the same list, and every run of line feeds and tabs becomes one space. */
export function cleanName(text: string): string {
  return cleanText(cleanText(text).replace(/[\n\t\u2028\u2029]+/g, ' '));
}

export type TextKind = 'name' | 'comment' | 'reason';
export type CheckedText =
  | { ok: true; text: string }
  | { ok: false; code: 'malformed' | 'required' | 'too_long' };

/**
 * Cleans `text` and holds it to the limits of its kind (contract/limits.ts). NUL and lone surrogates
 * cannot be kept by every database nor shown by any browser, so they are refused, not repaired.
 */
export function checkText(text: string, kind: TextKind): CheckedText {
  if (malformed.test(text)) return { ok: false, code: 'malformed' };
  const clean = kind === 'name' ? cleanName(text) : cleanText(text);
  if (!visible.test(clean)) return { ok: false, code: 'required' };
  const { max } = limits[kind];
  if (clean.length > max && isTooLong(clean, max)) return { ok: false, code: 'too_long' };
  return { ok: true, text: clean };
}

function isTooLong(text: string, max: number): boolean {
  return countCodePoints(text) > max * limits.codePointsPerGrapheme || countGraphemes(text) > max;
}

// NUL, or a surrogate without its other half.
const malformed = /\0|\p{Surrogate}/u;
// C0 without tab and line feed, DEL, C1, and the two overrides LRO and RLO.
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const controls = /[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e]/g;
// Tag characters draw nothing and can smuggle text; the one honest use is a subdivision's flag.
const tagSequences =
  /(\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{2,6}\u{E007F})|[\u{E0000}-\u{E007F}]/gu;
// Joiners and other characters without ink do not part a mark from its letter.
const markedRuns = /[\p{M}\p{Cf}]{2,}/gu;
const blank = /[\s\u0085]/;
// Something that leaves ink: Hangul fillers and the Braille blank count as letters and symbols but do not.
const visible = /(?![\u115f\u1160\u3164\uffa0\u2800])[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * Takes out, within one line (a bidi paragraph ends there), every embedding or isolate never closed
 * and every closer never opened, as UAX 9 (BD9, X5a–X7) pairs them. Balanced ones stay.
 */
function balanceDirections(line: string): string {
  if (!/[\u202a-\u202c\u2066-\u2069]/.test(line)) return line;
  const kept = [...line];
  const open: { at: number; isolate: boolean }[] = [];
  let isolates = 0;
  const drop = (at: number) => (kept[at] = '');
  kept.forEach((char, at) => {
    if (char === '\u202a' || char === '\u202b') open.push({ at, isolate: false });
    else if (char >= '\u2066' && char <= '\u2068') {
      open.push({ at, isolate: true });
      isolates += 1;
    } else if (char === '\u202c') {
      if (open.at(-1)?.isolate === false) open.pop();
      else drop(at);
    } else if (char === '\u2069') {
      if (isolates === 0) return void drop(at);
      isolates -= 1;
      // An isolate's end also ends what was opened inside and never closed.
      for (let last = open.pop(); last !== undefined && !last.isolate; last = open.pop()) drop(last.at);
    }
  });
  for (const { at } of open) drop(at);
  return kept.join('');
}
