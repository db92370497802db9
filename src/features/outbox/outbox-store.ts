import { parseEntry, storedEntry } from './outbox-entry.ts';
import type { Entry } from './outbox-state.ts';

const prefix = 'riwaq.outbox.';

/** An entry, and whether the device holds it too: else it lives as long as the page. */
export interface KeptEntry extends Entry {
  isStored: boolean;
}

export interface OutboxStore {
  /** The newest first; the same array until something changes. */
  entries: () => readonly KeptEntry[];
  get: (key: string) => KeptEntry | undefined;
  /** Keeps `entry`, on the device if it can. */
  put: (entry: Entry) => KeptEntry;
  drop: (key: string) => void;
  /** Looks again at what the device holds of `key`: another tab may have changed it. */
  refresh: (key: string) => void;
  subscribe: (tell: () => void) => () => void;
}

/** All comments on their way: one item of the device's storage each, equal in all tabs. */
export function openOutboxStore(): OutboxStore {
  const kept = new Map<string, KeptEntry>();
  const listeners = new Set<() => void>();
  let snapshot: readonly KeptEntry[] = [];

  const tell = () => {
    snapshot = [...kept.values()].toSorted((a, b) => b.written - a.written);
    for (const listener of listeners) listener();
  };

  const refresh = (key: string, text = readItem(key)) => {
    const before = kept.get(key);
    // The end is the end, and what the device does not hold it cannot tell anything of.
    if (before?.stage.is === 'published' || before?.isStored === false) return;
    if (text === undefined) return;
    const entry = text === null ? undefined : entryOf(key, text);
    if (entry !== undefined) kept.set(key, { ...entry, isStored: true });
    else if (before === undefined || text !== null) return;
    // Sent or discarded in another tab.
    else kept.delete(key);
    tell();
  };

  for (const key of storedKeys()) refresh(key);
  // Whoever ended between the last two words of a story: it is told.
  for (const { key, stage } of [...kept.values()]) {
    if (stage.is !== 'published') continue;
    kept.delete(key);
    removeItem(key);
  }
  tell();

  addEventListener('storage', ({ key, newValue }) => {
    // As it was written then: by now it may have gone on.
    if (key?.startsWith(prefix) === true) refresh(key.slice(prefix.length), newValue);
    // The site's data were cleared: words that nobody has sent stay in the page.
    if (key !== null) return;
    for (const [own, entry] of kept) kept.set(own, { ...entry, isStored: false });
    tell();
  });

  return {
    entries: () => snapshot,
    get: (key) => kept.get(key),
    put(entry) {
      const isStored = writeItem(entry) || readItem(entry.key) != null;
      // Other tabs have heard of it; the device need not hold what the site shows.
      if (entry.stage.is === 'published') removeItem(entry.key);
      const item = { ...entry, isStored };
      kept.set(entry.key, item);
      tell();
      return item;
    },
    drop(key) {
      kept.delete(key);
      removeItem(key);
      tell();
    },
    refresh: (key) => refresh(key),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function storedKeys(): string[] {
  try {
    return Object.keys(localStorage).flatMap((name) =>
      name.startsWith(prefix) ? [name.slice(prefix.length)] : [],
    );
  } catch {
    return [];
  }
}

/** Null where there is nothing, undefined where nobody may look. */
function readItem(key: string): string | null | undefined {
  try {
    return localStorage.getItem(prefix + key);
  } catch {
    return undefined;
  }
}

function writeItem(entry: Entry): boolean {
  try {
    localStorage.setItem(prefix + entry.key, JSON.stringify(storedEntry(entry)));
    return true;
  } catch {
    return false;
  }
}

function removeItem(key: string): void {
  try {
    localStorage.removeItem(prefix + key);
  } catch {
    // Where nobody may look there is nothing.
  }
}

function entryOf(key: string, text: string): Entry | undefined {
  try {
    return parseEntry(key, JSON.parse(text));
  } catch {
    return undefined;
  }
}
