import { keptStores } from '#platform/kept.ts';

/** Most of each that a device keeps. */
export const most = { pages: 50, articles: 50, pictures: 60 } as const;

/** The pages to drop, of paths that stand in the order of their keeping: the longest unvisited; fronts stay. */
export function surplusPages(paths: readonly string[]): string[] {
  const counted = paths.filter((path) => !/^\/[^/]+\/$/.test(path));
  return counted.slice(0, Math.max(0, counted.length - most.pages));
}

/** The answers to drop: of the longest unvisited articles, with their comments. Site, front and lists stay. */
export function surplusAnswers(keys: readonly string[]): string[] {
  const articles = keys.filter((key) => /^\/api\/articles\/[^/]+$/.test(key));
  const dropped = new Set(articles.slice(0, Math.max(0, articles.length - most.articles)));
  return keys.filter((key) => dropped.has(key.replace(/\/comments$/, '')));
}

/** The pictures to drop: the longest unseen. */
export const surplusPictures = (keys: readonly string[]): string[] =>
  keys.slice(0, Math.max(0, keys.length - most.pictures));

/**
 * The stores of files to drop, of all stores in the order of their making: those of builds before the last
 * two. A page of an earlier one, open or kept, finds its code there; older ones are read without script.
 */
export function surplusFiles(names: readonly string[], current: string): string[] {
  const others = names.filter((name) => name.startsWith(keptStores.files) && name !== current);
  return others.slice(0, Math.max(0, others.length - 2));
}
