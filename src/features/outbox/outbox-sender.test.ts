import { QueryClient } from '@tanstack/react-query';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PageAnswer } from '#contract/page';
import { connect } from '#platform/client.ts';
import { createSender, type OutboxSender } from './outbox-sender.ts';
import type { Entry } from './outbox-state.ts';
import type { KeptEntry, OutboxStore } from './outbox-store.ts';

type Answer = 'kept' | 'lost' | 'portal' | 'busy' | 'limited' | 'refused';

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
function storeWith(first: Entry): OutboxStore & { stage: () => string | undefined } {
  const kept = new Map<string, KeptEntry>([[first.key, { ...first, isStored: true }]]);
  return {
    entries: () => [...kept.values()],
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
      name === 'content-type' ? type : name === 'date' ? new Date().toUTCString() : null,
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
      if (answer === 'busy') return problem(503, 'unavailable');
      if (answer === 'limited') return problem(429, 'rate_limited', { retryAfter: 30 });
      if (answer === 'refused') return problem(403, 'comments_closed');
      return answerAs(201, 'application/json', { id: 'c', state: 'published' });
    },
  });
  return posts;
}

function tabsOver(store: OutboxStore, count: number): OutboxSender[] {
  const lock = locks();
  return Array.from({ length: count }, () => createSender(store, new QueryClient(), lock));
}

const wakeAll = (tabs: OutboxSender[]) => tabs.forEach((tab) => tab.wake());

test.each<[Answer[], number, string]>([
  [['kept'], 1, 'published'],
  [['lost', 'portal', 'kept'], 3, 'published'],
  [['busy'], 3, 'waiting'],
  [['refused'], 1, 'refused'],
  [['limited', 'kept'], 2, 'published'],
  [['limited'], 3, 'paused'],
])('answered with %j it is sent %i times by itself, and then is %s', async (answers, times, stage) => {
  const posts = serverWith(answers);
  const store = storeWith(entry);
  wakeAll(tabsOver(store, 2));
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(posts).toHaveLength(times);
  expect(store.stage()).toBe(stage);
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
