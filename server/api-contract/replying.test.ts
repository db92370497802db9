import { afterAll, expect, test } from 'vitest';
import { outsider, problemOf } from './outsider.ts';
import { judgedServer } from './judged-server.ts';

const { base, stop } = await judgedServer();
afterAll(stop);
const { read, post, posted, openArticle } = outsider(base);
const { slug } = await openArticle();
const draft = (text: string, parentId: unknown) => ({ author: { name: 'هدى' }, text, parentId });

test('replies and replies to them stand flat below the top comment, oldest first, and are counted where they belong', async () => {
  const top = await posted(slug, { author: { name: 'هدى' }, text: 'في الأعلى' });
  const first = await posted(slug, draft('ردّ', top.id));
  const second = await posted(slug, draft('ردّ على الردّ', first.id));
  const third = await posted(slug, draft('ردّ آخر', top.id));
  expect([first.parentId, second.parentId, third.parentId]).toEqual([top.id, first.id, top.id]);

  const located = await read('GET /api/comments/:id', top);
  expect(located).toMatchObject({ rootId: top.id, articleSlug: slug });
  expect(located.comment.replyCount).toBe(3);
  expect(located.comment.replies).toEqual([{ ...first, replyCount: 1 }, second, third]);
  expect(await read('GET /api/comments/:id/replies', top)).toEqual({
    items: located.comment.replies,
    nextCursor: null,
  });
  expect((await read('GET /api/comments/:id/replies', first)).items).toEqual([second]);
  expect(await read('GET /api/comments/:id', second)).toEqual({
    comment: second,
    articleSlug: slug,
    rootId: top.id,
  });
  expect((await read('GET /api/articles/:slug/comments', { slug }, { limit: '1' })).items[0]?.id).toBe(
    top.id,
  );
});

test('a comment that is not there, or stands under another article, cannot be answered', async () => {
  const { items } = await read('GET /api/articles', {}, { limit: '100' });
  const other = items.find((one) => one.slug !== slug && one.comments.state === 'open');
  if (other === undefined) throw new Error(`${base} has one open article only; import a second one.`);
  const foreign = await posted(other.slug, { author: { name: 'هدى' }, text: 'هناك' });
  for (const parentId of [
    foreign.id,
    'no-such-comment',
    "' or 1=1 --",
    foreign.id.toUpperCase() + '0',
    'constructor',
  ]) {
    await problemOf('parent_invalid', await post(slug, draft('ردّ', parentId)));
  }
  expect((await read('GET /api/comments/:id', foreign)).comment.replyCount).toBe(0);
});

test.each([[null], [0], [true], [['x']], [{ id: 'x' }], [''], ['x'.repeat(201)]])(
  '%j is no parent',
  async (parentId) => {
    const { errors } = await problemOf('validation_failed', await post(slug, draft('ردّ', parentId)));
    expect(errors?.map(({ field }) => field)).toEqual(['parentId']);
  },
);
