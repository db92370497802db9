import { isLanguageCode, type LanguageCode } from './languages.ts';

/** The address of every page, with slugs percent-encoded. */
export const paths = {
  front: (lang: LanguageCode) => `/${lang}/`,
  section: (lang: LanguageCode, slug: string) => `/${lang}/sections/${encodeURIComponent(slug)}`,
  article: (lang: LanguageCode, slug: string) => `/${lang}/articles/${encodeURIComponent(slug)}`,
  page: (lang: LanguageCode, slug: string) => `/${lang}/pages/${encodeURIComponent(slug)}`,
  search: (lang: LanguageCode, q?: string) =>
    `/${lang}/search${q === undefined ? '' : `?q=${encodeURIComponent(q)}`}`,
  /** Shown by the service worker in the place of a page that neither the network nor the device has. */
  offline: (lang: LanguageCode) => `/${lang}/offline`,
  feed: (lang: LanguageCode) => `/${lang}/feed.xml`,
} as const;

/** Fragment and element id of a comment. */
export const commentAnchor = (id: string) => `comment-${id}`;

/** The interface language in a page's address, where it names one of this build. */
export function languageOfPath(pathname: string): LanguageCode | undefined {
  const first = pathname.split('/')[1];
  return isLanguageCode(first) ? first : undefined;
}

/** The same page in another interface language; an address without one gets that language's front. */
export function inLanguage(pathname: string, lang: LanguageCode): string {
  return languageOfPath(pathname) === undefined
    ? paths.front(lang)
    : pathname.replace(/^\/[^/]+/, `/${lang}`);
}
