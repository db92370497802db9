import { pino } from 'pino';
import { expect, test } from 'vitest';
import { endpoints } from '#contract/endpoints';
import { limits } from '#contract/limits';
import * as v from 'valibot';
import { createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { plainFace, type SiteFace } from '../site-face/site-face.ts';
import { draft, kept, later, minute, post, start } from '../storage/conformance/samples.ts';
import { onSqliteSite } from '../storage/conformance/sqlite-site.ts';
import type { Storage } from '../storage/port.ts';

const renderer = {
  render: () => Promise.reject(new Error('no page is asked for')),
  document: () => ({ html: '', contentSecurityPolicy: '' }),
  build: 'one',
};

/** A site of its own, whose clock the test turns and whose storage a second process opens. */
const onSite = (
  work: (site: {
    storage: Storage;
    other: Storage;
    front: (now?: number, headers?: Record<string, string>) => Promise<Response>;
  }) => Promise<void>,
  face?: SiteFace,
) =>
  onSqliteSite(async ({ open }) => {
    const [storage, other] = [await open(), await open()];
    let clock = later;
    const app = createApp({
      config: readConfig({ RATE_LIMITS: 'off' }),
      storage,
      renderer,
      ...(face !== undefined && { face }),
      assets: (_, go) => go(),
      log: pino({ level: 'silent' }),
      addressKey: 'key',
      now: () => clock,
    });
    const front = async (now = later, headers = {}) => {
      clock = now;
      return app.request('/api/front', { headers });
    };
    await work({ storage, other, front });
  });

const read = async (response: Response) => {
  expect(response.status).toBe(200);
  return v.parse(endpoints['GET /api/front'].output, await response.json());
};

test('the front moves with imports, withdrawals and comments of another process, and with dates', () =>
  onSite(async ({ other, front }) => {
    const slugs = async (now?: number) => (await read(await front(now))).top.map(({ slug }) => slug);
    expect(await slugs()).toEqual([]);
    await other.saveArticle(draft({ slug: 'first' }));
    await other.saveArticle(draft({ slug: 'waits', publishedAt: later + minute }));
    expect(await slugs()).toEqual(['first']);
    expect(await slugs(later + minute)).toEqual(['waits', 'first']);
    await other.withdrawArticle('first');
    expect(await slugs()).toEqual([]);
    await other.restoreArticle('first');
    expect(await slugs()).toEqual(['first']);
    const discussed = async () => (await read(await front())).discussed.map(({ comments }) => comments.count);
    expect(await discussed()).toEqual([]);
    await kept(other, post('first'));
    expect(await discussed()).toEqual([1]);
  }));

test('the front is kept as long as nothing changes, and its reader told so with 304', () =>
  onSite(async ({ storage, front }) => {
    await storage.saveArticle(draft({ slug: 'it' }));
    const etag = (await front()).headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"/);
    const headers = { 'if-none-match': etag };
    expect((await front(later, headers)).status).toBe(304);
    await storage.withdrawArticle('it');
    expect((await front(later, headers)).status).toBe(200);
  }));

const sections = [
  { slug: 'b', name: 'باب', names: { en: 'Door' } },
  { slug: 'empty', name: 'فارغ' },
];

test('its sections stand in the order of the site, which may be the paper’s own', async () => {
  const orders: string[][] = [];
  for (const face of [plainFace, { ...plainFace, sections }]) {
    await onSite(async ({ storage, front }) => {
      for (let at = 0; at < limits.front.top; at += 1) await storage.saveArticle(draft());
      for (const slug of ['a', 'b'])
        await storage.saveArticle(draft({ section: { slug, name: slug }, publishedAt: start - minute }));
      const shown = await read(await front());
      orders.push(shown.sections.map(({ slug, name }) => `${slug} ${name}`));
    }, face);
  }
  expect(orders).toEqual([
    ['a a', 'b b'],
    ['b باب', 'a a'],
  ]);
});
