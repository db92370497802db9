import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '#platform/client.ts';

export const commentKeys = {
  lists: (slug: string) => ['comments', 'list', slug],
  list: (slug: string, after?: string) => ['comments', 'list', slug, after ?? null],
  replies: (id: string) => ['comments', 'replies', id],
  post: (slug: string) => ['comments', 'post', slug],
} as const;

/** Top-level comments of an article with their first replies, newest first, from the cursor `after`. */
export const commentListQuery = (slug: string, after?: string) =>
  infiniteQueryOptions({
    queryKey: commentKeys.list(slug, after),
    queryFn: ({ pageParam, signal }) =>
      call(
        'GET /api/articles/:slug/comments',
        { params: { slug }, query: { cursor: pageParam ?? undefined } },
        signal,
      ),
    initialPageParam: after ?? null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** All replies below a comment, oldest first. */
export const repliesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: commentKeys.replies(id),
    queryFn: ({ pageParam, signal }) =>
      call(
        'GET /api/comments/:id/replies',
        { params: { id }, query: { limit: '100', cursor: pageParam ?? undefined } },
        signal,
      ),
    initialPageParam: noCursor(),
    getNextPageParam: (page) => page.nextCursor,
  });

/** Typed as a cursor that may be absent; a literal null would be its only type. */
function noCursor(): string | null {
  return null;
}
