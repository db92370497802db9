import { readStored, writeStored } from '#platform/local-store.ts';

const prefix = 'riwaq.edit.';

/** What a comment of this browser is to be changed to, where that was written and not saved. */
export function readEdit(id: string): string | undefined {
  const kept = parseEdit(readStored(prefix + id));
  return kept?.text;
}

/** Keeps it as long as the comment may be changed at all: `until`, in milliseconds. */
export function keepEdit(id: string, text: string, until: number): void {
  writeStored(prefix + id, { text, until });
}

export function dropEdit(id: string): void {
  drop(prefix + id);
}

/** Forgets whatever can be saved no more at the time `now`. */
export function dropOldEdits(now: number): void {
  for (const key of keys()) {
    const kept = parseEdit(readStored(key));
    if (kept === undefined || kept.until <= now) drop(key);
  }
}

function parseEdit(stored: unknown): { text: string; until: number } | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  if (!('text' in stored) || typeof stored.text !== 'string') return undefined;
  if (!('until' in stored) || typeof stored.until !== 'number') return undefined;
  return { text: stored.text, until: stored.until };
}

function keys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

function drop(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Where nobody may look there is nothing.
  }
}
