import type { LanguageCode } from '#contract/languages';
import type { Origins } from './ways.ts';

/** What the build writes before this script (server/worker-file.ts): it changes the file, and so the worker. */
interface Shell {
  version: string;
  /** Code that any article needs, from first sight to a comment, and what leads to others. */
  files: string[];
  /** Files of words, by language. */
  words: Partial<Record<LanguageCode, string[]>>;
  /** Origin of the API; empty where it is the pages' own. */
  api: string;
  /** Whether every page is one document, put together in the browser. */
  isStatic: boolean;
}

declare const self: ServiceWorkerGlobalScope & { readonly shell: Shell };

export const scope = self;
export const { shell } = self;
export const origins: Origins = {
  site: self.location.origin,
  api: shell.api === '' ? self.location.origin : new URL(shell.api).origin,
};

/** Whether the reader asks for no more bytes than they want to see. */
export function isSparing(): boolean {
  const connection: unknown = Reflect.get(self.navigator, 'connection');
  return (
    typeof connection === 'object' &&
    connection !== null &&
    'saveData' in connection &&
    connection.saveData === true
  );
}
