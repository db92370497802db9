import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test } from 'vitest';
import { connect } from '#platform/client.ts';
import { repliesQuery } from './comment-queries.ts';
import { showReplies, shownReplies } from './shown-replies.ts';
import { commentOf } from './sample-comment.ts';

const root = commentOf('top', { replies: [commentOf('a')], replyCount: 6 });

/** A branch of which the server gives two replies at once; `before` happens while each page is on its way. */
function branch(ids: readonly string[], before: (client: QueryClient) => void = () => {}) {
  const client = new QueryClient();
  const asked: (string | null)[] = [];
  connect({
    base: '',
    fetch: async (url) => {
      const cursor = new URL(url, 'http://site').searchParams.get('cursor');
      asked.push(cursor);
      before(client);
      const at = Number(cursor ?? 0);
      const items = ids.slice(at, at + 2).map((id) => commentOf(id, { parentId: 'top' }));
      const page = { items, nextCursor: at + 2 < ids.length ? `${at + 2}` : null };
      return new Response(JSON.stringify(page), { headers: { 'content-type': 'application/json' } });
    },
  });
  const shown = () => shownReplies(client, root).map(({ id }) => id);
  return { client, asked, shown };
}

const { queryKey } = repliesQuery('top');
const pageOf = (ids: string[], nextCursor: string | null) => ({
  items: ids.map((id) => commentOf(id, { parentId: 'top' })),
  nextCursor,
});

afterEach(() => connect({ base: '', fetch: (url, init) => fetch(url, init) }));

test('what stands among the first replies is not asked for', async () => {
  const { client, asked, shown } = branch(['a', 'b']);
  await showReplies(client, root, ['a']);
  expect([asked, shown()]).toEqual([[], ['a']]);
});

test('pages are fetched as far as the last that is wanted', async () => {
  const { client, asked, shown } = branch(['a', 'b', 'c', 'd', 'e', 'f']);
  await showReplies(client, root, ['b', 'd']);
  expect([asked, shown()]).toEqual([
    [null, '2'],
    ['a', 'b', 'c', 'd'],
  ]);
  await showReplies(client, root, ['f']);
  expect([asked.slice(2), shown().at(-1)]).toEqual([['4'], 'f']);
});

test('a branch that was shown to its end is gone on with there', async () => {
  const { client, asked, shown } = branch(['a', 'b', 'c', 'd', 'e']);
  client.setQueryData(queryKey, {
    pages: [pageOf(['a', 'b'], '2'), pageOf(['c'], null)],
    pageParams: [null, '2'],
  });
  await showReplies(client, root, ['e']);
  expect([asked, shown()]).toEqual([
    ['2', '4'],
    ['a', 'b', 'c', 'd', 'e'],
  ]);
  expect(client.getQueryData(queryKey)?.pageParams).toEqual([null, '2', '4']);
});

test('one that is there no more is looked for once, one that is too deep not at all', async () => {
  const { client, asked, shown } = branch(['a', 'b']);
  await showReplies(client, root, ['gone']);
  expect([asked, shown()]).toEqual([[null], ['a', 'b']]);
  await showReplies(client, root, ['gone']);
  expect([asked, shown()]).toEqual([
    [null, null],
    ['a', 'b'],
  ]);
  await showReplies(client, { ...root, replyCount: 303 }, ['deep']);
  expect(asked).toHaveLength(2);
});

test('what became of the others meanwhile is not undone', async () => {
  let isFirst = true;
  const { client, shown } = branch(['a', 'b', 'c', 'd'], (meanwhile) => {
    if (!isFirst) return;
    isFirst = false;
    meanwhile.setQueryData(queryKey, { pages: [pageOf(['b'], '2')], pageParams: [null] });
  });
  client.setQueryData(queryKey, { pages: [pageOf(['a', 'b'], '2')], pageParams: [null] });
  await showReplies(client, root, ['d']);
  expect(shown()).toEqual(['b', 'c', 'd']);
});
