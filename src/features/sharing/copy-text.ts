/** Copies, and says `words` once it has; says whether it could. */
export type Copy = (text: string, words: string, html?: string) => Promise<boolean>;

/** Copies `text`, with `html` where the device takes both; says whether it could. */
export async function copyText(text: string, html?: string): Promise<boolean> {
  try {
    if (html !== undefined && 'ClipboardItem' in window) {
      const as = (type: string, content: string) => ({ [type]: new Blob([content], { type }) });
      try {
        await navigator.clipboard.write([
          new ClipboardItem({ ...as('text/plain', text), ...as('text/html', html) }),
        ]);
        return true;
      } catch {
        // Some take plain text alone.
      }
    }
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Refused, or absent where the page did not come over https.
    return false;
  }
}
