import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { isLanguageCode, type LanguageCode } from '#contract/languages';
import { preferredOf } from '#contract/reader-language';
import type { Config } from '../config.ts';

type Settings = Pick<Config, 'languages' | 'defaultLanguage'>;

export type LanguageOf = (c: Context) => LanguageCode;

/** The language of a reader whose address says none: chosen before, else the browser's, else the site's. */
export function createLanguageOf({ languages, defaultLanguage }: Settings): LanguageOf {
  return (c) => preferredOf([getCookie(c, 'lang'), ...accepted(c)], languages) ?? defaultLanguage;
}

/** The interface language of the page that a plain form stood on, as it says; else the reader's. */
export const formLanguage = (c: Context, lang: string | undefined, languageOf: LanguageOf): LanguageCode =>
  isLanguageCode(lang) ? lang : languageOf(c);

/** Language tags that the browser accepts, best first (RFC 9110, 12.5.4). */
function accepted(c: Context): string[] {
  const header = c.req.header('accept-language') ?? '';
  return header
    .split(',')
    .map((part) => {
      const [tag = '', weight] = part.trim().split(/\s*;\s*q\s*=\s*/i);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
