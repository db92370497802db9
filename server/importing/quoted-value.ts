/** How much of a value is shown: enough to find it. */
const shown = 80;

/** A value as it was read, on one line between guillemets, for a sentence that refuses it. */
export function quotedValue(value: unknown): string {
  const text = value === undefined ? 'nothing' : typeof value === 'string' ? value : JSON.stringify(value);
  const line = text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ');
  return line.length > shown ? `«${line.slice(0, shown).toWellFormed()}…»` : `«${line}»`;
}
