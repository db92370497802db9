import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '#platform/client.ts';

export const articleKeys = {
  all: ['articles'],
  front: ['articles', 'front'],
  list: (section?: string, after?: string, q?: string) => [
    'articles',
    'list',
    section ?? null,
    after ?? null,
    q ?? null,
  ],
  one: (slug: string) => ['articles', 'one', slug],
} as const;

export const articleQueries = {
  /** The front page: lead and stories, sections, the most commented. */
  front: queryOptions({
    queryKey: articleKeys.front,
    queryFn: ({ signal }) => call('GET /api/front', {}, signal),
  }),

  /** One article with its body. */
  one: (slug: string) =>
    queryOptions({
      queryKey: articleKeys.one(slug),
      queryFn: ({ signal }) => call('GET /api/articles/:slug', { params: { slug } }, signal),
    }),

  /**
   * Articles of the site or of one section, newest first, page by page from the cursor `after`; with `q`
   * those that have its words, the very words first.
   */
  list: (section?: string, after?: string, q?: string) =>
    infiniteQueryOptions({
      queryKey: articleKeys.list(section, after, q),
      queryFn: ({ pageParam, signal }) =>
        call('GET /api/articles', { query: { section, q, cursor: pageParam ?? undefined } }, signal),
      initialPageParam: after ?? null,
      getNextPageParam: (page) => page.nextCursor,
    }),
};
