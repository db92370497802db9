import { createContext, useContext } from 'react';
import type { Namespace } from './resources.ts';
import type { Say, Words } from './say.ts';

/** The words of the page's language, once they are loaded. */
export const WordsContext = createContext<Words | undefined>(undefined);

/**
 * What says the words of one namespace. A language is an instance of its own that never
 * changes (decision 0002), so there is nothing to listen to.
 */
export function useTranslation<Ns extends Namespace>(namespace: Ns): { t: Say<Ns> } {
  const words = useContext(WordsContext);
  if (words === undefined) throw new Error('no LanguageProvider above');
  return { t: words.of(namespace) };
}
