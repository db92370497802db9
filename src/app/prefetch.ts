import { matchRoutes, RouterContextProvider, type createBrowserRouter } from 'react-router';

type Router = ReturnType<typeof createBrowserRouter>;

/** Shorter is a pointer passing over. */
const intent = 80;
const minute = 60_000;

/** When each address was last fetched ahead. */
const fetched = new Map<string, number>();
let timer: ReturnType<typeof setTimeout> | undefined;
let isListening = false;

/**
 * Fetches the code and the data of a page of the site while its link is pointed at, touched or focused:
 * followed, it is there. `first` is the event that had this fetched. Not for readers who pay by the byte.
 */
export function prefetchOnIntent(router: Router, first: Event): void {
  if (isListening) return;
  isListening = true;
  let last: Element | null = null;
  const consider = ({ target }: Event) => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (link === last) return;
    last = link;
    clearTimeout(timer);
    if (link === null || link.origin !== location.origin || link.target !== '' || isSparing()) return;
    // More of a list or a branch, another order: it would show before it is asked for.
    if (link.relList.contains('nofollow')) return;
    const url = new URL(link.href);
    const address = url.pathname + url.search;
    if (address === location.pathname + location.search) return;
    timer = setTimeout(() => {
      if (Date.now() - (fetched.get(address) ?? -Infinity) < minute) return;
      fetched.set(address, Date.now());
      void prefetch(router, url);
    }, intent);
  };
  // Not `pointerover`: it comes also where a page has moved a link under a pointer at rest.
  for (const type of ['pointermove', 'pointerdown', 'focusin']) addEventListener(type, consider);
  for (const type of ['pointercancel', 'focusout'])
    addEventListener(type, () => {
      last = null;
      clearTimeout(timer);
    });
  consider(first);
}

/** As the router itself would; what does not come is fetched again, and its failure told, when it is gone to. */
async function prefetch({ routes }: Router, url: URL): Promise<void> {
  const request = new Request(url);
  const context = new RouterContextProvider();
  await Promise.allSettled([
    import('./arrival.ts'),
    ...(matchRoutes(routes, url.pathname) ?? []).map(async ({ route, params }) => {
      const { lazy, loader, path: pattern = '' } = route;
      const code = typeof lazy === 'object' ? lazy.Component?.() : undefined;
      if (typeof loader === 'function') await loader({ params, request, url, pattern, context });
      await code;
    }),
  ]);
}

/** Whether the reader, or the network, asks for no more than what is wanted. */
function isSparing(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection');
  if (typeof connection !== 'object' || connection === null) return false;
  const isSlow = 'effectiveType' in connection && String(connection.effectiveType).endsWith('2g');
  return isSlow || ('saveData' in connection && connection.saveData === true);
}
