import { QueryClient } from '@tanstack/react-query';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PageAnswer } from '#contract/page';
import { connect } from '#platform/client.ts';
import { createSender, type OutboxSender } from './outbox-sender.ts';
import type { Entry } from './outbox-state.ts';
import type { KeptEntry, OutboxStore } from './outbox-store.ts';

type Answer = 'kept' | 'lost' | 'portal' | 'busy' | 'limited' | 'refused' | 'proxy limit' | 'proxy error';

const noon = Date.parse('2026-11-27T12:00:00Z');
const day = 24 * 60 * 60 * 1000;
const key = '0b8f3f0a-6a51-4c5e-9f0a-2f1d9c0e4b7a';
const entry: Entry = {
  key,
  slug: 's',
  name: 'سارة',
  text: 'نصّ',
  written: noon,
  stage: { is: 'waiting', tries: 0, next: noon },
};

beforeEach(() => void vi.useFakeTimers({ now: noon }));
afterEach(() => void vi.useRealTimers());

/** A store that all tabs see at once; what the device's own adds is tested in a browser. */
function storeWith(
  first: Entry,
  ...more: Entry[]
): OutboxStore & { stage: () => string | undefined; whole: () => Entry['stage'] | undefined } {
  const kept = new Map<string, KeptEntry>(
    [first, ...more].map((entry) => [entry.key, { ...entry, isStored: true }]),
  );
  return {
    entries: () => [...kept.values()].toSorted((a, b) => b.written - a.written),
    get: (at) => kept.get(at),
    put(one) {
      const item = { ...one, isStored: true };
      kept.set(one.key, item);
      return item;
    },
    drop: (at) => void kept.delete(at),
    refresh() {},
    subscribe: () => () => {},
    stage: () => kept.get(first.key)?.stage.is,
    whole: () => kept.get(first.key)?.stage,
  };
}

/** Locks as a browser has them: taken or not. */
function locks() {
  const taken = new Set<string>();
  return async (name: string, work: () => Promise<void>) => {
    if (taken.has(name)) return false;
    taken.add(name);
    try {
      await work();
    } finally {
      taken.delete(name);
    }
    return true;
  };
}

/** A server that answers in turn, each after a second; the last for ever. */
function serverWith(answers: readonly Answer[]) {
  const posts: { key: string | undefined; at: number; beside: number }[] = [];
  let open = 0;
  const headersOf = (type: string) => ({
    get: (name: string) =>
      new Headers({ 'content-type': type, date: new Date().toUTCString(), 'retry-after': '20' }).get(name),
  });
  const answerAs = (status: number, type: string, body: unknown): PageAnswer => ({
    ok: status < 300,
    status,
    headers: headersOf(type),
    json: () => Promise.resolve(body),
  });
  const problem = (status: number, code: string, more: object = {}) =>
    answerAs(status, 'application/problem+json', {
      type: `urn:riwaq:problem:${code}`,
      title: '',
      status,
      code,
      ...more,
    });
  connect({
    base: '',
    async fetch(_, init) {
      if (init.method === 'GET') return answerAs(200, 'application/json', {});
      const answer = answers[Math.min(posts.length, answers.length - 1)] ?? 'kept';
      posts.push({
        key: new Headers(init.headers).get('idempotency-key') ?? undefined,
        at: Date.now(),
        beside: open,
      });
      open += 1;
      await new Promise((done) => setTimeout(done, 1_000));
      open -= 1;
      if (answer === 'lost') throw new TypeError('Failed to fetch');
      if (answer === 'portal') return answerAs(200, 'text/html', '');
      if (answer === 'proxy limit') return answerAs(429, 'text/html', '');
      if (answer === 'proxy error') return answerAs(502, 'text/html', '');
      if (answer === 'busy') return problem(503, 'unavailable');
      if (answer === 'limited') return problem(429, 'rate_limited', { retryAfter: 30 });
      if (answer === 'refused') return problem(403, 'comments_closed');
      return answerAs(201, 'application/json', { id: 'c', state: 'published' });
    },
  });
  return posts;
}

function tabsOver(store: OutboxStore, count: number, isSeen = () => true): OutboxSender[] {
  const lock = locks();
  return Array.from({ length: count }, () => createSender(store, new QueryClient(), lock, isSeen));
}

const wakeAll = (tabs: OutboxSender[]) => tabs.forEach((tab) => tab.wake());

test.each<[Answer[], number, string]>([
  [['kept'], 1, 'published'],
  [['lost', 'portal', 'kept'], 3, 'published'],
  [['busy'], 3, 'waiting'],
  [['refused'], 1, 'refused'],
  [['limited', 'kept'], 2, 'published'],
  [['limited'], 2, 'paused'],
  [['proxy limit', 'kept'], 2, 'published'],
])(
  'within a minute, answered with %j it is sent %i times by itself, and then is %s',
  async (answers, times, stage) => {
    const posts = serverWith(answers);
    const store = storeWith(entry);
    wakeAll(tabsOver(store, 2));
    await vi.advanceTimersByTimeAsync(55_000);
    expect(posts).toHaveLength(times);
    expect(store.stage()).toBe(stage);
  },
);

test('after a row of tries a new one begins by itself, ever later, while somebody sees the page', async () => {
  const posts = serverWith(['busy']);
  let isSeen = true;
  wakeAll(tabsOver(storeWith(entry), 1, () => isSeen));
  await vi.advanceTimersByTimeAsync(20 * 60_000);
  const rows = posts.filter((_, at) => at % 3 === 0).map(({ at }) => at - noon);
  expect(rows.length).toBeGreaterThan(3);
  const rests = rows.slice(1).map((at, before) => at - (rows[before] ?? 0));
  expect(rests[0]).toBeGreaterThanOrEqual(60_000);
  expect(rests[1]).toBeGreaterThanOrEqual(120_000);
  for (const rest of rests) expect(rest).toBeLessThan(7 * 60_000);
  isSeen = false;
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  const unseen = posts.length;
  await vi.advanceTimersByTimeAsync(30 * 60_000);
  expect(posts).toHaveLength(unseen);
});

test.each<[Answer, object]>([
  ['proxy limit', { is: 'paused', until: noon + 21_000 }],
  ['proxy error', { is: 'waiting', next: noon + 21_000, problem: { code: 'unavailable' } }],
  ['portal', { is: 'waiting', problem: undefined }],
])('what answers in the site’s place is heard: %s', async (answer, stage) => {
  serverWith([answer]);
  const store = storeWith(entry);
  wakeAll(tabsOver(store, 1));
  await vi.advanceTimersByTimeAsync(1_100);
  expect(store.whole()).toMatchObject(stage);
});

test('those that wait go one after another, the oldest first, over all tabs', async () => {
  const posts = serverWith(['kept']);
  const keys = [0, 1, 2].map((at) => key.replace(/^./, String(at)));
  const [first, ...more] = keys.map((one, at) => ({ ...entry, key: one, written: noon - 10_000 + at }));
  const store = storeWith(first ?? entry, ...more.toReversed());
  wakeAll(tabsOver(store, 2));
  await vi.advanceTimersByTimeAsync(30_000);
  expect(posts.map((post) => post.key)).toEqual(keys);
  for (const post of posts) expect(post.beside).toBe(0);
});

test('whatever is answered, and however often tabs are woken, one try at a time goes under one key, and ends', async () => {
  const answers = fc.array(fc.constantFrom<Answer>('lost', 'portal', 'busy', 'limited'), { maxLength: 8 });
  const wakes = fc.array(fc.integer({ min: 0, max: 40_000 }), { maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(answers, wakes, async (drawn, pauses) => {
      vi.setSystemTime(noon);
      const posts = serverWith([...drawn, 'kept']);
      const store = storeWith(entry);
      const tabs = tabsOver(store, 3);
      wakeAll(tabs);
      for (const pause of pauses) {
        await vi.advanceTimersByTimeAsync(pause);
        wakeAll(tabs);
      }
      // Three tries a row, and a row for each sign: enough of them bring it there.
      for (let rows = 0; rows < 12; rows += 1) {
        await vi.advanceTimersByTimeAsync(100_000);
        wakeAll(tabs);
      }
      await vi.advanceTimersByTimeAsync(100_000);
      expect(store.stage()).toBe('published');
      expect(posts).toHaveLength(drawn.length + 1);
      for (const post of posts) expect(post).toMatchObject({ key, beside: 0 });
    }),
    { numRuns: 20 },
  );
});

test('an old one waits for its writer, also where only the server’s clock tells', async () => {
  const posts = serverWith(['kept']);
  const store = storeWith({ ...entry, written: noon - 8 * day });
  const [tab] = tabsOver(store, 1);
  tab?.wake();
  await vi.advanceTimersByTimeAsync(60_000);
  tab?.wake();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(posts).toHaveLength(0);
  expect(store.stage()).toBe('old');
});

test('what a tab left in the middle is sent by another', async () => {
  const posts = serverWith(['kept']);
  const store = storeWith({ ...entry, stage: { is: 'sending', tries: 1 } });
  wakeAll(tabsOver(store, 2));
  await vi.advanceTimersByTimeAsync(30_000);
  expect(posts).toHaveLength(1);
  expect(store.stage()).toBe('published');
});
