/**
 * `line` as it may go to a terminal: names and titles may hold anything, so whatever would move the cursor,
 * break the line or turn its text is written as its code point, as \u001b.
 */
export const printable = (line: string): string =>
  line.replace(
    /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu,
    (char) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
