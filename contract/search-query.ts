import { limits } from './limits.ts';

/** What `q` in the address of a search asks for, as far as the API takes it; undefined where that is nothing. */
export function searchQuery(q: string | null): string | undefined {
  const asked = q?.trim().slice(0, limits.query).toWellFormed();
  // Cut between characters: half of one is none.
  return asked?.replace(/\ufffd$/, '') || undefined;
}
