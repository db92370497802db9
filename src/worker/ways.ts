import { isLanguageCode, type LanguageCode } from '#contract/languages';
import { languageOfPath, paths } from '#contract/paths';

/** What a request is, as far as it decides how it is answered. */
export interface Asked {
  method: string;
  mode: string;
  url: string;
  accept: string | null;
  /** `no-store` and `reload` ask the network and nobody else. */
  cache: string;
}

/** Where the site and its API stand: one origin, but for pages on a static host. */
export interface Origins {
  site: string;
  api: string;
}

/**
 * How a request is answered. `file` and `picture`: from the copy, else from the network. `page` and `answer`:
 * from the network, else from the copy. `untouched`: as if there were no worker.
 */
export type Way = 'untouched' | 'file' | 'picture' | 'page' | 'answer';

export function wayOf({ method, mode, url, accept, cache }: Asked, origins: Origins): Way {
  const { origin, pathname, search } = new URL(url);
  const isOpened = mode === 'navigate';
  if (method !== 'GET' || cache === 'no-store' || cache === 'reload') return 'untouched';
  if (origin === origins.api && pathname.startsWith('/api/'))
    return !isOpened && accept?.includes('text/event-stream') !== true && answerKey(url) !== undefined
      ? 'answer'
      : 'untouched';
  if (origin !== origins.site) return 'untouched';
  if (isOpened) return isPage(pathname) ? 'page' : 'untouched';
  if (/^\/(assets|fonts)\//.test(pathname) || (pathname === '/wordmark.svg' && search !== '')) return 'file';
  return pathname.startsWith('/pictures/') ? 'picture' : 'untouched';
}

/** Feeds and other files have their endings. */
const isPage = (pathname: string) =>
  pathname === '/' || (languageOfPath(pathname) !== undefined && !/\.\w+$/.test(pathname));

/** What of a query makes another page of it: words asked for, a place in a list, something said to one reader. */
const makesAnother = /^(q|after|replies|order|reply|report|comment|posted|liked|reported|undo)$/;

/** The address under which a page is kept; undefined for what one reader asked for, or a later part of a list. */
export function pageKey(url: string): string | undefined {
  const { pathname, searchParams } = new URL(url);
  if (!isPage(pathname) || pathname === '/' || isOffline(pathname)) return undefined;
  return [...searchParams.keys()].some((name) => makesAnother.test(name)) ? undefined : closed(pathname);
}

/** The page whose copy stands for this one where the network fails: an article for each of its parts. */
export function standIn(url: string): string | undefined {
  const { pathname } = new URL(url);
  return articlePath.test(pathname) ? closed(pathname) : pageKey(url);
}

const isOffline = (pathname: string) => {
  const lang = languageOfPath(pathname);
  return lang !== undefined && pathname === paths.offline(lang);
};

/** `/ar` is `/ar/`. */
const closed = (pathname: string) => (isLanguageCode(pathname.slice(1)) ? `${pathname}/` : pathname);

const articlePath = /^\/[^/]+\/articles\/([^/]+)\/?$/;
const answered = /^\/api\/(?:(site|front)|(articles)|(?:articles|pages)\/[^/]+|articles\/[^/]+\/(comments))$/;

/** The address under which an answer of the API is kept; undefined where none is: it is a reader's own, or a search. */
export function answerKey(url: string): string | undefined {
  const { pathname, searchParams } = new URL(url);
  const found = answered.exec(pathname);
  if (found === null || searchParams.has('cursor') || searchParams.has('q')) return undefined;
  const [, , isList, isComments] = found;
  // However many are asked for: the first of them, in the order that a page begins with.
  if (isComments !== undefined)
    return (searchParams.get('order') ?? 'newest') === 'newest' ? pathname : undefined;
  const section = searchParams.get('section');
  if (isList !== undefined) return section === null ? pathname : listKey(section);
  const lang = searchParams.get('lang');
  return lang === null ? pathname : `${pathname}?lang=${encodeURIComponent(lang)}`;
}

const listKey = (section: string) => `/api/articles?section=${encodeURIComponent(section)}`;

/** The answers without which a page cannot be put together again, beside that of the site itself. */
export function answersFor(path: string): string | undefined {
  const [, lang, room, slug] = path.split('/');
  if (!isLanguageCode(lang)) return undefined;
  if (room === '' || room === undefined) return '/api/front';
  if (slug === undefined || slug === '') return undefined;
  if (room === 'articles') return `/api/articles/${slug}`;
  if (room === 'sections') return listKey(decodeURIComponent(slug));
  return room === 'pages' ? `/api/pages/${slug}?lang=${lang}` : undefined;
}

/** The interface language of an address; of one without it, the first of the site's. */
export const languageAt = (url: string): LanguageCode => languageOfPath(new URL(url).pathname) ?? 'ar';
