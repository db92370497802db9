import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { openOutbox, type Outbox } from './outbox.ts';
import type { KeptEntry } from './outbox-store.ts';

const none: readonly KeptEntry[] = [];

/** The outbox, and the comments of one article in it, the newest first; none on the server. */
export function useOutbox(slug: string): { outbox: Outbox; entries: readonly KeptEntry[] } {
  const outbox = openOutbox(useQueryClient());
  const all = useSyncExternalStore(outbox.subscribe, outbox.entries, () => none);
  return { outbox, entries: all.filter((entry) => entry.slug === slug) };
}
