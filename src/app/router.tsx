import type { QueryClient } from '@tanstack/react-query';
import { redirect, type LoaderFunctionArgs, type RouteObject } from 'react-router';
import { isLanguageCode, type LanguageCode } from '#contract/languages';
import { languageOfPath, paths } from '#contract/paths';
import { searchQuery } from '#contract/search-query';
import type { Problem } from '#contract/problem';
import { articleQueries } from '#articles';
import { commentsPlace, loadComments } from '#comments';
import { loadLanguage, loadLateWords, spokenLanguage } from '#i18n/i18n.ts';
import { ConnectionError, ProblemError } from '#platform/client.ts';
import { fetchCode } from '#platform/code.ts';
import { isWrongCursor } from './error-message.tsx';
import { ErrorPage } from './error-page.tsx';
import { Layout } from './layout.tsx';
import { Opening } from './opening.tsx';
import { RootErrorPage } from './root-error-page.tsx';
import { pageLanguage } from './page-language.ts';
import { siteQuery, staticPageQuery } from '#platform/site-queries.ts';

/** A page that does not exist, said in the API's own way. */
export const notFound = () =>
  new ProblemError({ type: 'about:blank', title: 'Not found', status: 404, code: 'not_found' });

/**
 * Every page. Loaders bring what a page needs into the query cache before it is shown; what only its
 * lower part needs may fail there without taking the page along. With `problem` there is no page but why.
 */
export function createRoutes(queryClient: QueryClient, problem?: Problem): RouteObject[] {
  // What is there is shown, however old; the component that shows it asks again where it is stale.
  const staleTime = 'static';
  const knownSite = () => queryClient.query({ ...siteQuery, staleTime });
  const optional = (promise: Promise<unknown>) =>
    promise.then(
      () => null,
      (error: unknown) => {
        // Nothing can be tried again there: the address itself is wrong.
        if (isWrongCursor(error)) throw error;
        return null;
      },
    );
  const articles = (request: Request, section?: string, q?: string) =>
    optional(queryClient.infiniteQuery({ ...articleQueries.list(section, afterOf(request), q), staleTime }));
  /** The site, if its interface is offered in `lang`. */
  const offered = async (lang: string | undefined) => {
    const site = await knownSite();
    if (!site.languages.some(({ code }) => code === lang)) throw notFound();
    return site;
  };

  const pages: RouteObject[] = [
    {
      id: 'start',
      path: '/',
      loader: async () => {
        // Where the site has a server, it has led the reader on before any script.
        const { preferredLanguage } = await fetchCode(import('./preferred-language.ts'));
        return redirect(paths.front(preferredLanguage(await knownSite())));
      },
    },
    {
      id: 'front',
      path: '/:lang',
      lazy: { Component: async () => (await fetchCode(import('./pages/front-page.tsx'))).FrontPage },
      loader: async ({ params, request }: LoaderFunctionArgs) => {
        await offered(params['lang']);
        if (afterOf(request) !== undefined) return articles(request);
        return optional(queryClient.query({ ...articleQueries.front, staleTime }));
      },
    },
    {
      id: 'section',
      path: '/:lang/sections/:slug',
      lazy: { Component: async () => (await fetchCode(import('./pages/section-page.tsx'))).SectionPage },
      loader: async ({ params, request }: LoaderFunctionArgs) => {
        const site = await offered(params['lang']);
        if (!site.sections.some(({ slug }) => slug === params['slug'])) throw notFound();
        return articles(request, params['slug']);
      },
    },
    {
      id: 'search',
      path: '/:lang/search',
      lazy: { Component: async () => (await fetchCode(import('./pages/search-page.tsx'))).SearchPage },
      loader: async ({ params, request }: LoaderFunctionArgs) => {
        const { lang } = params;
        await offered(lang);
        if (isLanguageCode(lang)) await loadLateWords(lang);
        const q = searchQuery(new URL(request.url).searchParams.get('q'));
        return q === undefined ? null : articles(request, undefined, q);
      },
    },
    {
      id: 'article',
      path: '/:lang/articles/:slug',
      lazy: { Component: async () => (await fetchCode(import('./pages/article-page.tsx'))).ArticlePage },
      loader: async ({ params, request }: LoaderFunctionArgs) => {
        const { slug = '' } = params;
        await Promise.all([
          offered(params['lang']),
          queryClient.query({ ...articleQueries.one(slug), staleTime }),
          optional(loadComments(queryClient, slug, commentsPlace(new URL(request.url).searchParams))),
        ]);
        return null;
      },
    },
    {
      // Named for its file: the server names a page's code by its route.
      id: 'static',
      path: '/:lang/pages/:slug',
      lazy: { Component: async () => (await fetchCode(import('./pages/static-page.tsx'))).StaticPage },
      loader: async ({ params }: LoaderFunctionArgs) => {
        await offered(params['lang']);
        const { lang, slug = '' } = params;
        if (isLanguageCode(lang)) await queryClient.query({ ...staticPageQuery(slug, lang), staleTime });
        return null;
      },
    },
    {
      id: 'offline',
      path: '/:lang/offline',
      loader: async ({ params }: LoaderFunctionArgs) => {
        await offered(params['lang']);
        throw new ConnectionError('offline');
      },
    },
    {
      id: 'unknown',
      path: '*',
      loader: () => {
        throw notFound();
      },
    },
  ];

  return [
    {
      id: 'site',
      Component: Layout,
      HydrateFallback: Opening,
      loader: async ({ request }: LoaderFunctionArgs) => {
        const { pathname } = new URL(request.url);
        // First, so that even a site that cannot be had is spoken of in the reader's language.
        await speak(languageOfPath(pathname) ?? 'ar');
        if (problem !== undefined) throw new ProblemError(problem);
        await speak(pageLanguage(pathname, await knownSite()));
        return null;
      },
      shouldRevalidate: ({ currentUrl, nextUrl }) =>
        languageOfPath(currentUrl.pathname) !== languageOfPath(nextUrl.pathname),
      ErrorBoundary: RootErrorPage,
      children: [{ id: 'page', ErrorBoundary: ErrorPage, children: pages }],
    },
  ];
}

/** Who goes back to a language whose words do not come is shown that page in the one that the document speaks. */
async function speak(code: LanguageCode): Promise<void> {
  try {
    await loadLanguage(code);
  } catch (error) {
    if (spokenLanguage(code) === code) throw error;
  }
}

/** The cursor in an address, where a list does not begin at its beginning. */
const afterOf = (request: { url: string }) => new URL(request.url).searchParams.get('after') ?? undefined;
