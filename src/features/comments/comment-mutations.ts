import { useMutation, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import type { Comment, CommentPage } from '#contract/comment';
import { call } from '#platform/client.ts';
import { commentKeys, commentListQuery } from './comment-queries.ts';

export interface KeyedDraft {
  /** Idempotency-Key: the same for every try to send the same words. */
  key: string;
  name: string;
  text: string;
}

/**
 * Sends comments; once the server holds one, `onKept` is told and it stands at the head of the article's
 * list. What became of each is read from `useOwnPosts`, also by whoever comes back to the page.
 */
export function usePostComment(slug: string, onKept: (draft: KeyedDraft, comment: Comment) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey: commentKeys.post(slug),
    // What failed is the reader's: it stays until it is sent.
    gcTime: Infinity,
    mutationFn: ({ key, name, text }: KeyedDraft) =>
      call('POST /api/articles/:slug/comments', {
        params: { slug },
        headers: { 'idempotency-key': key },
        body: { author: { name }, text },
      }),
    onSuccess(comment, draft) {
      if (comment.state === 'published') {
        queryClient.setQueryData(commentListQuery(slug).queryKey, (data) => withComment(data, comment));
        void queryClient.invalidateQueries({ queryKey: commentKeys.lists(slug) });
      }
      onKept(draft, comment);
    },
  });
}

type Pages = InfiniteData<CommentPage>;

/** The list with a comment at its head, once. */
export function withComment(data: Pages | undefined, comment: Comment): Pages | undefined {
  const [first, ...rest] = data?.pages ?? [];
  if (data === undefined || first === undefined) return data;
  if (data.pages.some(({ items }) => items.some(({ id }) => id === comment.id))) return data;
  const pages = [{ ...first, items: [comment, ...first.items] }, ...rest];
  return { ...data, pages: pages.map((page) => ({ ...page, total: page.total + 1 })) };
}
