import { expect, test } from 'vitest';
import { articleQueries } from '#articles';
import { commentsPlace, loadComments } from '#comments';
import { connect } from './platform/client.ts';
import { stateElement } from './platform/page-state.ts';
import { createQueryClient } from './platform/query-client.ts';
import { siteQuery, staticPageQuery } from './platform/site-queries.ts';
import { answersInPage } from './worker/answers-in-page.ts';
import { answerKey } from './worker/ways.ts';

test('the worker finds in a page each answer by the address that the application would ask at', async () => {
  const asked: string[] = [];
  connect({
    base: '',
    fetch: async (url) => {
      asked.push(url);
      return Response.json({ from: url, items: [], nextCursor: null });
    },
  });
  const client = createQueryClient();
  await client.fetchQuery(siteQuery);
  await client.fetchQuery(staticPageQuery('about', 'ar'));
  await client.fetchQuery(articleQueries.front);
  await client.fetchQuery(articleQueries.one('سوق؟'));
  await client.fetchInfiniteQuery(articleQueries.list('سياسة'));
  await client.fetchInfiniteQuery(articleQueries.list());
  await loadComments(client, 'سوق؟', commentsPlace(new URLSearchParams()));
  const beginnings = asked.map((url) => answerKey(`https://news.example${url}`));
  // What is not the beginning of a list is no answer to keep.
  await client.fetchInfiniteQuery(articleQueries.list('سياسة', 'cursor'));
  await client.fetchInfiniteQuery(articleQueries.list(undefined, undefined, 'words'));
  await loadComments(client, 'سوق؟', commentsPlace(new URLSearchParams('order=oldest')));

  const queries = client
    .getQueryCache()
    .getAll()
    .map(({ queryKey, state }): [readonly unknown[], unknown] => [queryKey, state.data]);
  const html = `<body>${stateElement({ path: '/ar/', today: '2026-11-27', queries })}</body>`;
  const found = answersInPage(html);
  expect(new Set(found.map(([key]) => key))).toEqual(new Set(beginnings));
  expect(found).toHaveLength(beginnings.length);
  for (const [key, answer] of found)
    expect(answer).toMatchObject({
      from: asked.find((url) => answerKey(`https://news.example${url}`) === key),
    });
});

test.each(['', '<script type="application/json" id="state">{', '<p>a portal</p>', 'null'])(
  'a page with the state %j has none',
  (html) => {
    expect(answersInPage(html)).toEqual([]);
  },
);
