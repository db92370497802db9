import type { i18n as I18n, Namespace, TFunction } from 'i18next';
import { createContext, useContext } from 'react';

/** The words of the page's language, once they are loaded. */
export const WordsContext = createContext<I18n | undefined>(undefined);

/**
 * What says the words of one namespace. A language is an instance of its own that never
 * changes (decision 0002), so there is nothing to listen to: this is all that a page needs of a library.
 */
export function useTranslation<Ns extends Namespace>(namespace: Ns): { t: TFunction<Ns> } {
  const words = useContext(WordsContext);
  if (words === undefined) throw new Error('no LanguageProvider above');
  return { t: words.getFixedT(null, namespace) };
}
