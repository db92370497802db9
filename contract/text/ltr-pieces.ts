/** A piece of a text, and whether it is read from left to right whatever stands around it. */
export interface TextPiece {
  text: string;
  ltr: boolean;
}

/**
 * `text` with what the bidi algorithm would tear apart among right-to-left words as pieces of their own:
 * a telephone number in its international form, a name like `C++`, a mention or a hashtag in Latin
 * letters, an address of the web. Scores and ranges are left as they are: readers differ on their order.
 */
export function ltrPieces(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(leftToRight)) {
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), ltr: false });
    pieces.push({ text: match[0], ltr: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), ltr: false });
  return pieces;
}

// Each begins where no letter or digit stands before it, so that a long word is tried once.
const leftToRight =
  /(?<![\p{L}\p{N}])(?:\+[0-9](?:[ .-]?[0-9]){6,14}(?![0-9])|[a-z][a-z0-9]*[+#]+(?![\p{L}\p{N}])|[@#][a-z][a-z0-9_]*|https?:\/\/[!-~]*[a-z0-9/])/giu;
