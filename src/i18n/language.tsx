import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { languages, type Direction, type LanguageCode } from '#contract/languages';
import type { Site } from '#contract/site';
import { createFormat, type Format } from './format.ts';
import { languageWords } from './i18n.ts';

export interface Language {
  code: LanguageCode;
  dir: Direction;
  format: Format;
}

const LanguageContext = createContext<Language | undefined>(undefined);

/** Gives the tree its words, direction and formats; the language must be loaded. */
export function LanguageProvider({
  code,
  site,
  children,
}: {
  code: LanguageCode;
  site: Pick<Site, 'locale' | 'timeZone'>;
  children: ReactNode;
}) {
  const { locale, timeZone } = site;
  const language = useMemo(
    () => ({ code, dir: languages[code].dir, format: createFormat(code, { locale, timeZone }) }),
    [code, locale, timeZone],
  );
  return (
    <LanguageContext value={language}>
      <I18nextProvider i18n={languageWords(code)}>{children}</I18nextProvider>
    </LanguageContext>
  );
}

/** The interface language of the page. */
export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (language === undefined) throw new Error('no LanguageProvider above');
  return language;
}
