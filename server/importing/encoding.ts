const signatures: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF document'],
  ['{\\rtf', 'an RTF document'],
  ['PK\x03\x04', 'a Word (.docx) or ZIP file'],
  ['\xd0\xcf\x11\xe0', 'an old Word (.doc) file'],
  ['\x89PNG', 'a PNG picture'],
  ['\xff\xd8\xff', 'a JPEG picture'],
  ['\x1f\x8b', 'a gzip archive'],
];

/** What `bytes` are by their first ones, in words for a sentence, where they are a known kind of file that is no plain text. */
export function knownBinary(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  return signatures.find(([signature]) => start.startsWith(signature))?.[1];
}

/** Name of the 16- or 32-bit encoding that `bytes` are in, by their mark or by their pattern. */
export function wideEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32' : 'UTF-16';
  if (a === 0xfe && b === 0xff) return 'UTF-16';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'UTF-32';
  return looksLikeUtf16(bytes.subarray(0, 4096)) ? 'UTF-16' : undefined;
}

// Unmarked, Arabic and Latin UTF-16 show a 06 or a 00 in nearly every second byte; no UTF-8 text does.
function looksLikeUtf16(sample: Uint8Array): boolean {
  const pairs = Math.floor(sample.length / 2);
  if (pairs < 4) return false;
  return [0, 1].some((parity) => {
    let pages = 0;
    for (let at = parity; at < pairs * 2; at += 2) if (sample[at] === 0 || sample[at] === 6) pages += 1;
    const others = sample.filter((byte, at) => at % 2 !== parity && byte === 0).length;
    return pages >= 0.8 * pairs && others < 0.2 * pairs;
  });
}

const replacement = '\ufffd';

/**
 * Offset, counted from 0, at which the first malformed UTF-8 sequence begins (a sequence cut short
 * counts from its first byte), or undefined where `bytes` are well-formed.
 */
export function firstBadByte(bytes: Uint8Array): number | undefined {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let at = 0;
  for (let from = 0; ; from += 1, at += 3) {
    const found = text.indexOf(replacement, from);
    if (found === -1) return undefined;
    at += Buffer.byteLength(text.slice(from, found));
    // The replacement character may also stand in the file itself, as EF BF BD.
    if (bytes[at] !== 0xef || bytes[at + 1] !== 0xbf || bytes[at + 2] !== 0xbd) return at;
    from = found;
  }
}

const arabicLetters = /[\p{Script=Arabic}\p{M}،؛؟ـ]/gu;

/** Name of the 8-bit Arabic encoding that makes Arabic of nearly all bytes above ASCII, if one does. */
export function arabicEncoding(bytes: Uint8Array): string | undefined {
  const high = bytes.subarray(0, 4096).filter((byte) => byte >= 0x80);
  if (high.length < 4) return undefined;
  const shares = (['Windows-1256', 'ISO-8859-6'] as const).map((name) => {
    const found = new TextDecoder(name).decode(high).match(arabicLetters)?.length ?? 0;
    return { name, share: found / high.length };
  });
  const [best] = shares.toSorted((one, other) => other.share - one.share);
  return best !== undefined && best.share >= 0.8 ? best.name : undefined;
}
