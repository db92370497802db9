import { useLayoutEffect } from 'react';
import { useLocation, type Location } from 'react-router';

/** Passed on by a switch of language: the key of the page that it was made on. */
export interface SameScroll {
  scrollOf: string;
}

/**
 * The key under which a page's place is kept. A page in another language has the place of the page it
 * was switched from: else a fragment in its address would move the reader to what it names. Fragments that
 * a plain link leads to have one key from the router, and are told apart here.
 */
export function scrollKey({ key, hash, state }: Location<unknown>): string {
  return isSameScroll(state) ? state.scrollOf : key + hash;
}

const isSameScroll = (state: unknown): state is SameScroll =>
  typeof state === 'object' && state !== null && 'scrollOf' in state;

const storageKey = 'riwaq.scroll';

/** How far down each entry of the history was left; kept from document to document by the tab. */
let places: Record<string, unknown> | undefined;

/**
 * Leads to a page's place: where it was left, else what its fragment names, else its beginning. A third of
 * the router's own, which moreover takes a reader back who has read on before the script came.
 */
export function useScrollPlace(): void {
  const location = useLocation();
  useLayoutEffect(() => {
    const key = scrollKey(location);
    const isFirst = places === undefined;
    if (isFirst) begin();
    const kept = (places ??= storedPlaces());
    // A fragment followed by the browser itself has no key of its own.
    const place = key === 'default' ? undefined : kept[key];
    // A page that the browser opened it has also put in its place, if all of it was there.
    if (!isFirst || scrollY === 0) {
      if (typeof place === 'number') scrollTo(0, place);
      else if (!isFirst) {
        const target = named(location.hash);
        if (target === null) scrollTo(0, 0);
        else target.scrollIntoView();
      }
    }
    const keep = () => {
      kept[key] = scrollY;
    };
    keep();
    addEventListener('scroll', keep);
    return () => removeEventListener('scroll', keep);
  }, [location]);
}

/** What a fragment names. */
export function named(hash: string): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    // A fragment that is no text names nothing.
    return null;
  }
}

/** Pages shown in place are ours to put in theirs; of a document gone from and come back to, the browser's. */
function begin(): void {
  const take = () => {
    history.scrollRestoration = 'manual';
  };
  take();
  addEventListener('pageshow', take);
  addEventListener('pagehide', () => {
    history.scrollRestoration = 'auto';
    try {
      sessionStorage.setItem(storageKey, JSON.stringify(places));
    } catch {
      // Storage is denied: the browser's own memory must do.
    }
  });
}

function storedPlaces(): Record<string, unknown> {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? '');
    return typeof stored === 'object' && stored !== null ? { ...stored } : {};
  } catch {
    return {};
  }
}
