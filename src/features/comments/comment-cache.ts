import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Comment, CommentPage, ReplyPage } from '#contract/comment';
import { commentKeys } from './comment-queries.ts';

/** What becomes of a comment: itself, another state of it, or nothing. */
export type Change = (comment: Comment) => Comment | undefined;

/**
 * Changes one comment wherever the cache shows it under the article at `slug`. The counts of a list follow what
 * it then holds; nothing is fetched, but all of it is known to be old.
 */
export function changeComment(client: QueryClient, slug: string, id: string, change: Change): void {
  client.setQueriesData<InfiniteData<CommentPage>>({ queryKey: commentKeys.lists(slug) }, (list) =>
    list === undefined ? list : withPages(list, (page) => pageWith(page, id, change)),
  );
  client.setQueriesData<InfiniteData<ReplyPage>>({ queryKey: commentKeys.allReplies }, (list) =>
    list === undefined
      ? list
      : withPages(list, (page) => ({ ...page, items: changed(page.items, id, change) })),
  );
  client.setQueriesData<{ comment: Comment }>({ queryKey: commentKeys.allLocated }, (located) => {
    if (located === undefined) return located;
    const [comment] = changed([located.comment], id, change);
    return { ...located, comment: comment ?? emptied(located.comment) };
  });
  for (const queryKey of [commentKeys.lists(slug), commentKeys.allReplies, commentKeys.allLocated])
    void client.invalidateQueries({ queryKey, refetchType: 'none' });
}

const withPages = <Page>(list: InfiniteData<Page>, change: (page: Page) => Page) => ({
  ...list,
  pages: list.pages.map(change),
});

function pageWith(page: CommentPage, id: string, change: Change): CommentPage {
  const items = changed(page.items, id, change);
  return { ...page, items, total: page.total + counted(items, id) - counted(page.items, id) };
}

/** Whether a list holds the comment `id` as one that is counted: 1, else 0. */
const counted = (comments: readonly Comment[], id: string): number =>
  comments.some((one) => (one.id === id && one.state === 'published') || counted(one.replies, id) > 0)
    ? 1
    : 0;

function changed(comments: readonly Comment[], id: string, change: Change): Comment[] {
  return comments.flatMap((comment) => {
    const next = comment.id === id ? change(comment) : comment;
    if (next === undefined) return [];
    if (!next.replies.some((reply) => reply.id === id)) return [next];
    const replies = changed(next.replies, id, change);
    const replyCount = next.replyCount + counted(replies, id) - counted(next.replies, id);
    return [{ ...next, replies, replyCount }];
  });
}

/** A comment's place, without its words. */
export const emptied = (comment: Comment): Comment => ({
  ...comment,
  state: 'removed',
  text: '',
  author: { name: '', staff: false },
});

/** What is left of a comment that is taken away: its place, where others stand below it. */
export const removed: Change = (comment) => (comment.replyCount === 0 ? undefined : emptied(comment));
