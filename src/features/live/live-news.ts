/** What became of one comment, as the server tells it. */
export interface Told {
  readonly type: 'new' | 'changed' | 'removed';
  readonly id: string;
  readonly rootId: string;
  /** Published comments of the article when it was told. */
  readonly total: number;
}

/** What a reader has not been shown yet. */
export interface News {
  /** New comments, each with the top-level comment of its branch. */
  readonly fresh: ReadonlyMap<string, string>;
  /** Comments on the page that are not what they were. */
  readonly stale: ReadonlySet<string>;
}

export const noNews: News = { fresh: new Map(), stale: new Set() };

/** `has`: whether a comment is on the page, or on its way there. */
export function hear(
  news: News,
  { type, id, rootId }: Omit<Told, 'total'>,
  has: (id: string) => boolean,
): News {
  const fresh = new Map(news.fresh);
  const stale = new Set(news.stale);
  if (type === 'removed') fresh.delete(id);
  if (has(id)) {
    // This reader's own comment is told to all, and so to its writer too.
    fresh.delete(id);
    if (type !== 'new') stale.add(id);
  } else if (type === 'new') fresh.set(id, rootId);
  return { fresh, stale };
}

/**
 * New comments that a press would show: those that stand at the top, and answers to what is on the page. An
 * answer to an old comment further down is there once the reader has come so far.
 */
export function freshOf({ fresh }: News, has: (id: string) => boolean): string[] {
  return [...fresh]
    .filter(([id, rootId]) => !has(id) && (id === rootId || has(rootId) || fresh.has(rootId)))
    .map(([id]) => id);
}

/** Without those that were shown meanwhile. */
export function withoutShown(news: News, has: (id: string) => boolean): News {
  const rest = [...news.fresh].filter(([id]) => !has(id));
  return rest.length === news.fresh.size ? news : { ...news, fresh: new Map(rest) };
}
