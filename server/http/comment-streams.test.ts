import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { StorageError } from '../storage/port.ts';
import { createCommentStreams } from './comment-streams.ts';
import type { EventStream } from './event-stream.ts';

/** A storage with one conversation, which counts what it is asked. */
function conversation() {
  const versions: number[] = [];
  const asked = { changes: 0, versions: 0 };
  const watchers = new Set<() => void>();
  let isAway = false;
  let hold: Promise<void> | undefined;
  return {
    asked,
    watchers,
    away: (value: boolean) => (isAway = value),
    holdNext(promise: Promise<void>) {
      hold = promise;
    },
    add({ isTold = true } = {}) {
      versions.push(versions.length + 1);
      if (isTold) for (const told of watchers) told();
    },
    storage: {
      async commentVersions(slugs: readonly string[]) {
        asked.versions += 1;
        if (isAway) throw new StorageError('unavailable');
        return new Map(slugs.filter((slug) => slug !== 'gone').map((slug) => [slug, versions.length]));
      },
      async commentChanges(slug: string, { after, limit }: { after: number; limit: number }) {
        asked.changes += 1;
        if (slug === 'nothing') return undefined;
        const version = versions.length;
        const found = versions.filter((at) => at > after).slice(0, limit);
        const changes = found.map((at) => ({
          type: 'new' as const,
          id: `c${at}`,
          rootId: `c${at}`,
          version: at,
        }));
        const held = hold;
        hold = undefined;
        await held;
        return { version, total: version, changes };
      },
      watch(told: () => void) {
        watchers.add(told);
        return () => watchers.delete(told);
      },
    },
  };
}

function follower() {
  const endings: (() => void)[] = [];
  let text = '';
  const stream: EventStream = {
    body: new ReadableStream(),
    send: (bytes) => void (text += new TextDecoder().decode(bytes)),
    end: () => endings.splice(0).forEach((work) => work()),
    onEnd: (work) => endings.push(work),
  };
  return { stream, ids: () => Array.from(text.matchAll(/"id":"(\w+)"/g), ([, id]) => id), text: () => text };
}

const settled = () => setTimeout(300);

test('however many follow, one change is one question, and each is told it once', async () => {
  const site = conversation();
  const streams = createCommentStreams({ storage: site.storage, isLimited: false });
  const many = Array.from({ length: 100 }, follower);
  for (const { stream } of many) expect(await streams.follow('a', undefined, stream, 0)).toBe(true);
  await settled();
  const before = { ...site.asked };
  site.add();
  await settled();
  expect(site.asked).toEqual({ changes: before.changes + 1, versions: before.versions + 1 });
  for (const one of many) expect(one.ids()).toEqual(['c1']);
  // A burst is told together.
  for (let at = 0; at < 50; at += 1) {
    site.add();
    await setTimeout(2);
  }
  await settled();
  await settled();
  expect(site.asked.changes).toBeLessThan(before.changes + 20);
  for (const one of many) expect(one.ids()).toEqual(Array.from({ length: 51 }, (_, at) => `c${at + 1}`));
});

test('those who come back together share one question, and each is told all once', async () => {
  const site = conversation();
  const streams = createCommentStreams({ storage: site.storage, isLimited: false });
  site.add();
  site.add();
  const many = Array.from({ length: 100 }, follower);
  const coming = many.map(({ stream }) => streams.follow('a', 1, stream, 0));
  expect(site.asked.changes).toBe(1);
  site.add();
  await Promise.all(coming);
  await settled();
  await settled();
  for (const one of many) expect(one.ids()).toEqual(['c2', 'c3']);
});

test('who comes while others are being told misses nothing and is told nothing twice', async () => {
  const site = conversation();
  const streams = createCommentStreams({ storage: site.storage, isLimited: false });
  const first = follower();
  await streams.follow('a', undefined, first.stream, 0);
  await settled();
  const { promise, resolve } = Promise.withResolvers<void>();
  site.holdNext(promise);
  const second = follower();
  const coming = streams.follow('a', undefined, second.stream, 0);
  site.add();
  await settled();
  resolve();
  await coming;
  site.add();
  await settled();
  await settled();
  expect([first.ids(), second.ids()]).toEqual([
    ['c1', 'c2'],
    ['c1', 'c2'],
  ]);
});

test('who begins with what the others are still to be told is not told it after all', async () => {
  const site = conversation();
  const streams = createCommentStreams({ storage: site.storage, isLimited: false });
  const [first, second] = [follower(), follower()];
  await streams.follow('a', undefined, first.stream, 0);
  await settled();
  site.add({ isTold: false });
  await streams.follow('a', undefined, second.stream, 0);
  await settled();
  site.add();
  await settled();
  await settled();
  expect([first.ids(), second.ids()]).toEqual([['c1', 'c2'], ['c2']]);
});

test('more than is told at once is no catching up, and says so', async () => {
  const site = conversation();
  const streams = createCommentStreams({ storage: site.storage, isLimited: false });
  for (let at = 0; at < 300; at += 1) site.add();
  const one = follower();
  await streams.follow('a', 0, one.stream, 0);
  expect([one.ids(), one.text()]).toEqual([[], expect.stringContaining('"complete":false')]);
  const other = follower();
  await streams.follow('a', 299, other.stream, 0);
  expect([other.ids(), other.text()]).toEqual([['c300'], expect.stringContaining('"complete":true')]);
});

test('a storage that was away is asked again, and what was missed is told', async () => {
  const site = conversation();
  const streams = createCommentStreams({ storage: site.storage, isLimited: false });
  const one = follower();
  await streams.follow('a', undefined, one.stream, 0);
  await settled();
  site.away(true);
  site.add();
  await settled();
  site.away(false);
  await setTimeout(1_300);
  expect(one.ids()).toEqual(['c1']);
});

test('nobody is watched for who has gone; an article that is gone ends its streams', async () => {
  const site = conversation();
  const streams = createCommentStreams({ storage: site.storage, isLimited: false });
  expect(await streams.follow('nothing', undefined, follower().stream, 0)).toBe(false);
  expect(site.watchers.size).toBe(0);
  const [one, two] = [follower(), follower()];
  for (const { stream } of [one, two]) await streams.follow('a', undefined, stream, 0);
  expect(site.watchers.size).toBe(1);
  one.stream.end();
  expect(site.watchers.size).toBe(1);
  two.stream.end();
  expect(site.watchers.size).toBe(0);
  await streams.follow('gone', undefined, follower().stream, 0);
  await settled();
  expect(site.watchers.size).toBe(0);
});

test('places are counted by network and given back; at the end there are none', async () => {
  const limited = createCommentStreams({ storage: conversation().storage, isLimited: true });
  const leave = Array.from({ length: 64 }, () => limited.enter('a'));
  expect(leave.every((one) => one !== undefined)).toBe(true);
  expect(limited.enter('a')).toBeUndefined();
  expect(limited.enter('b')).toBeDefined();
  leave[0]?.();
  expect(limited.enter('a')).toBeDefined();
  limited.end();
  expect(limited.enter('c')).toBeUndefined();
  const open = createCommentStreams({ storage: conversation().storage, isLimited: false });
  const all = Array.from({ length: 5_001 }, () => open.enter('a') !== undefined);
  expect(all.filter(Boolean)).toHaveLength(5_000);
  open.end();
  await expect(open.follow('a', undefined, follower().stream, 0)).rejects.toThrow('unavailable');
});
