import type { Context, Hono } from 'hono';
import type { Logger } from 'pino';
import { isLanguageCode, type LanguageCode } from '#contract/languages';
import { paths } from '#contract/paths';
import { searchQuery } from '#contract/search-query';
import type { PageRenderer, PageRequest, RefusedForm, RenderedPage } from '#contract/page';
import type { Config } from '../config.ts';
import { createCalendarDay } from '../domain/calendar-day.ts';
import type { SiteFace } from '../site-face/site-face.ts';
import type { ArticleStorage, CommentStorage } from '../storage/port.ts';
import type { Document } from './document.ts';
import { redirect, send } from './every-answer.ts';
import { rememberSwitch } from './language-switch.ts';
import { Failure, internalProblem, problemFor } from './problems.ts';
import type { LanguageOf } from './reader-language.ts';
import type { VersionedAnswers } from './versioned-answer.ts';

/** Renders pages and fills the document; hot while developing, built otherwise. */
export interface Renderer {
  render: PageRenderer['renderPage'];
  document: (page: RenderedPage) => Document | Promise<Document>;
  /** Changes with every build: a deploy shows at once. */
  build: string;
}

type Shown = Pick<PageRequest, 'form' | 'posted' | 'problem'>;

export type ShowRefused = (c: Context, lang: LanguageCode, refused: RefusedForm) => Promise<Response>;

interface Needs {
  config: Pick<Config, 'publicUrl' | 'ownHost' | 'timeZone'>;
  storage: ArticleStorage & Pick<CommentStorage, 'commentState'>;
  renderer: Renderer;
  face: Pick<SiteFace, 'version'>;
  answers: VersionedAnswers;
  log: Logger;
  /** The language of a reader whose address says none. */
  languageOf: LanguageOf;
  now: () => number;
}

/** The addresses of articles, whose pages change with their own comments only. */
const articlePath = /^\/[^/]+\/articles\/([^/]+)$/;

/** The address of a search, whose pages are as many as there are words. */
const searchPath = /^\/[^/]+\/search\/?$/;

/** Every page, rendered for nobody in particular and kept until something it shows changes. */
export function mountPages(app: Hono, needs: Needs): ShowRefused {
  const { config, storage, renderer, face, answers, log, languageOf, now } = needs;
  const calendarDay = createCalendarDay(config.timeZone);
  const today = () => calendarDay(now());

  const render = async (path: string, shown: Shown = {}) => {
    // Joined as text: resolved, a path that begins with // would name another host.
    const url = new URL(config.publicUrl + path).href;
    const page = await renderer.render({ url, today: today(), ...shown });
    const { html, contentSecurityPolicy } = await renderer.document(page);
    const headers = { 'content-security-policy': contentSecurityPolicy, 'content-language': page.lang };
    return { page, html, headers };
  };

  const versionOf = async (address: string) => {
    const slug = articlePath.exec(address)?.[1];
    const { articles, comments, article } = await storage.versions(now(), slug?.normalize('NFC'));
    // A page that is no article tells of all comments by their counts.
    const shown = article === undefined ? comments : `${article.version} ${article.comments}`;
    return `${renderer.build} ${face.version} ${today()} ${articles} ${shown}`;
  };

  /** What a page may say of a comment that its address says was posted: nothing of one that was not. */
  const postedAt = async (address: string, id: string): Promise<Pick<PageRequest, 'posted'>> => {
    const slug = articlePath.exec(address)?.[1]?.normalize('NFC');
    const state = slug === undefined ? undefined : await storage.commentState(slug, id);
    return state === undefined ? {} : { posted: { id, state } };
  };

  app.get('/', (c) => {
    c.header('cache-control', 'no-store');
    c.header('vary', 'Cookie, Accept-Language', { append: true });
    return redirect(c, 302, paths.front(languageOf(c)));
  });

  app.get('*', rememberSwitch(config), async (c) => {
    const { pathname, search, searchParams } = new URL(c.req.url);
    if (isLanguageCode(pathname.slice(1))) return redirect(c, 301, `${pathname}/${search}`);
    // An address of the API is no page, nor is a file's that is not there, unless somebody wants to read:
    // papers that were something else before have old addresses like article.html.
    const isFile = /\.\w+$/.test(pathname) && c.req.header('accept')?.includes('text/html') !== true;
    if (pathname.startsWith('/api/') || isFile) throw new Failure('not_found');
    const address = decode(pathname);
    // No route's pattern takes such an address, so that the router could not even say that it is none.
    if (address === undefined) return uncached(c, paths.front(languageOf(c)), { problem: notFound });
    // One page, one address; and what begins with // would be another host's.
    if (pathname.includes('//')) return redirect(c, 301, pathname.replace(/\/{2,}/g, '/') + search);
    const path = pathname + shownSearch(searchParams, address);
    const posted = searchParams.get('posted');
    try {
      if (posted !== null) {
        const at = `${pathname}?posted=${encodeURIComponent(posted)}`;
        return await uncached(c, at, await postedAt(address, posted));
      }
      return await answers(c, `page ${path}`, await versionOf(address), async () => {
        const { page, html, headers } = await render(path);
        // The one thing that can be wrong with the address of a page that is there: where its list begins.
        if (page.status === 400 && searchParams.has('after')) throw new Failure('cursor_invalid');
        // A search is asked once; keeping it would push out what is read by all.
        const isAsked = searchPath.test(address) && searchQuery(searchParams.get('q')) !== undefined;
        const keep = page.complete && page.status === 200 && !isAsked;
        return { status: page.status, type: htmlType, text: html, headers, keep };
      });
    } catch (error) {
      const problem = problemFor(error);
      if (problem?.code === 'cursor_invalid') {
        searchParams.delete('after');
        return redirect(c, 302, pathname + shownSearch(searchParams, address));
      }
      if (problem === undefined) log.error({ err: error, path }, 'a page failed');
      return uncached(c, pathname, { problem: problem ?? internalProblem() });
    }
  });

  /** A page for this one answer: it says something to one reader, or of this moment. */
  async function uncached(c: Context, path: string, shown: Shown = {}): Promise<Response> {
    const { page, html, headers } = await render(path, shown);
    const retryAfter = (shown.problem ?? shown.form?.problem)?.retryAfter;
    if (retryAfter !== undefined) c.header('retry-after', String(retryAfter));
    const head = { ...headers, 'content-type': htmlType, 'cache-control': 'private, no-store' };
    return send(c, page.status, html, head);
  }

  return (c, lang, form) => uncached(c, paths.article(lang, form.slug), { form });
}

/** Of a query what changes the page: the words of a search, which branch of comments, and from which cursor. */
function shownSearch(search: URLSearchParams, address: string): string {
  const shown = new URLSearchParams();
  const q = searchPath.test(address) ? searchQuery(search.get('q')) : undefined;
  if (q !== undefined) shown.set('q', q);
  for (const name of articlePath.test(address) ? ['replies', 'after'] : ['after']) {
    const value = search.get(name);
    if (value !== null) shown.set(name, value);
  }
  return shown.size > 0 ? `?${shown.toString()}` : '';
}

const htmlType = 'text/html; charset=utf-8';

const { problem: notFound } = new Failure('not_found');

/** The address as its letters; undefined where it is broken or holds a line's end. */
function decode(pathname: string): string | undefined {
  try {
    const address = decodeURIComponent(pathname);
    return /[\n\r\u2028\u2029]/.test(address) ? undefined : address;
  } catch {
    return undefined;
  }
}
