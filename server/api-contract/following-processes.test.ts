import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { CommentEvent } from '#contract/comment-event';
import { placeOf } from '../storage/conformance/test-database.ts';
import { type EventReader, followEvents, type Told } from './event-reader.ts';
import { addressOf, outsider, problemOf } from './outsider.ts';
import { importTexts, launch, type RunningServer, startServer } from './start-server.ts';

// Each test starts a program or more; a busy machine takes seconds for that.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let dataDir = '';
let slug = '';
const running = new Set<RunningServer>();

async function start(settings: Record<string, string> = {}): Promise<RunningServer> {
  const server = await startServer(dataDir, settings);
  running.add(server);
  void server.ended.then(() => running.delete(server));
  return server;
}
const stop = async (server: RunningServer, signal: NodeJS.Signals = 'SIGTERM') => {
  server.signal(signal);
  return server.ended;
};

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'riwaq-following-'));
  await importTexts(dataDir, { 'a.txt': 'عنوان\n\nنصّ\n' });
  const server = await start();
  ({ slug } = await outsider(server.url).openArticle());
  await stop(server);
});
afterAll(async () => {
  for (const server of running) await stop(server, 'SIGKILL');
  await rm(dataDir, { recursive: true });
});

const events = (server: RunningServer, query: Record<string, string> = {}) =>
  server.url + addressOf('GET /api/articles/:slug/events', { slug }, query);
const isHello = ({ event }: Told) => event === 'hello';
const post = async (server: RunningServer, text: string) =>
  (await outsider(server.url).posted(slug, { author: { name: 'سلمى' }, text })).id;
const idsTold = ({ told }: Pick<EventReader, 'told'>) =>
  told.filter(({ event }) => event === 'comment').map(({ data }) => v.parse(CommentEvent, data).id);
const isOf = (id: string) => (one: Told) => idsTold({ told: [one] }).includes(id);

test('what one process keeps, those who follow another are told within seconds', async () => {
  const [one, other] = [await start(), await start()];
  const follower = await followEvents(events(other));
  await follower.until(isHello);
  const ids = [await post(one, 'أوّل'), await post(other, 'ثانٍ'), await post(one, 'ثالث')];
  await follower.until(isOf(ids[2] ?? ''));
  expect(idsTold(follower)).toEqual(ids);
  await Promise.all([stop(one), stop(other)]);
});

test('killed and started again in the midst of it, nothing is told twice and nothing missed', async () => {
  const [writer, first] = [await start(), await start()];
  const before = await followEvents(events(first));
  await before.until(isHello);
  const ids = [await post(writer, 'قبل')];
  const { id } = await before.until(isOf(ids[0] ?? ''));
  await stop(first, 'SIGKILL');
  await before.ended;
  ids.push(await post(writer, 'بين'), await post(writer, 'بينهما'));
  const second = await start();
  const after = await followEvents(events(second, { after: id }));
  await after.until(isHello);
  ids.push(await post(writer, 'بعد'), await post(second, 'أخيراً'));
  await after.until(isOf(ids[4] ?? ''));
  expect([...idsTold(before), ...idsTold(after)]).toEqual(ids);
  await Promise.all([stop(writer), stop(second)]);
});

test('a stop ends who follows at once, and the process by itself', async () => {
  const server = await start();
  const followers = await Promise.all(Array.from({ length: 20 }, () => followEvents(events(server))));
  for (const one of followers) await one.until(isHello);
  const asked = performance.now();
  expect(await stop(server)).toBe(0);
  await Promise.all(followers.map((one) => one.ended));
  // Ten seconds are promised; whoever is only cut off after the drain is so at nine.
  expect(performance.now() - asked).toBeLessThan(8_500);
  expect(followers.every(({ response }) => response.complete)).toBe(true);
});

test('a withdrawn article ends its conversation, whichever process withdrew it', async () => {
  const server = await start();
  const follower = await followEvents(events(server));
  await follower.until(isHello);
  const run = async (word: string) =>
    launch({ args: ['cli', 'articles', word, slug], settings: { ...(await placeOf(dataDir)) } }).ended;
  expect(await run('withdraw')).toBe(0);
  await follower.ended;
  const reader = outsider(server.url);
  const refused = await problemOf('not_found', await reader.send(new URL(events(server)).pathname));
  expect(refused.errors).toEqual([{ field: 'slug', code: 'withdrawn' }]);
  expect(await run('restore')).toBe(0);
  await stop(server);
});

test('one network has so many streams and no more; a place that was left is free', async () => {
  const server = await start({ RATE_LIMITS: 'on', LOG_LEVEL: 'silent' });
  const followers = await Promise.all(Array.from({ length: 64 }, () => followEvents(events(server))));
  expect(followers.map(({ response }) => response.statusCode)).toEqual(followers.map(() => 200));
  const { send } = outsider(server.url);
  const refused = await problemOf('unavailable', await send(new URL(events(server)).pathname));
  expect(refused.retryAfter).toBeGreaterThan(0);
  followers[0]?.close();
  for (let tries = 0; ; tries += 1) {
    const again = await followEvents(events(server));
    if (again.response.statusCode === 200) break;
    expect(tries).toBeLessThan(100);
    await setTimeout(50);
  }
  await stop(server);
});
