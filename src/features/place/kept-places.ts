import { readStored, writeStored } from '#platform/local-store.ts';

/** A place in an article that survives another text size, width or screen, and what is put in above it. */
export interface Place {
  /** Element id of the block at the reading line. */
  block: string;
  /** How much of that block is above the line, 0 to 1. */
  within: number;
  /** How much of the text has been seen, 0 to 1. */
  read: number;
}

/** The key that reader-place.tsx looks into before any of this is fetched. */
const storageKey = 'riwaq.places';
const most = 100;

type Kept = Place & { article: string };

/** The place kept for an article. */
export function keptPlace(article: string): Place | undefined {
  return keptPlaces(readStored(storageKey)).find((kept) => kept.article === article);
}

/** Keeps a place; beyond the last hundred articles the one longest unread is forgotten. */
export function keepPlace(article: string, place: Place): void {
  const others = keptPlaces(readStored(storageKey)).filter((kept) => kept.article !== article);
  writeStored(storageKey, [...others, { article, ...place }].slice(-most));
}

/** Forgets the place of an article that has been read, or that the reader does not want to go on with. */
export function forgetPlace(article: string): void {
  const kept = keptPlaces(readStored(storageKey));
  const others = kept.filter((one) => one.article !== article);
  if (others.length < kept.length) writeStored(storageKey, others);
}

/** What can be believed of what a device holds: anything may have written there. */
export function keptPlaces(stored: unknown): Kept[] {
  return Array.isArray(stored) ? stored.filter(isKept).slice(-most) : [];
}

const isKept = (one: unknown): one is Kept =>
  typeof one === 'object' &&
  one !== null &&
  'article' in one &&
  typeof one.article === 'string' &&
  'block' in one &&
  typeof one.block === 'string' &&
  'within' in one &&
  isShare(one.within) &&
  'read' in one &&
  isShare(one.read);

const isShare = (value: unknown) => typeof value === 'number' && value >= 0 && value <= 1;
