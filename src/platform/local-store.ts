/** What `key` holds on this device; undefined where it holds nothing that can be read. */
export function readStored(key: string): unknown {
  try {
    const text = localStorage.getItem(key);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    // Storage is denied, or the text was not written by us.
    return undefined;
  }
}

/** Keeps `value` on this device; says whether it could. */
export function writeStored(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Whether comments wait on this device to be sent: looked for without the code that knows them. */
export function isAnythingWaiting(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith('riwaq.outbox.'));
  } catch {
    // Storage is denied.
    return false;
  }
}
