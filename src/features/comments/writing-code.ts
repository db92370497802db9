import { useSyncExternalStore } from 'react';
import type { LanguageCode } from '#contract/languages';
import { loadLateWords } from '#i18n/i18n.ts';
import { fetchCode } from '#platform/code.ts';
import type * as writing from './writing.ts';

type WritingCode = typeof writing;

let code: WritingCode | undefined;
const listeners = new Set<() => void>();

/**
 * Fetches what writing needs beside the form itself: rules, drafts, outbox, the reader's own comments. Most
 * visits never come so far. Throws where it does not come; the next call tries again.
 */
export async function loadWriting(language: LanguageCode): Promise<WritingCode> {
  if (code !== undefined) return code;
  const [loaded] = await Promise.all([fetchCode(import('./writing.ts')), loadLateWords(language)]);
  code = loaded;
  for (const listener of listeners) listener();
  return loaded;
}

/** What `loadWriting` has fetched; undefined until then. */
export function useWritingCode(): WritingCode | undefined {
  return useSyncExternalStore<WritingCode | undefined>(
    subscribe,
    () => code,
    () => undefined,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
