import { useSyncExternalStore } from 'react';
import type { OwnFormats } from './format.ts';

/** What a reader has chosen of how things are written; pages come written as the site does. */
export interface Writing {
  formats: OwnFormats;
  hidesMarks: boolean;
}

const ofTheSite: Writing = { formats: {}, hidesMarks: false };
let current = ofTheSite;
const listeners = new Set<() => void>();

/** Has everything on the page written anew. */
export function setWriting(writing: Writing): void {
  current = writing;
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** The reader's writing; the site's while the server's page is taken over. */
export const useWriting = (): Writing =>
  useSyncExternalStore(
    subscribe,
    () => current,
    () => ofTheSite,
  );
