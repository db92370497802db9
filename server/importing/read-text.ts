import { limits } from '#contract/limits';
import { arabicEncoding, firstBadByte, knownBinary, wideEncoding } from './encoding.ts';

export type ReadText =
  | {
      ok: true;
      /** NFC, well-formed, lines ended by line feeds; no control character but line feed and tab, no override. */
      text: string;
      /** What a publisher should know, one sentence without a full stop each. */
      notes: string[];
    }
  | {
      ok: false;
      /** Why the file is refused, in words that go after a colon. */
      why: string;
    };

/** A file's bytes as text, or why they are none. The same for every format. Never throws. */
export function readText(bytes: Uint8Array): ReadText {
  const why = refusal(bytes);
  if (why !== undefined) return { ok: false, why };
  // The decoder takes the byte order mark with it.
  const text = new TextDecoder('utf-8').decode(bytes).replace(lineEnds, '\n');
  const shown = text.replace(hidden, '');
  const notes: string[] = [];
  if (shown.length < text.length) notes.push('hidden control characters were taken out');
  const damaged = shown.split('\ufffd').length - 1;
  if (damaged > 0) notes.push(`the text holds ${damaged} × U+FFFD, the sign of a letter lost before`);
  return { ok: true, text: cleanCharacters(shown), notes };
}

/**
 * `text` without what readText takes out, in NFC: for text that was written as entities or escapes
 * (`&#x202e;`, `\u202e`) and comes to light only when a format is parsed. Lone surrogates become U+FFFD.
 */
export function cleanCharacters(text: string): string {
  return text
    .toWellFormed()
    .replace(lineEnds, '\n')
    .replace(hidden, '')
    .replace(tagSequences, (_, flag?: string) => flag ?? '')
    .replace(crowdedMarks, '$1')
    .normalize('NFC');
}

function refusal(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return 'the file is empty';
  if (bytes.length > limits.importFile) return `larger than ${limits.importFile / 1024 ** 2} MiB`;
  const binary = knownBinary(bytes);
  if (binary !== undefined) return `${binary}, not a plain text`;
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return `encoded as ${wide}; save it as UTF-8`;
  const nul = bytes.indexOf(0);
  if (nul !== -1) return `a binary file, not a text (NUL at byte ${nul}, counted from 0)`;
  const bad = firstBadByte(bytes);
  return bad === undefined ? undefined : invalid(bytes, bad);
}

function invalid(bytes: Uint8Array, at: number): string {
  const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const guess = arabicEncoding(bytes);
  const advice = guess === undefined ? '' : `; it looks like ${guess}, save it as UTF-8`;
  return `invalid UTF-8 at byte ${at}, counted from 0 (${byte})${advice}`;
}

// CRLF, the old Mac's CR, vertical tab (Word's soft break), form feed, NEL, line and paragraph separator.
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
// Controls but tab and line feed, the two overrides, byte order marks left by joined files, and code
// points that are no characters and that XML feeds may not hold.
const hidden = /(?![\t\n])[\p{Cc}\p{Noncharacter_Code_Point}\u202d\u202e\ufeff]/gu;
// Tag characters draw nothing and can smuggle text; the one honest use is a subdivision's flag.
const tagSequences =
  /(\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{2,6}\u{E007F})|[\u{E0000}-\u{E007F}]/gu;
const crowdedMarks = new RegExp(`(\\p{M}{${limits.marksPerLetter}})\\p{M}+`, 'gu');
