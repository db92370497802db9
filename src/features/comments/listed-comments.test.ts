import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, test } from 'vitest';
import type { Comment, CommentPage } from '#contract/comment';
import { connect } from '#platform/client.ts';
import { placeComment } from './comment-mutations.ts';
import { commentCache, withNewest } from './listed-comments.ts';
import { commentListQuery, locatedCommentQuery, repliesQuery } from './comment-queries.ts';
import { commentOf } from './sample-comment.ts';

const reply = commentOf('r', { parentId: 'd' });
const pageOf = (ids: string[], nextCursor: string | null, total: number): CommentPage => ({
  items: ids.map((id) => commentOf(id, id === 'd' ? { replies: [reply], replyCount: 1 } : {})),
  nextCursor,
  total,
});
const list = () => ({
  pages: [pageOf(['d', 'c'], 'x', 4), pageOf(['b', 'a'], null, 4)],
  pageParams: [null, 'x'],
});
const idsOf = ({ pages }: { pages: CommentPage[] }) => pages.map(({ items }) => items.map(({ id }) => id));

afterEach(() => connect({ base: '', fetch: (url, init) => fetch(url, init) }));

/** A cache with a list, beside a server that gives `answers` by path. */
function filled(answers: Record<string, unknown> = {}) {
  connect({
    base: '',
    fetch: async (url) => {
      const found = answers[url];
      const type = found === undefined ? 'application/problem+json' : 'application/json';
      const problem = { type: 'urn:riwaq:problem:not_found', title: '', status: 404, code: 'not_found' };
      return new Response(JSON.stringify(found ?? problem), {
        status: found === undefined ? 404 : 200,
        headers: { 'content-type': type },
      });
    },
  });
  const client = new QueryClient();
  client.setQueryData(commentListQuery('a', { order: 'newest' }).queryKey, list());
  return { client, cache: commentCache(client, 'a') };
}

test('a reader’s own comment is there, though no list that was asked for shows it', () => {
  const client = new QueryClient();
  const cache = commentCache(client, 'a');
  placeComment(client, 'a', commentOf('own'));
  expect(cache.has('own')).toBe(true);
  expect(cache.has('other')).toBe(false);
  expect(commentCache(client, 'b').has('own')).toBe(false);
});

describe('withNewest', () => {
  test('what is new stands at the head, what was loaded stays, the count is the new one', () => {
    const data = withNewest(list(), pageOf(['f', 'e', 'd'], 'y', 6));
    expect(idsOf(data)).toEqual([
      ['f', 'e', 'd', 'c'],
      ['b', 'a'],
    ]);
    expect(data.pages.map(({ total, nextCursor }) => [total, nextCursor])).toEqual([
      [6, 'x'],
      [6, null],
    ]);
  });

  test('after so many that a gap would be left, they stand alone', () => {
    const page = pageOf(['g', 'f'], 'y', 9);
    expect(withNewest(list(), page)).toEqual({ pages: [page], pageParams: [null] });
    expect(idsOf(withNewest(list(), pageOf(['g'], null, 1)))).toEqual([
      ['g', 'd', 'c'],
      ['b', 'a'],
    ]);
  });

  test('into nothing and into an empty list', () => {
    const page = pageOf(['a'], null, 1);
    expect(idsOf(withNewest(undefined, page))).toEqual([['a']]);
    expect(idsOf(withNewest({ pages: [pageOf([], null, 0)], pageParams: [null] }, page))).toEqual([['a']]);
  });
});

describe('the cache of comments', () => {
  test('knows what stands in any list, replies too', () => {
    const { client, cache } = filled();
    client.setQueryData(repliesQuery('d').queryKey, {
      pages: [{ items: [commentOf('deep', { parentId: 'r' })], nextCursor: null }],
      pageParams: [null],
    });
    client.setQueryData(locatedCommentQuery('z').queryKey, {
      comment: commentOf('z'),
      articleSlug: 'a',
      rootId: 'z',
    });
    expect(['d', 'a', 'r', 'deep', 'z', 'q'].map(cache.has)).toEqual([true, true, true, true, true, false]);
    expect(cache.total()).toBe(4);
  });

  test('a changed comment is put wherever it stands', async () => {
    const edited = { ...reply, text: 'x', editedAt: '2026-11-23T12:05:00Z' };
    const answer = { comment: edited, articleSlug: 'a', rootId: 'd' };
    const { client, cache } = filled({ '/api/comments/r': answer });
    await cache.refresh('r');
    expect(
      client.getQueryData(commentListQuery('a', { order: 'newest' }).queryKey)?.pages[0]?.items[0]?.replies,
    ).toEqual([edited]);
  });

  test('of a removed one its place is left at once in every list, which are all known to be old', () => {
    const { client, cache } = filled();
    const newest = commentListQuery('a', { order: 'newest' }).queryKey;
    const oldest = commentListQuery('a', { order: 'oldest' }).queryKey;
    const replies = repliesQuery('d').queryKey;
    client.setQueryData(oldest, list());
    client.setQueryData(replies, { pages: [{ items: [reply], nextCursor: null }], pageParams: [null] });
    for (const id of ['c', 'r']) cache.remove(id);
    for (const key of [newest, oldest]) {
      const [d, c] = client.getQueryData(key)?.pages[0]?.items ?? [];
      expect(c).toMatchObject({ id: 'c', state: 'removed', text: '', author: { name: '' } });
      expect(d).toMatchObject({ replyCount: 0, replies: [{ id: 'r', state: 'removed', text: '' }] });
      expect(client.getQueryState(key)?.isInvalidated).toBe(true);
    }
    expect(client.getQueryData(replies)?.pages[0]?.items[0]).toMatchObject({ state: 'removed', text: '' });
    cache.count(2);
    expect([newest, oldest].map((key) => client.getQueryData(key)?.pages.map(({ total }) => total))).toEqual([
      [2, 2],
      [2, 2],
    ]);
  });

  test('a branch is counted anew, and what may stand in it for nothing is named', async () => {
    const top = commentOf('d', { replies: [reply], replyCount: 7 });
    const { client, cache } = filled({ '/api/comments/d': { comment: top, articleSlug: 'a', rootId: 'd' } });
    const first = () => client.getQueryData(commentListQuery('a', { order: 'newest' }).queryKey)?.pages[0];
    expect(await cache.recount('d')).toEqual([]);
    expect(first()?.items[0]?.replyCount).toBe(7);
    cache.remove('r');
    expect(await cache.recount('d')).toEqual(['r']);
    cache.remove('c');
    expect(await cache.recount('c')).toEqual(['c']);
  });

  test('what is shown no more is taken out; what fails, fails', async () => {
    const { client, cache } = filled();
    const items = () => client.getQueryData(commentListQuery('a', { order: 'newest' }).queryKey)?.pages[0];
    await cache.refresh('r');
    expect(items()?.items[0]).toMatchObject({ id: 'd', replies: [], replyCount: 0 });
    await cache.refresh('d');
    expect(items()?.items.map(({ id }) => id)).toEqual(['c']);
    connect({ base: '', fetch: () => Promise.reject(new Error('no network')) });
    await expect(cache.refresh('c')).rejects.toThrow();
    expect(cache.has('c')).toBe(true);
  });

  test('what a comment’s branch holds now is no count of the whole', async () => {
    const more = [reply, commentOf('s', { parentId: 'd' }), commentOf('t', { parentId: 'd' })];
    const comment = commentOf('d', { replies: more, replyCount: 3 });
    const { cache } = filled({ '/api/comments/d': { comment, articleSlug: 'a', rootId: 'd' } });
    await cache.refresh('d');
    expect([cache.has('t'), cache.total()]).toEqual([true, 4]);
  });

  test('a look says what is there no more, as far as it sees', async () => {
    const at = (id: string, minute: number, changes: Partial<Comment> = {}) =>
      commentOf(id, { createdAt: `2026-11-23T12:0${minute}:00Z`, ...changes });
    const known = [at('d', 4, { replies: [reply], replyCount: 1 }), at('c', 3), at('b', 2), at('a', 1)];
    const emptied = { ...reply, state: 'removed' as const, text: '', author: { name: '', staff: false } };
    const now = { items: [at('d', 4, { replies: [emptied] }), at('b', 2)], nextCursor: 'x', total: 3 };
    const { client, cache } = filled({ '/api/articles/a/comments': now });
    client.setQueryData(commentListQuery('a', { order: 'newest' }).queryKey, {
      pages: [{ items: known, nextCursor: null, total: 5 }],
      pageParams: [null],
    });
    expect(await cache.look()).toEqual({
      missing: [],
      changed: [],
      removed: [
        { id: 'r', rootId: 'd' },
        { id: 'c', rootId: 'c' },
      ],
      total: 3,
    });
  });

  test('a look shows nothing, and says what is missing and what has changed', async () => {
    const page = pageOf(['e', 'd', 'c'], null, 5);
    const [, , c] = page.items;
    if (c !== undefined) c.text = 'x';
    const { client, cache } = filled({ '/api/articles/a/comments': page });
    const before = client.getQueryData(commentListQuery('a', { order: 'newest' }).queryKey);
    expect(await cache.look()).toMatchObject({ missing: [{ id: 'e', rootId: 'e' }], changed: ['c'] });
    expect(client.getQueryData(commentListQuery('a', { order: 'newest' }).queryKey)).toBe(before);
    await cache.showNewest();
    expect(cache.has('e')).toBe(true);
    expect(await cache.look()).toMatchObject({ missing: [], changed: [] });
  });

  test('whoever listens is told once of what changes together, and not after the end', async () => {
    const { client, cache } = filled();
    let told = 0;
    const end = cache.subscribe(() => (told += 1));
    for (let at = 0; at < 3; at += 1)
      client.setQueryData(commentListQuery('a', { order: 'newest' }).queryKey, list());
    await new Promise((done) => setTimeout(done, 5));
    expect(told).toBe(1);
    client.setQueryData(commentListQuery('a', { order: 'newest' }).queryKey, list());
    end();
    await new Promise((done) => setTimeout(done, 5));
    expect(told).toBe(1);
  });
});
