import type { LanguageCode } from '#contract/languages';
import { preferredOf } from '#contract/reader-language';
import type { Site } from '#contract/site';
import { languageCookie } from './page-language.ts';

/** The language of a reader who comes without one: chosen before, else the browser's, else the site's. */
export function preferredLanguage(site: Pick<Site, 'languages' | 'defaultLanguage'>): LanguageCode {
  if (typeof document === 'undefined') return site.defaultLanguage;
  const chosen = new RegExp(`(?:^|; )${languageCookie}=([^;]*)`).exec(document.cookie)?.[1];
  const offered = site.languages.map(({ code }) => code);
  return preferredOf([chosen, ...navigator.languages], offered) ?? site.defaultLanguage;
}
