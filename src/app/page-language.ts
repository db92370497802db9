import type { LanguageCode } from '#contract/languages';
import { languageOfPath } from '#contract/paths';
import type { Site } from '#contract/site';

/** Read here and by the server at `/`. */
export const languageCookie = 'lang';

/** Remembers a language that the reader switched to, for a year; the server reads it at `/`. */
export function rememberLanguage(code: LanguageCode): void {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${languageCookie}=${code}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
}

/** The language a page is shown in: its address's where that is offered, else the site's. */
export function pageLanguage(pathname: string, site: Site): LanguageCode {
  const code = languageOfPath(pathname);
  return site.languages.find((language) => language.code === code)?.code ?? site.defaultLanguage;
}
