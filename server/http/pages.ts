import type { Context, Hono } from 'hono';
import type { Logger } from 'pino';
import { commentOrders } from '#contract/comment';
import { isLanguageCode, type LanguageCode } from '#contract/languages';
import { languageOfPath, paths } from '#contract/paths';
import { searchQuery } from '#contract/search-query';
import type { PageRenderer, PageRequest, RefusedAct, RefusedForm, RenderedPage } from '#contract/page';
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

type Shown = Omit<PageRequest, 'url' | 'today'>;

/** Shows an article's page with a comment by plain form that was refused. */
export type ShowRefused = (c: Context, lang: LanguageCode, refused: RefusedForm) => Promise<Response>;
/** Shows the page of a comment with a like or a report by plain form that was refused. */
export type ShowRefusedAct = (c: Context, lang: LanguageCode, refused: RefusedAct) => Promise<Response>;

interface Needs {
  config: Pick<Config, 'publicUrl' | 'ownHost' | 'timeZone'>;
  storage: ArticleStorage & Pick<CommentStorage, 'commentState' | 'getComment'>;
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
export function mountPages(
  app: Hono,
  needs: Needs,
): { showRefused: ShowRefused; showRefusedAct: ShowRefusedAct } {
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

  /** What a page may say of a comment to which its address says something was done: nothing of what was not. */
  const doneAt = async (address: string, kind: (typeof doneKinds)[number], id: string): Promise<Shown> => {
    const slug = articlePath.exec(address)?.[1]?.normalize('NFC');
    const state = slug === undefined ? undefined : await storage.commentState(slug, id);
    if (kind === 'posted') return state === undefined ? {} : { posted: { id, state } };
    return state === 'published' ? { done: { kind, id } } : {};
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
    if (address === undefined)
      return uncached(c, paths.front(languageOfPath(pathname) ?? languageOf(c)), { problem: notFound });
    // One page, one address; and what begins with // would be another host's.
    if (pathname.includes('//')) return redirect(c, 301, pathname.replace(/\/{2,}/g, '/') + search);
    const path = pathname + shownSearch(searchParams, address);
    const kind = doneKinds.find((one) => searchParams.has(one));
    try {
      if (kind !== undefined) {
        const id = searchParams.get(kind) ?? '';
        const at = `${pathname}?${kind}=${encodeURIComponent(id)}`;
        return await uncached(c, at, await doneAt(address, kind, id));
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
    const retryAfter = (shown.problem ?? shown.form?.problem ?? shown.refused?.problem)?.retryAfter;
    if (retryAfter !== undefined) c.header('retry-after', String(retryAfter));
    const head = { ...headers, 'content-type': htmlType, 'cache-control': 'private, no-store' };
    return send(c, page.status, html, head);
  }

  /** What the storage says, or nothing where it cannot: a refused form's words are shown all the same. */
  const ifKnown = async <Found>(asked: Promise<Found>): Promise<Found | undefined> => {
    try {
      return await asked;
    } catch (error) {
      if (problemFor(error) === undefined) throw error;
      return undefined;
    }
  };

  return {
    async showRefused(c, lang, { parentId, ...form }) {
      const page = paths.article(lang, form.slug);
      // What can no longer be answered has no place for the words; then they stand in the article's own form.
      if (
        parentId === undefined ||
        (await ifKnown(storage.commentState(form.slug, parentId))) !== 'published'
      )
        return uncached(c, page, { form });
      return uncached(c, `${page}?reply=${encodeURIComponent(parentId)}`, { form: { ...form, parentId } });
    },

    async showRefusedAct(c, lang, refused) {
      const located = await ifKnown(storage.getComment(refused.id, now()));
      if (located === undefined) return uncached(c, paths.front(lang), { problem: refused.problem, refused });
      const name = refused.kind === 'report' ? 'report' : 'comment';
      const page = `${paths.article(lang, located.articleSlug)}?${name}=${encodeURIComponent(refused.id)}`;
      return uncached(c, page, { refused });
    },
  };
}

/** What an address can say that a plain form has just done to a comment. */
const doneKinds = ['posted', 'liked', 'unliked', 'reported'] as const;

/**
 * Of a query what changes the page: the words of a search; of an article the order of its comments, which
 * branch is shown, from which cursor on, which comment is led to, answered or reported.
 */
function shownSearch(search: URLSearchParams, address: string): string {
  const shown = new URLSearchParams();
  const q = searchPath.test(address) ? searchQuery(search.get('q')) : undefined;
  if (q !== undefined) shown.set('q', q);
  for (const name of articlePath.test(address) ? articleParts : ['after']) {
    const value = search.get(name);
    // Another order than there is shows the usual one, at the usual address.
    if (value !== null && (name !== 'order' || orders.has(value))) shown.set(name, value);
  }
  return shown.size > 0 ? `?${shown.toString()}` : '';
}

const articleParts = ['replies', 'after', 'order', 'reply', 'report', 'comment'];
/** Beside the newest first, which has no name in an address. */
const orders = new Set(commentOrders.filter((order) => order !== 'newest').map(String));

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
