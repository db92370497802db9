/** A piece of a reader's text; with `href` it is an address that they wrote. */
export interface LinkPiece {
  text: string;
  href?: string;
}

/**
 * The addresses of the web in a comment, parted from its other words. What stands around them in a sentence
 * is not theirs, as «(https://example.com/a)،» shows. A host in foreign letters is said as the network knows
 * it (xn--, RFC 3492), since `аpple.com` in Cyrillic looks like another's; one that hides behind a name and
 * a password is left as words.
 */
export function linksIn(text: string): LinkPiece[] {
  const pieces: LinkPiece[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const written = withoutSentence(found);
    const link = linkOf(written);
    if (link === undefined) continue;
    if (index > end) pieces.push({ text: text.slice(end, index) });
    pieces.push(link);
    end = index + written.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

// No blank, no quotation mark, and none of the characters that are not seen.
const address = /(?<![\p{L}\p{N}@])(?:https?:\/\/|www\.)[^\s\p{C}<>"«»“”‹›]+/giu;

function linkOf(written: string): LinkPiece | undefined {
  const whole = /^www\./i.test(written) ? `https://${written}` : written;
  if (!URL.canParse(whole)) return undefined;
  const { href, host, hostname, username, password } = new URL(whole);
  if (!/[^.]\.[^.]/.test(hostname) || username + password !== '') return undefined;
  const [, scheme = '', rest = ''] = /^(https?:\/\/)?[^/?#]*(.*)$/is.exec(written) ?? [];
  return { text: scheme.toLowerCase() + host + rest, href };
}

const closing: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

/** An address without the signs that end the sentence around it, and without a bracket that it did not open. */
function withoutSentence(written: string): string {
  const counts = new Map<string, number>();
  for (const sign of written) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const count = (sign: string) => counts.get(sign) ?? 0;
  let end = written.length;
  for (; end > 0; end -= 1) {
    const last = written.charAt(end - 1);
    const opening = closing[last];
    const isSentence = opening === undefined ? /[.,;:!?'…،؛؟*_~]/.test(last) : count(last) > count(opening);
    if (!isSentence) break;
    counts.set(last, count(last) - 1);
  }
  return written.slice(0, end);
}
