import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Comment, CommentPage } from '#contract/comment';
import { commentKeys, commentListQuery } from './comment-queries.ts';

/** Shows a comment that the server has just published in its article's list, and asks for the list anew. */
export function placeComment(queryClient: QueryClient, slug: string, comment: Comment | undefined): void {
  if (comment !== undefined) {
    queryClient.setQueryData<string[]>(commentKeys.placed(slug), (ids = []) => [...ids, comment.id]);
    queryClient.setQueryData(commentListQuery(slug, { order: 'newest' }).queryKey, (data) =>
      withComment(data, comment),
    );
  }
  void queryClient.invalidateQueries({ queryKey: commentKeys.lists(slug) });
}

type Pages = InfiniteData<CommentPage>;

/** The list with a comment in it, once: at its head, or among the replies of its branch. */
export function withComment(data: Pages | undefined, comment: Comment): Pages | undefined {
  const [first, ...rest] = data?.pages ?? [];
  if (data === undefined || first === undefined) return data;
  const all = data.pages.flatMap(({ items }) => items.flatMap((item) => [item, ...item.replies]));
  if (all.some(({ id }) => id === comment.id)) return data;
  const isTop = comment.parentId === undefined;
  const pages = isTop
    ? [{ ...first, items: [comment, ...first.items] }, ...rest]
    : data.pages.map((page) => ({ ...page, items: page.items.map((item) => withReply(item, comment)) }));
  return { ...data, pages: pages.map((page) => ({ ...page, total: page.total + 1 })) };
}

/** A branch with one reply more, where it was given in it and the branch is shown to its end. */
function withReply(top: Comment, reply: Comment): Comment {
  const isHere = [top, ...top.replies].some(({ id }) => id === reply.parentId);
  if (!isHere) return top;
  const isWhole = top.replies.filter(({ state }) => state === 'published').length === top.replyCount;
  const replies = isWhole ? [...top.replies, reply] : top.replies;
  return { ...top, replies, replyCount: top.replyCount + 1 };
}
