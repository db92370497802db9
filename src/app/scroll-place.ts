import type { Location } from 'react-router';

/** Passed on by a switch of language: the key of the page that it was made on. */
export interface SameScroll {
  scrollOf: string;
}

/**
 * The key under which a page's place is kept. A page in another language has the place of the page it
 * was switched from: left to the router, a fragment in its address would move the reader to what it names.
 * Fragments that a plain link leads to have one key from the router, and are told apart here.
 */
export function scrollKey({ key, hash, state }: Location<unknown>): string {
  return isSameScroll(state) ? state.scrollOf : key + hash;
}

const isSameScroll = (state: unknown): state is SameScroll =>
  typeof state === 'object' && state !== null && 'scrollOf' in state;
