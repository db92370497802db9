import { createContext, useContext, useMemo, type ReactNode } from 'react';

import { languages, type Direction, type LanguageCode } from '#contract/languages';
import type { Site } from '#contract/site';
import { asUnvowelled } from '#contract/text/vowel-marks';
import { createFormat, type Format } from './format.ts';
import { languageWords } from './i18n.ts';
import { WordsContext } from './words.ts';
import { useWriting } from './writing.ts';

export interface Language {
  code: LanguageCode;
  dir: Direction;
  format: Format;
  /** Text of an article as this reader is to see it: with its vowel marks or without. */
  shown: (text: string) => string;
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
  const writing = useWriting();
  const language = useMemo(
    () => ({
      code,
      dir: languages[code].dir,
      format: createFormat(
        code,
        { locale, timeZone },
        writing.formats,
        languageWords(code).of('site')('justNow'),
      ),
      shown: writing.hidesMarks ? asUnvowelled : asWritten,
    }),
    [code, locale, timeZone, writing],
  );
  return (
    <LanguageContext value={language}>
      <WordsContext value={languageWords(code)}>{children}</WordsContext>
    </LanguageContext>
  );
}

const asWritten = (text: string) => text;

/** The interface language of the page. */
export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (language === undefined) throw new Error('no LanguageProvider above');
  return language;
}
