import { afterAll, expect, test } from 'vitest';
import * as v from 'valibot';
import { CommentEvent, CommentsHello } from '#contract/comment-event';
import { type EventReader, followEvents, type Told } from './event-reader.ts';
import { judgedServer } from './judged-server.ts';
import { addressOf, outsider, problemOf } from './outsider.ts';

const { base, stop } = await judgedServer();
const open: EventReader[] = [];
afterAll(async () => {
  for (const one of open) one.close();
  await stop();
});
const { send, posted, openArticle, read } = outsider(base);
const { slug } = await openArticle();
const words = (text: string, parentId?: string) => ({
  author: { name: 'سلمى' },
  text,
  ...(parentId !== undefined && { parentId }),
});

async function follow(query: Record<string, string> = {}, headers: Record<string, string> = {}) {
  const one = await followEvents(
    base + addressOf('GET /api/articles/:slug/events', { slug }, query),
    headers,
  );
  open.push(one);
  const { data } = await one.until(({ event }) => event === 'hello');
  return { ...one, hello: v.parse(CommentsHello, data) };
}
const isOf =
  (id: string) =>
  ({ event, data }: Told) =>
    event === 'comment' && v.parse(CommentEvent, data).id === id;
const idsTold = ({ told }: { told: Told[] }) =>
  told.filter(({ event }) => event === 'comment').map(({ data }) => v.parse(CommentEvent, data).id);

test('a conversation is followed as it goes on, never kept, collected or packed', async () => {
  const one = await follow({}, { 'accept-encoding': 'br, gzip' });
  const { headers, statusCode } = one.response;
  expect(statusCode).toBe(200);
  expect(headers['content-type']).toMatch(/^text\/event-stream(; ?charset=utf-8)?$/i);
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['x-accel-buffering']).toBe('no');
  expect(headers['content-encoding']).toBeUndefined();
  expect(one.text()).toMatch(/^retry\W+[1-4]\d{3}$/m);
  const { total } = await read('GET /api/articles/:slug/comments', { slug });
  expect(one.hello).toEqual({ version: expect.any(Number), total, complete: true });

  const top = await posted(slug, words('أوّل'));
  const first = await one.until(isOf(top.id));
  expect(first.data).toEqual({ type: 'new', id: top.id, rootId: top.id, total: total + 1 });
  const reply = await posted(slug, words('ردّ', top.id));
  const second = await one.until(isOf(reply.id));
  expect(second.data).toEqual({ type: 'new', id: reply.id, rootId: top.id, total: total + 2 });
  expect(Number(first.id)).toBeGreaterThan(one.hello.version);
  expect(Number(second.id)).toBeGreaterThan(Number(first.id));
});

test('whoever comes back is told all that was missed, once, by the header or by the query', async () => {
  const before = await follow();
  const first = await posted(slug, words('فات'));
  const { id } = await before.until(isOf(first.id));
  before.close();
  const missed = [await posted(slug, words('بعده')), await posted(slug, words('وبعده'))];
  const expected = missed.map((comment) => comment.id);
  expect(idsTold(await follow({}, { 'last-event-id': id }))).toEqual(expected);
  expect(idsTold(await follow({ after: id }))).toEqual(expected);
  // The browser's own word is the newer one.
  expect(idsTold(await follow({ after: '0' }, { 'last-event-id': id }))).toEqual(expected);
  const { hello } = await follow({ after: id });
  expect(idsTold(await follow({ after: String(hello.version) }))).toEqual([]);
});

test.each(['x', '-1', '1.5', '1e3', '9'.repeat(49), '٣'])(
  'what is no id of ours (%j) begins with now and says so',
  async (after) => {
    for (const one of [
      await follow({ after }),
      await follow({}, { 'last-event-id': encodeURIComponent(after) }),
    ]) {
      expect(idsTold(one)).toEqual([]);
      expect(one.hello.complete).toBe(false);
    }
  },
);
test('an id that is not reached yet, as after an older copy was laid back, begins with now and says so', async () => {
  const { hello, ...one } = await follow({ after: '999999999999999' });
  expect([idsTold(one), hello.complete]).toEqual([[], false]);
});

test('what cannot be followed is a problem, not a stream', async () => {
  const address = addressOf('GET /api/articles/:slug/events', { slug: 'nobody-wrote-this' });
  await problemOf('not_found', await send(address));
});
