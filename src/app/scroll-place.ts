import { useLayoutEffect } from 'react';
import { useLocation, type Location } from 'react-router';
import { atEye, isAmongComments, isPlace, returnTo, type Place } from './place-at-eye.ts';

/** Passed on by a switch of language: the key of the page that it was made on. */
export interface SameScroll {
  scrollOf: string;
}

/**
 * The key under which a page's place is kept. A page in another language has the place of the page it
 * was switched from: else a fragment in its address would move the reader to what it names. Neither the entry
 * that a visit begins with nor a fragment followed by the browser itself has a key of the router's.
 */
export function scrollKey({ key, pathname, search, hash, state }: Location<unknown>): string {
  if (isSameScroll(state)) return state.scrollOf;
  return (key === 'default' ? pathname + search : key) + hash;
}

const isSameScroll = (state: unknown): state is SameScroll =>
  typeof state === 'object' && state !== null && 'scrollOf' in state;

const storageKey = 'riwaq.scroll';

/** Where each entry of the history was left; kept from document to document by the tab. */
let places: Record<string, unknown> | undefined;
let note: () => Place | undefined = () => undefined;

/** Notes what stands at the reader's eye, before the page shown becomes another. */
export const notePlace = (): Place | undefined => note();

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
    // A document that the reader asked for anew begins at its beginning.
    const place = isFirst && !isComeBackTo() ? undefined : kept[key];
    const target = named(location.hash);
    const leaving = new AbortController();
    // A page that the browser opened it has also put in its place, if all of it was there and of known height.
    if (!isFirst || scrollY === 0 || (isPlace(place) && isAmongComments(place) && isGoneTo(target))) {
      if (isPlace(place)) returnTo(place, leaving);
      else if (!isFirst) {
        if (target === null) scrollTo(0, 0);
        else target.scrollIntoView();
      }
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    // To a fragment the browser has gone before anybody hears of it.
    const isGone = () => window.location.hash !== location.hash;
    note = () => {
      clearTimeout(timer);
      if (isGone()) return undefined;
      const last = kept[key];
      // A page that is being left may not say any more what stands where.
      if (isPlace(last) && last.id !== undefined && last.y === scrollY) return last;
      const noted = { y: scrollY, ...atEye() };
      kept[key] = noted;
      return noted;
    };
    const keep = () => {
      if (isGone()) return;
      kept[key] = { y: scrollY };
      clearTimeout(timer);
      timer = setTimeout(note, settling);
    };
    keep();
    addEventListener('scroll', keep);
    return () => {
      leaving.abort();
      clearTimeout(timer);
      removeEventListener('scroll', keep);
    };
  }, [location]);
}

/** Milliseconds without scrolling after which a reader is taken to read. */
const settling = 100;

/** Whether the window stands where the browser goes for a fragment. */
const isGoneTo = (target: HTMLElement | null): boolean => {
  const { top } = target?.getBoundingClientRect() ?? { top: -1 };
  return top >= 0 && top < innerHeight / 2;
};

const isComeBackTo = (): boolean => {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming && entry.type !== 'navigate';
};

/** What a fragment names. */
export function named(hash: string): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    // A fragment that is no text names nothing.
    return null;
  }
}

/**
 * Pages shown in place are ours to put in theirs; of a document gone from and come back to, the browser's, but
 * for the comments, of which it does not know how high they are.
 */
function begin(): void {
  const take = () => {
    history.scrollRestoration = 'manual';
  };
  take();
  addEventListener('pageshow', take);
  addEventListener('popstate', () => notePlace());
  addEventListener('pagehide', () => {
    const place = notePlace();
    if (place === undefined || !isAmongComments(place)) history.scrollRestoration = 'auto';
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
