import type { QueryClient } from '@tanstack/react-query';
import type { Comment } from '#contract/comment';
import { call } from '#platform/client.ts';
import type { Entry } from './outbox-state.ts';

/** Milliseconds after which a try has failed. */
const patience = 60_000;

/** One try to send an entry, as a mutation among all others of the page. */
export function postComment(entry: Entry, queryClient: QueryClient): Promise<Comment> {
  const mutation = queryClient.getMutationCache().build<Comment, Error, Entry, unknown>(queryClient, {
    // It is the outbox that tries again, and that remembers.
    gcTime: 0,
    mutationFn: async ({ key, slug, parentId, name, text }) => {
      const end = new AbortController();
      const timer = setTimeout(() => end.abort(), patience);
      try {
        return await call(
          'POST /api/articles/:slug/comments',
          {
            params: { slug },
            headers: { 'idempotency-key': key },
            body: { author: { name }, text, ...(parentId === undefined ? {} : { parentId }) },
          },
          end.signal,
        );
      } finally {
        clearTimeout(timer);
      }
    },
  });
  return mutation.execute(entry);
}
