import { afterAll, describe, expect, test } from 'vitest';
import { type Comment, commentOrders } from '#contract/comment';
import { limits } from '#contract/limits';
import { addressOf, outsider, problemOf, walk } from './outsider.ts';
import { judgedServer } from './judged-server.ts';

const { base, stop } = await judgedServer();
afterAll(stop);
const { send, read, posted, openArticle } = outsider(base);
const { slug } = await openArticle();

const draft = (text: string, parentId?: string) => ({
  author: { name: 'نور' },
  text,
  ...(parentId !== undefined && { parentId }),
});
const list = (query: Readonly<Record<string, string>>) =>
  read('GET /api/articles/:slug/comments', { slug }, query);

// Nine at the top, together, so that some share a millisecond; one of them answered more often than a list shows.
const tops = await Promise.all(Array.from({ length: 9 }, (_, at) => posted(slug, draft(`تعليق ${at}`))));
const busy = tops[4] ?? (await posted(slug, draft('تعليق')));
const answers: Comment[] = [];
for (let at = 0; at < limits.inlineReplies + 5; at += 1)
  answers.push(await posted(slug, draft(`ردّ ${at}`, busy.id)));

describe.each(commentOrders)('comments, %s first', (order) => {
  test('are the same whatever the pages are cut to, without gap or double', async () => {
    const whole = (await walk((query) => list({ ...query, order }), 100)).map(({ id }) => id);
    expect(new Set(whole).size).toBe(whole.length);
    expect(new Set(whole)).toEqual(new Set([...whole, ...tops.map(({ id }) => id)]));
    for (const limit of [1, 2, 4]) {
      expect((await walk((query) => list({ ...query, order }), limit)).map(({ id }) => id)).toEqual(whole);
    }
  });

  test('stand in their order', async () => {
    const items = await walk((query) => list({ ...query, order }), 100);
    const times = items.map(({ createdAt }) => Date.parse(createdAt));
    const likes = items.map(({ likes }) => likes.count);
    if (order === 'oldest') expect(times).toEqual(times.toSorted((a, b) => a - b));
    else if (order === 'newest') expect(times).toEqual(times.toSorted((a, b) => b - a));
    else expect(likes).toEqual(likes.toSorted((a, b) => b - a));
    expect(items.every(({ parentId }) => parentId === undefined)).toBe(true);
  });

  test('have cursors that no other order takes', async () => {
    const { nextCursor } = await list({ order, limit: '2' });
    for (const other of commentOrders.filter((one) => one !== order)) {
      const address = addressOf(
        'GET /api/articles/:slug/comments',
        { slug },
        { order: other, cursor: nextCursor ?? '' },
      );
      await problemOf('cursor_invalid', await send(address));
    }
  });

  test('go on behind a cursor while others write', async () => {
    const { items, nextCursor } = await list({ order, limit: '3' });
    const added = await posted(slug, draft('بين صفحتين'));
    const rest = await walk(
      ({ limit, cursor }) => list({ order, limit: limit ?? '', cursor: cursor ?? nextCursor ?? '' }),
      5,
    );
    const ids = [...items, ...rest].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id } of tops) expect(ids).toContain(id);
    expect(ids.includes(added.id)).toBe(order === 'oldest');
  });
});

test('newest comes first, twenty at a time, where nothing else is asked', async () => {
  expect(await list({})).toEqual(await list({ order: 'newest', limit: '20' }));
});

test('all are counted, replies too, whatever page is asked for', async () => {
  const items = await walk((query) => list(query), 100);
  const counted = items.reduce(
    (sum, { replyCount, state }) => sum + replyCount + (state === 'published' ? 1 : 0),
    0,
  );
  expect((await list({ limit: '1' })).total).toBe(counted);
});

test.each(['', 'best', 'NEWEST', 'newest ', 'newest,oldest', 'constructor'])(
  'there is no order "%s"',
  async (order) => {
    await problemOf(
      'invalid_request',
      await send(addressOf('GET /api/articles/:slug/comments', { slug }, { order })),
    );
  },
);

test.each(['0', '101', '-1', 'x', '', '2.0'])(
  'there is no limit "%s", for comments nor replies',
  async (limit) => {
    await problemOf(
      'invalid_request',
      await send(addressOf('GET /api/articles/:slug/comments', { slug }, { limit })),
    );
    await problemOf(
      'invalid_request',
      await send(addressOf('GET /api/comments/:id/replies', busy, { limit })),
    );
  },
);

describe('the replies of a comment', () => {
  test('come with it as far as a page shows, and are counted whole', async () => {
    const { comment } = await read('GET /api/comments/:id', busy);
    expect(comment.replies).toEqual(answers.slice(0, limits.inlineReplies));
    expect(comment.replyCount).toBe(answers.length);
    const items = await walk((query) => list(query), 100);
    expect(items.find(({ id }) => id === busy.id)).toEqual(comment);
  });

  test('are the same whatever the pages are cut to, oldest first', async () => {
    const replies = (query: Readonly<Record<string, string>>) =>
      read('GET /api/comments/:id/replies', busy, query);
    for (const limit of [1, 7, 25, 100]) expect(await walk(replies, limit)).toEqual(answers);
    expect((await replies({})).items).toHaveLength(limits.page.default);
  });

  test('have cursors that no other list takes', async () => {
    const { nextCursor } = await read('GET /api/comments/:id/replies', busy, { limit: '2' });
    const cursor = nextCursor ?? '';
    const other = tops[0]?.id ?? '';
    await problemOf(
      'cursor_invalid',
      await send(addressOf('GET /api/comments/:id/replies', { id: other }, { cursor })),
    );
    await problemOf(
      'cursor_invalid',
      await send(addressOf('GET /api/articles/:slug/comments', { slug }, { cursor })),
    );
  });
});

test.each(['x', '0', '%00', '%E0', "'--", 'ا', 'a'.repeat(3000)])('comment "%s" is not there', async (id) => {
  await problemOf('not_found', await send(`/api/comments/${id}`));
  await problemOf('not_found', await send(`/api/comments/${id}/replies`));
});
