import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import {
  createStaticHandler,
  createStaticRouter,
  isRouteErrorResponse,
  StaticRouterProvider,
} from 'react-router';
import { languages } from '#contract/languages';
import type { PageFetch, PageRequest, RenderedPage } from '#contract/page';
import { languageOfPath } from '#contract/paths';
import type { Problem } from '#contract/problem';
import { problemStatus } from '#contract/problem-codes';
import { HeadCollector } from './app/head-of.tsx';
import { headHtml, headTags } from './app/head.ts';
import { pageLanguage } from './app/page-language.ts';
import { Providers } from './app/providers.tsx';
import { createRoutes, notFound } from './app/router.tsx';
import { siteQuery } from './platform/site-queries.ts';
import { languageWords, loadLanguage } from './i18n/i18n.ts';
import { connect, ConnectionError, ProblemError } from './platform/client.ts';
import { stateElement, type PageState } from './platform/page-state.ts';
import { createQueryClient } from './platform/query-client.ts';

/** Says how rendered pages reach the API; once, before the first page. */
export function connectPages(fetch: PageFetch): void {
  connect({ base: '', fetch });
}

/** Renders one page to a string. It belongs to no reader: the same request gives the same page. */
export async function renderPage({ url, today, problem, ...shown }: PageRequest): Promise<RenderedPage> {
  const queryClient = createQueryClient();
  const { query, dataRoutes } = createStaticHandler(createRoutes(queryClient, problem));
  const context = await query(new Request(url));
  if (context instanceof Response) throw new Error(`${url} is no page of the server's`);
  const { pathname, search } = new URL(url);
  const site = queryClient.getQueryData(siteQuery.queryKey);
  const lang = site === undefined ? (languageOfPath(pathname) ?? 'ar') : pageLanguage(pathname, site);

  // An address that no route matches has run no loader.
  await loadLanguage(lang);

  let head: ReturnType<typeof headTags> = {
    title: languageWords(lang).of('site')('failed.title'),
    tags: [],
  };
  const body = renderToString(
    <StrictMode>
      <Providers queryClient={queryClient} page={{ today, ...shown }}>
        <HeadCollector value={(collected, place) => (head = headTags(collected, place))}>
          <StaticRouterProvider
            router={createStaticRouter(dataRoutes, context)}
            context={context}
            hydrate={false}
          />
        </HeadCollector>
      </Providers>
    </StrictMode>,
  );
  const queries = queryClient.getQueryCache().getAll();
  const { errors, matches } = context;
  const isOffline = matches.at(-1)?.route.id === 'offline' && errors?.['page'] instanceof ConnectionError;
  const failure = isOffline ? undefined : failureOf(errors);
  const state: PageState = {
    path: pathname + search,
    today,
    queries: queries
      .filter(({ state }) => state.status === 'success')
      .map(({ queryKey, state }) => [queryKey, state.data]),
    ...shown,
  };
  if (failure !== undefined) state.problem = failure;
  if (isOffline) state.isOffline = true;
  return {
    status: isOffline
      ? problemStatus.unavailable
      : statusOf(failure ?? shown.form?.problem ?? shown.refused?.problem),
    complete: queries.every(({ state }) => state.status !== 'error'),
    lang,
    dir: languages[lang].dir,
    head: headHtml(head),
    body,
    state: stateElement(state),
    routes: matches.map(({ route }) => route.id),
  };
}

const statusOf = (problem: Problem | undefined) =>
  problem === undefined ? 200 : problemStatus[problem.code];

/** Why a page could not be loaded; what is no problem of the API is a fault of ours and is thrown on. */
function failureOf(errors: Record<string, unknown> | null): Problem | undefined {
  const [error] = Object.values(errors ?? {});
  if (error === undefined || error instanceof ProblemError) return error?.problem;
  if (isRouteErrorResponse(error)) return notFound().problem;
  throw error instanceof Error ? error : new Error('a page threw what is no error', { cause: error });
}
