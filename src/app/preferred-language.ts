import type { LanguageCode } from '#contract/languages';
import type { Site } from '#contract/site';
import { languageCookie } from './page-language.ts';

/** The language of a reader who comes without one: chosen before, else the browser's, else the site's. */
export function preferredLanguage(site: Site): LanguageCode {
  if (typeof document === 'undefined') return site.defaultLanguage;
  const chosen = new RegExp(`(?:^|; )${languageCookie}=([^;]*)`).exec(document.cookie)?.[1];
  for (const wanted of [chosen, ...navigator.languages]) {
    const found = site.languages.find(({ code }) => code === wanted?.split('-')[0]);
    if (found !== undefined) return found.code;
  }
  return site.defaultLanguage;
}
