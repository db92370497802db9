import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { Comment } from '#contract/comment';
import { changeComment, removed } from './comment-cache.ts';
import { commentListQuery, locatedCommentQuery, repliesQuery } from './comment-queries.ts';
import { commentOf } from './sample-comment.ts';

/** A cache in which `reply` stands in a list, among its branch's replies and by itself. */
function cache() {
  const client = new QueryClient();
  const page = {
    items: [
      commentOf('top', { replies: [commentOf('reply')], replyCount: 1 }),
      commentOf('other', { author: { name: 'سارة', staff: false } }),
    ],
    nextCursor: null,
    total: 3,
  };
  const list = commentListQuery('a', { order: 'oldest' }).queryKey;
  const elsewhere = commentListQuery('b', { order: 'newest' }).queryKey;
  const replies = repliesQuery('top').queryKey;
  const located = locatedCommentQuery('reply').queryKey;
  for (const key of [list, elsewhere]) client.setQueryData(key, { pages: [page], pageParams: [null] });
  client.setQueryData(replies, {
    pages: [{ items: [commentOf('reply')], nextCursor: null }],
    pageParams: [null],
  });
  client.setQueryData(located, { comment: commentOf('reply'), articleSlug: 'a', rootId: 'top' });
  return { client, list, elsewhere, replies, located };
}

test('a comment is changed wherever it is shown under its article', () => {
  const { client, list, elsewhere, replies, located } = cache();
  changeComment(client, 'a', 'reply', (comment) => ({ ...comment, text: 'new' }));
  expect(client.getQueryData(list)?.pages[0]?.items[0]?.replies[0]?.text).toBe('new');
  expect(client.getQueryData(list)?.pages[0]?.total).toBe(3);
  expect(client.getQueryData(replies)?.pages[0]?.items[0]?.text).toBe('new');
  expect(client.getQueryData(located)?.comment.text).toBe('new');
  expect(client.getQueryData(elsewhere)?.pages[0]?.items[0]?.replies[0]?.text).toBe('reply');
  expect(client.getQueryState(list)?.isInvalidated).toBe(true);
});

test('of a removed comment with replies its place is left, without its words; it is counted no more', () => {
  const { client, list } = cache();
  changeComment(client, 'a', 'top', removed);
  const page = client.getQueryData(list)?.pages[0];
  expect(page?.items.map(({ id, state, text, author }) => [id, state, text, author.name])).toEqual([
    ['top', 'removed', '', ''],
    ['other', 'published', 'other', 'سارة'],
  ]);
  expect(page?.items[0]?.replies).toHaveLength(1);
  expect(page?.total).toBe(2);
});

test('one that nobody has answered is gone', () => {
  const { client, list, replies } = cache();
  changeComment(client, 'a', 'other', removed);
  changeComment(client, 'a', 'reply', removed);
  const page = client.getQueryData(list)?.pages[0];
  expect(page?.items.map(({ id }) => id)).toEqual(['top']);
  expect(page?.items[0]).toMatchObject({ replies: [], replyCount: 0 });
  expect(page?.total).toBe(1);
  expect(client.getQueryData(replies)?.pages[0]?.items).toEqual([]);
});

test('one that is gone leaves its place where it is shown by itself', () => {
  const { client, located } = cache();
  changeComment(client, 'a', 'reply', () => undefined);
  expect(client.getQueryData(located)?.comment).toMatchObject({ state: 'removed', text: '' });
});

test('of one whose answers are news to the cache all of them are shown; the count follows the one alone', () => {
  const { client, list } = cache();
  const rest: Comment = commentOf('other', {
    replies: [commentOf('news')],
    replyCount: 1,
    state: 'removed',
    text: '',
  });
  changeComment(client, 'a', 'other', () => rest);
  const page = client.getQueryData(list)?.pages[0];
  expect(page?.items[1]?.replies.map(({ id }) => id)).toEqual(['news']);
  // What is news is counted by whoever hears of it.
  expect(page?.total).toBe(2);
});
