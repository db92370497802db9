import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { createVersionedAnswers, type Content } from './versioned-answer.ts';
import { crossOrigin } from './guard.ts';
import { memoryInUse } from './memory-in-use.ts';

const long = 'كلام طويل '.repeat(500);
const page = (text: string): Content => ({ status: 200, type: 'text/plain; charset=utf-8', text });

/** A site of one address, whose content and version the test decides. */
function site(capacity = 1e6) {
  const answers = createVersionedAnswers(capacity);
  const state = { version: '1', made: 0, make: async (): Promise<Content> => page(long) };
  const app = new Hono();
  app.get('/:key', (c) => {
    const make = () => {
      state.made += 1;
      return state.make();
    };
    return answers(c, c.req.param('key'), state.version, make);
  });
  app.onError((error, c) => c.text(error.message, 500));
  return {
    state,
    ask: (headers: Record<string, string> = {}, key = 'k') => app.request(`/${key}`, { headers }),
  };
}

describe('an answer', () => {
  test('is made once as long as its version stands, and anew when it moves', async () => {
    const { state, ask } = site();
    const first = await ask();
    expect([await first.text(), (await ask()).status, state.made]).toEqual([long, 200, 1]);
    state.version = '2';
    state.make = async () => page('جديد');
    const second = await ask({ 'if-none-match': first.headers.get('etag') ?? '' });
    expect([second.status, await second.text(), state.made]).toEqual([200, 'جديد', 2]);
    expect(second.headers.get('etag')).not.toBe(first.headers.get('etag'));
  });

  test('is made once for many who ask at once', async () => {
    const { state, ask } = site();
    const texts = await Promise.all(
      Array.from({ length: 20 }, async () => (await ask({ 'accept-encoding': 'br' })).status),
    );
    expect([new Set(texts), state.made]).toEqual([new Set([200]), 1]);
  });

  test('whose making failed is not kept: all who waited hear of it, and the next one tries again', async () => {
    const { state, ask } = site();
    state.make = async () => {
      throw new Error('no');
    };
    expect((await Promise.all([ask(), ask(), ask()])).map(({ status }) => status)).toEqual([500, 500, 500]);
    expect(state.made).toBe(1);
    state.make = async () => page('wieder');
    expect(await (await ask()).text()).toBe('wieder');
  });

  test('that went wrong in part is given and not kept', async () => {
    const { state, ask } = site();
    state.make = async () => ({ ...page('halb'), keep: false });
    const response = await ask();
    expect([await response.text(), response.headers.get('cache-control')]).toEqual(['halb', 'no-store']);
    state.make = async () => page(long);
    expect(await (await ask()).text()).toBe(long);
  });

  test('goes out in the smallest coding that is taken, one ETag for all', async () => {
    const { ask } = site();
    const packed = async (accepted: string) => {
      const response = await ask({ 'accept-encoding': accepted });
      return {
        coding: response.headers.get('content-encoding'),
        etag: response.headers.get('etag'),
        bytes: Buffer.from(await response.arrayBuffer()),
      };
    };
    const [br, gzip, none] = [await packed('gzip, br'), await packed('gzip'), await packed('identity')];
    expect([br.coding, gzip.coding, none.coding]).toEqual(['br', 'gzip', null]);
    expect(brotliDecompressSync(br.bytes).toString()).toBe(long);
    expect(gunzipSync(gzip.bytes).toString()).toBe(long);
    expect(none.bytes.toString()).toBe(long);
    expect(new Set([br.etag, gzip.etag, none.etag]).size).toBe(1);
    expect((await ask({ 'accept-encoding': 'br', 'if-none-match': br.etag ?? '' })).status).toBe(304);
  });
});

test('no more is kept than the capacity holds; what was not used longest goes first', async () => {
  // Room for three answers of this size with what is kept beside each.
  const { state, ask } = site(350_000);
  state.make = async () => page('x'.repeat(100_000));
  for (const key of ['a', 'b', 'c']) await ask({}, key);
  await ask({}, 'a');
  expect(state.made).toBe(3);
  await ask({}, 'd');
  const before = state.made;
  for (const key of ['a', 'c', 'd']) await ask({}, key);
  expect(state.made).toBe(before);
  await ask({}, 'b');
  expect(state.made).toBe(before + 1);
});

test('a flood of tiny answers takes no more memory than the capacity', { timeout: 60_000 }, async () => {
  const capacity = 8 * 1024 * 1024;
  const { state, ask } = site(capacity);
  state.make = async () => page('[]');
  await ask();
  const before = await memoryInUse();
  for (let at = 0; at < 30_000; at += 1) await ask({}, `tag-${at}`);
  expect((await memoryInUse()) - before).toBeLessThan(capacity);
  // Still there, so that what was measured is what is kept.
  const { made } = state;
  await ask({}, 'tag-29999');
  expect(state.made).toBe(made);
});

test('where other origins may read, what caches are told varies by Origin too', async () => {
  const answers = createVersionedAnswers(1e6);
  const app = new Hono();
  app.use(crossOrigin({ ownHost: undefined, corsOrigins: new Set(['https://friend.example']) }));
  app.get('/', (c) => answers(c, 'k', '1', async () => page('x')));
  for (const _ of ['made', 'kept']) {
    const { headers } = await app.request('/');
    expect(headers.get('vary')?.split(', ').toSorted()).toEqual(['Accept-Encoding', 'Origin']);
  }
});
