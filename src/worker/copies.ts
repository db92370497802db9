import { keptAt } from '#platform/kept.ts';
import type { Answered } from './may-keep.ts';

/** The copy in `store`, or in any; undefined also where the device lets nothing be kept. */
export async function copyAt(key: string, store?: string): Promise<Response | undefined> {
  try {
    return await caches.match(
      key,
      store === undefined ? { ignoreVary: true } : { cacheName: store, ignoreVary: true },
    );
  } catch {
    return undefined;
  }
}

/** Keeps an answer as it came and drops what is then too much. Where the device has no room, nothing is. */
export async function keepCopy(
  store: string,
  key: string,
  answer: Response,
  surplus: (keys: readonly string[]) => string[] = () => [],
): Promise<void> {
  try {
    const cache = await caches.open(store);
    // Taken out first, so that the order is that of the keeping.
    await cache.delete(key);
    await cache.put(key, answer);
    const keys = (await cache.keys()).map(({ url }) => {
      const { pathname, search } = new URL(url);
      return pathname + search;
    });
    await Promise.all(surplus(keys).map((old) => cache.delete(old)));
  } catch {
    // Denied or full: reading goes on from the network.
  }
}

export async function dropCopy(store: string, key: string): Promise<void> {
  try {
    await (await caches.open(store)).delete(key);
  } catch {
    // What cannot be opened keeps nothing.
  }
}

/** An answer to keep or to give, with `text` in the place of its own. */
export function withText(answer: Response, text: string, status: number, time?: string): Response {
  const headers = new Headers(answer.headers);
  // They speak of the bytes that came.
  for (const name of ['content-encoding', 'content-length', 'etag']) headers.delete(name);
  if (time !== undefined) headers.set(keptAt, time);
  return new Response(text, { status, headers });
}

/** When an answer was made, by the site's clock where it says. */
export function timeOf({ headers }: Response): string {
  const said = Date.parse(headers.get('date') ?? '');
  return new Date(Number.isNaN(said) ? Date.now() : said).toISOString();
}

/** When a copy was made; the beginning of time where it does not say. */
export const keptTime = (copy: Response): string => copy.headers.get(keptAt) ?? '';

export const answered = ({ status, redirected, type, headers }: Response): Answered => ({
  status,
  redirected,
  type,
  contentType: headers.get('content-type'),
  cacheControl: headers.get('cache-control'),
});
