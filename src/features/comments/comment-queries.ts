import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { CommentOrder } from '#contract/comment';
import { call, ProblemError } from '#platform/client.ts';

/** Where a list begins: at a cursor, else at its beginning. */
export interface ListStart {
  order: CommentOrder;
  after?: string | undefined;
}

/** Where replies begin: at a cursor or with one of them, else at the first. */
export interface RepliesStart {
  after?: string | undefined;
  from?: string | undefined;
}

export const commentKeys = {
  lists: (slug: string) => ['comments', 'list', slug],
  list: (slug: string, { order, after }: ListStart) => ['comments', 'list', slug, order, after ?? null],
  allLocated: ['comments', 'located'],
  located: (id: string) => ['comments', 'located', id],
  place: (id: string) => ['comments', 'place', id],
  allReplies: ['comments', 'replies'],
  allRepliesOf: (id: string) => ['comments', 'replies', id],
  replies: (id: string, { after, from }: RepliesStart) => [
    'comments',
    'replies',
    id,
    after ?? null,
    from ?? null,
  ],
  /** Ids of this reader's own that were published while the page stands, whether a list shows them or not. */
  placed: (slug: string) => ['comments', 'placed', slug],
  deleting: (id: string) => ['comments', 'deleting', id],
  mine: (slug: string) => ['comments', 'mine', slug],
} as const;

/** Top-level comments of an article with their first replies. */
export const commentListQuery = (slug: string, start: ListStart) =>
  infiniteQueryOptions({
    queryKey: commentKeys.list(slug, start),
    queryFn: ({ pageParam, signal }) =>
      call(
        'GET /api/articles/:slug/comments',
        {
          params: { slug },
          query: {
            order: start.order === 'newest' ? undefined : start.order,
            cursor: pageParam ?? undefined,
          },
        },
        signal,
      ),
    initialPageParam: start.after ?? null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** Asks where one comment stands, and leaves the cache alone. */
export const locateComment = (id: string, signal?: AbortSignal) =>
  call('GET /api/comments/:id', { params: { id } }, signal);

/** One comment and where it stands. */
export const locatedCommentQuery = (id: string) =>
  queryOptions({
    queryKey: commentKeys.located(id),
    queryFn: ({ signal }) => locateComment(id, signal),
  });

/**
 * Where a comment stands: its article and the top of its branch; null where there is none. That too is an
 * answer, which travels with the page.
 */
export const commentPlaceQuery = (id: string) =>
  queryOptions({
    queryKey: commentKeys.place(id),
    queryFn: async ({ signal }) => {
      try {
        const { articleSlug, rootId } = await call('GET /api/comments/:id', { params: { id } }, signal);
        return { articleSlug, rootId };
      } catch (error) {
        if (error instanceof ProblemError && error.problem.status === 404) return null;
        throw error;
      }
    },
  });

/** How many replies are fetched at once. */
export const repliesAtOnce = 100;

/** A page of replies: from a cursor, else from one of them or the first. */
export const fetchReplies = (id: string, cursor: string | null, from?: string, signal?: AbortSignal) =>
  call(
    'GET /api/comments/:id/replies',
    {
      params: { id },
      query: { limit: `${repliesAtOnce}`, ...(cursor === null ? { from } : { cursor }) },
    },
    signal,
  );

/** All replies below a comment, oldest first. */
export const repliesQuery = (id: string, start: RepliesStart = {}) =>
  infiniteQueryOptions({
    queryKey: commentKeys.replies(id, start),
    queryFn: ({ pageParam, signal }) => fetchReplies(id, pageParam, start.from, signal),
    initialPageParam: start.after ?? null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** What this browser may do with an article's comments, and which it likes; never kept beyond the visit. */
export const mineQuery = (slug: string) =>
  queryOptions({
    queryKey: commentKeys.mine(slug),
    queryFn: ({ signal }) => call('GET /api/articles/:slug/mine', { params: { slug } }, signal),
  });
