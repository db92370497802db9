import './ui/fonts.css';
import './ui/fallback-fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { startTransition, StrictMode, type ComponentType } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { createBrowserRouter, matchRoutes, type HydrationState } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import type { PageContext } from './app/page-context.ts';
import { Providers } from './app/providers.tsx';
import { createRoutes } from './app/router.tsx';
import { ConnectionError, ProblemError } from './platform/client.ts';
import { readPageState, type PageState } from './platform/page-state.ts';
import { createQueryClient } from './platform/query-client.ts';
import { siteQuery } from './platform/site-queries.ts';
import { pageLanguage } from './app/page-language.ts';
import { sendWaiting } from './app/waiting-comments.ts';
import { loadLanguage, loadLateWords } from './i18n/i18n.ts';

type Router = ReturnType<typeof createBrowserRouter>;

const queryClient = createQueryClient();
const routes = createRoutes(queryClient);
const root = document.getElementById('app');
const state = readPageState();

// An entry of the history with a key of its own: what is opened later in this tab has not its place.
if (history.state === null) history.replaceState({ key: String(Date.now()) }, '');

if (root !== null) {
  if (state === undefined) open(root);
  else void takeOver(root, state);
}

/** Takes over a page that the server rendered: the same tree, from what came with it. */
async function takeOver(element: HTMLElement, { path, queries, problem, isOffline, ...page }: PageState) {
  for (const [key, data] of queries) queryClient.setQueryData(key, data);
  const site = queryClient.getQueryData(siteQuery.queryKey);
  if (site === undefined) return;
  // A refused form post leaves the API's address in the bar; the page is the article's.
  if (location.pathname + location.search !== path)
    history.replaceState(history.state, '', path + location.hash);
  const matches = matchRoutes(routes, location) ?? [];
  const code = pageLanguage(location.pathname, site);
  await Promise.all([
    loadLanguage(code),
    ...matches.map(async ({ route }) => {
      // Its words are not every page's; what its loader would bring is here but for them.
      if (route.id === 'search') await loadLateWords(code);
      if (typeof route.lazy !== 'object') return;
      const { Component } = route.lazy;
      // As the router itself would, before it exists: hydration begins with the page's own code.
      const loaded: unknown = await Component?.();
      if (!isComponent(loaded)) return;
      delete route.lazy;
      route.Component = loaded;
    }),
  ]);
  const loaderData: Record<string, null> = {};
  for (const { route } of matches) if (route.id !== undefined) loaderData[route.id] = null;
  const hydrationData: HydrationState = {
    loaderData,
  };
  if (problem !== undefined) hydrationData.errors = { page: new ProblemError(problem) };
  if (isOffline) hydrationData.errors = { page: new ConnectionError() };
  const router = started(createBrowserRouter(routes, { hydrationData }));
  // In pieces: a long page taken over at one go would keep a slow phone from its reader meanwhile.
  startTransition(() => {
    hydrateRoot(element, <App router={router} page={page} />);
  });
}

const isComponent = (loaded: unknown): loaded is ComponentType => typeof loaded === 'function';

/** Opens the page from nothing, where a static host serves the application alone. */
function open(element: HTMLElement) {
  const router = started(createBrowserRouter(routes));
  createRoot(element).render(<App router={router} page={{ today: today() }} />);
}

/** What holds in both: coming back, and fetching ahead. */
function started(router: Router): Router {
  // Whoever comes back finds the page as it was left: nothing is asked anew that could move it.
  queryClient.setQueryDefaults([], {
    refetchOnMount({ state: { isInvalidated } }) {
      const { historyAction }: { historyAction: string } = router.state;
      return isInvalidated || historyAction !== 'POP';
    },
  });
  const begin = (event: Event) =>
    void import('./app/prefetch.ts').then(
      ({ prefetchOnIntent }) => prefetchOnIntent(router, event),
      () => {},
    );
  for (const type of ['pointermove', 'pointerdown', 'focusin']) addEventListener(type, begin, { once: true });
  // After the page itself, and where the network was away and another tab has left something.
  setTimeout(sendWaiting, 1_000, queryClient);
  addEventListener('online', () => sendWaiting(queryClient));
  return router;
}

/** The device's own day, where no server says the site's. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

interface AppProps {
  router: Router;
  page: PageContext;
}

function App({ router, page }: AppProps) {
  return (
    <StrictMode>
      <Providers queryClient={queryClient} page={page}>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>
  );
}
