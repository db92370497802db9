import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '#platform/client.ts';

export const articleKeys = {
  all: ['articles'],
  lists: ['articles', 'list'],
  list: (section?: string, after?: string) => ['articles', 'list', section ?? null, after ?? null],
  one: (slug: string) => ['articles', 'one', slug],
} as const;

/** One article with its body. */
export const articleQuery = (slug: string) =>
  queryOptions({
    queryKey: articleKeys.one(slug),
    queryFn: ({ signal }) => call('GET /api/articles/:slug', { params: { slug } }, signal),
  });

/** Articles of the site or of one section, newest first, page by page from the cursor `after`. */
export const articleListQuery = (section?: string, after?: string) =>
  infiniteQueryOptions({
    queryKey: articleKeys.list(section, after),
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/articles', { query: { section, cursor: pageParam ?? undefined } }, signal),
    initialPageParam: after ?? null,
    getNextPageParam: (page) => page.nextCursor,
  });
