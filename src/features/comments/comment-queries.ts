import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { LocatedComment } from '#contract/comment';
import { call } from '#platform/client.ts';

export const commentKeys = {
  lists: (slug: string) => ['comments', 'list', slug],
  list: (slug: string, after?: string) => ['comments', 'list', slug, after ?? null],
  located: (id: string) => ['comments', 'located', id],
  replies: (id: string, after?: string) => ['comments', 'replies', id, after ?? null],
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

/** One comment and where it stands. */
export const locatedCommentQuery = (id: string) =>
  queryOptions({
    queryKey: commentKeys.located(id),
    queryFn: ({ signal }) => call('GET /api/comments/:id', { params: { id } }, signal),
  });

/** All replies below a comment, oldest first, from the cursor `after`. */
export const repliesQuery = (id: string, after?: string) =>
  infiniteQueryOptions({
    queryKey: commentKeys.replies(id, after),
    queryFn: ({ pageParam, signal }) =>
      call(
        'GET /api/comments/:id/replies',
        { params: { id }, query: { limit: '100', cursor: pageParam ?? undefined } },
        signal,
      ),
    initialPageParam: after ?? null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** The one comment of a branch's page, where it stands under this article. */
export const branchOf = (located: LocatedComment | undefined, slug: string) =>
  located?.articleSlug === slug ? [located.comment] : undefined;
