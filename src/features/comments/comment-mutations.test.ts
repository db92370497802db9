import { describe, expect, test } from 'vitest';
import type { CommentPage } from '#contract/comment';
import { withComment } from './comment-mutations.ts';
import { commentOf } from './sample-comment.ts';

const pageOf = (ids: string[], nextCursor: string | null, total: number): CommentPage => ({
  items: ids.map((id) => commentOf(id)),
  nextCursor,
  total,
});

const list = () => ({
  pages: [pageOf(['d', 'c'], 'x', 4), pageOf(['b', 'a'], null, 4)],
  pageParams: [null, 'x'],
});

/** Ids page by page. */
const idsOf = (data: { pages: CommentPage[] } | undefined) =>
  data?.pages.map(({ items }) => items.map(({ id }) => id));

describe('withComment', () => {
  test('a new comment stands at the head, and every page counts it', () => {
    const data = withComment(list(), commentOf('e'));
    expect(idsOf(data)).toEqual([
      ['e', 'd', 'c'],
      ['b', 'a'],
    ]);
    expect(data?.pages.map(({ total }) => total)).toEqual([5, 5]);
    expect(data?.pages.map(({ nextCursor }) => nextCursor)).toEqual(['x', null]);
    expect(data?.pageParams).toEqual([null, 'x']);
  });

  test.each(['d', 'a'])('once: %s is there already, on whichever page', (id) => {
    const before = list();
    expect(withComment(before, commentOf(id))).toBe(before);
    const once = withComment(before, commentOf('e'));
    expect(withComment(once, commentOf('e'))).toBe(once);
  });

  test('a reply stands at the end of its branch, once', () => {
    const reply = { ...commentOf('r'), parentId: 'c' };
    const data = withComment(list(), reply);
    expect(idsOf(data)).toEqual(idsOf(list()));
    expect(data?.pages.map(({ total }) => total)).toEqual([5, 5]);
    expect(data?.pages[0]?.items[1]).toMatchObject({ id: 'c', replies: [{ id: 'r' }], replyCount: 1 });
    expect(withComment(data, reply)).toBe(data);
    // A reply to it stands in the same branch.
    const further = withComment(data, { ...commentOf('s'), parentId: 'r' });
    expect(further?.pages[0]?.items[1]).toMatchObject({ replies: [{ id: 'r' }, { id: 's' }], replyCount: 2 });
  });

  test('a branch that is not shown to its end counts a reply and does not show it out of order', () => {
    const pages = [{ ...pageOf(['c'], null, 30), items: [{ ...commentOf('c'), replyCount: 29 }] }];
    const data = withComment({ pages, pageParams: [null] }, { ...commentOf('r'), parentId: 'c' });
    expect(data?.pages[0]?.items[0]).toMatchObject({ replies: [], replyCount: 30 });
  });

  test('into an empty list', () => {
    const empty = { pages: [pageOf([], null, 0)], pageParams: [null] };
    const data = withComment(empty, commentOf('a'));
    expect(idsOf(data)).toEqual([['a']]);
    expect(data?.pages[0]?.total).toBe(1);
  });

  test('a list not fetched yet stays so', () => {
    expect(withComment(undefined, commentOf('a'))).toBeUndefined();
    const none = { pages: [], pageParams: [] };
    expect(withComment(none, commentOf('a'))).toBe(none);
  });

  test('what the cache held is not changed under its readers', () => {
    const before = list();
    withComment(before, commentOf('e'));
    expect(before).toEqual(list());
  });
});
