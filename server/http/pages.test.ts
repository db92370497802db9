import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PageRequest, RenderedPage } from '#contract/page';
import { limits } from '#contract/limits';
import { problemStatus } from '#contract/problem-codes';
import { createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { importSource } from '../importing/import-source.ts';
import type { Storage } from '../storage/port.ts';
import { openSqlite } from '../storage/sqlite.ts';

const noon = Date.UTC(2026, 10, 23, 10);
const day = 24 * 60 * 60 * 1000;

let dataDir = '';
let storage: Storage;
let now = noon;
let rendered: string[] = [];
let asked: string[] = [];
let build = 'one';
let next: Partial<RenderedPage> = {};

/** A renderer that only counts: what is tested is when it is asked. */
const renderer = {
  async render({ url, today }: PageRequest): Promise<RenderedPage> {
    asked.push(url);
    rendered.push(decodeURIComponent(new URL(url).pathname));
    const body = `${today} ${rendered.length}`;
    return {
      status: 200,
      complete: true,
      lang: 'ar',
      dir: 'rtl',
      head: '',
      body,
      state: '',
      routes: [],
      ...next,
    };
  },
  document: ({ body }: RenderedPage) => ({ html: body, contentSecurityPolicy: "default-src 'none'" }),
  get build() {
    return build;
  },
};

function site() {
  const config = readConfig({ DATA_DIR: dataDir, RATE_LIMITS: 'off', PUBLIC_URL: 'http://localhost:3000' });
  const log = pino({ level: 'silent' });
  return createApp({
    config,
    storage,
    renderer,
    assets: (_, go) => go(),
    log,
    addressKey: 'key',
    now: () => now,
  });
}

async function save(to: Storage, title: string, publishedAt?: number) {
  const imported = await importSource({ name: `${title}.txt`, bytes: Buffer.from(`${title}\n\nنصّ.`), now });
  if (!imported.ok) throw new Error(imported.why);
  await to.saveArticle({ ...imported.draft, publishedAt });
}

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'riwaq-pages-'));
  storage = await openSqlite({ dataDir });
  now = noon;
  rendered = [];
  build = 'one';
  next = {};
  await save(storage, 'أولى', noon - day);
  await save(storage, 'ثانية', noon - day);
});
afterEach(async () => {
  await storage.close();
  await rm(dataDir, { recursive: true });
});

const first = '/ar/articles/أولى';
const second = '/ar/articles/ثانية';

test('a page is rendered once, and its reader is told with 304 that nothing changed', async () => {
  const app = site();
  const answer = await app.request(encodeURI(first));
  const etag = answer.headers.get('etag') ?? '';
  expect(etag).toMatch(/^W\/"/);
  const again = await app.request(encodeURI(first), { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
  expect(rendered).toEqual([first]);
});

test('of an article’s query only what changes its page is part of its address', async () => {
  const app = site();
  const addresses = async (queries: readonly string[]) => {
    for (const query of queries) await app.request(encodeURI(first) + query);
    return asked.map((url) => new URL(url).search);
  };
  asked = [];
  expect(
    await addresses(['', '?utm=x', '?order=newest', '?order=best', '?order=', '?Order=liked', '?comments=x']),
  ).toEqual(['']);
  asked = [];
  const each = ['order=oldest', 'order=liked', 'replies=a', 'after=b', 'reply=c', 'report=d', 'comment=e'];
  expect(await addresses([...each, ...each].map((one) => `?x=1&${one}`))).toEqual(
    each.map((one) => `?${one}`),
  );
  asked = [];
  // One page, whatever the order in which it is asked for.
  expect(await addresses(['?reply=c&order=liked', '?order=liked&reply=c'])).toEqual(['?order=liked&reply=c']);
});

test('a comment shows at once on its article and on the front, and costs no other article', async () => {
  const app = site();
  const look = async () => {
    for (const path of [first, second, '/ar/']) await app.request(encodeURI(path));
  };
  await look();
  rendered = [];
  const posted = await app.request(encodeURI('/api/articles/أولى/comments'), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ author: { name: 'هدى' }, text: 'كلمة' }),
  });
  expect(posted.status).toBe(201);
  await look();
  expect(rendered).toEqual([first, '/ar/']);
});

test('an import by another process, a date that falls due, a new day and a deploy each show at once', async () => {
  const app = site();
  const seen = async (path = '/ar/') => {
    rendered = [];
    await app.request(encodeURI(path));
    return rendered.length;
  };
  expect(await seen()).toBe(1);
  expect(await seen()).toBe(0);

  const other = await openSqlite({ dataDir });
  await save(other, 'ثالثة', noon + 60_000);
  await other.close();
  expect(await seen(), 'an import').toBe(1);
  expect(await seen()).toBe(0);

  now = noon + 60_000;
  expect(await seen(), 'a due date').toBe(1);
  expect(await seen()).toBe(0);

  now = noon + day;
  expect(await seen(), 'a new day').toBe(1);
  expect(await seen()).toBe(0);

  build = 'two';
  expect(await seen(), 'a deploy').toBe(1);
  expect(await seen()).toBe(0);
});

test('the day turns in the site’s time zone, not at Greenwich', async () => {
  const app = site();
  now = Date.UTC(2026, 10, 23, 21, 59);
  expect(await (await app.request('/ar/')).text()).toContain('2026-11-23');
  now = Date.UTC(2026, 10, 23, 22, 1);
  expect(await (await app.request('/ar/')).text()).toContain('2026-11-24');
});

test('what went wrong in part, is not there or was just posted is not kept, here or by any cache', async () => {
  const app = site();
  const pages: Partial<RenderedPage>[] = [
    { complete: false },
    { status: 404 },
    { status: 503, complete: false },
  ];
  for (const page of pages) {
    next = page;
    rendered = [];
    for (let times = 0; times < 2; times += 1) {
      const answer = await app.request('/ar/');
      expect(answer.status).toBe(page.status ?? 200);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
    expect(rendered).toHaveLength(2);
  }
  next = {};
  const posted = await app.request('/ar/?posted=x');
  expect(posted.headers.get('cache-control')).toBe('private, no-store');
});

test('a search is shown by its words, cut to what the API takes, and pushes no other page out of memory', async () => {
  const app = site();
  const asked: string[] = [];
  const counting = renderer.render;
  renderer.render = (request) => {
    const { pathname, searchParams } = new URL(request.url);
    asked.push(pathname, ...[...searchParams].flat());
    return counting(request);
  };
  const look = async (path: string) => (await app.request(encodeURI(path))).headers.get('cache-control');
  const long = 'س'.repeat(limits.query + 1);
  expect(await look(`/ar/search?q=${long}&after=x&utm=y`)).toBe('no-store');
  expect(await look('/ar/search?q=أحمد')).toBe('no-store');
  expect(await look('/ar/search?q=أحمد')).toBe('no-store');
  // The box alone is one page, and the words of a search are nothing to another.
  expect(await look('/ar/search?q=+')).toBe('public, no-cache');
  expect(await look('/ar/search')).toBe('public, no-cache');
  expect(await look('/ar/?q=أحمد')).toBe('public, no-cache');
  renderer.render = counting;
  expect(asked).toEqual([
    ...['/ar/search', 'q', long.slice(1), 'after', 'x'],
    ...['/ar/search', 'q', 'أحمد'],
    ...['/ar/search', 'q', 'أحمد'],
    '/ar/search',
    '/ar/',
  ]);
});

test('a page that fails for a fault of ours is a page too, without an internal word', async () => {
  const app = site();
  const failing = renderer.render;
  let asked = 0;
  renderer.render = async (request) => {
    asked += 1;
    if (request.problem === undefined) throw new Error('secret of the house');
    return {
      ...(await failing(request)),
      status: problemStatus[request.problem.code],
      body: request.problem.code,
    };
  };
  const answer = await app.request('/ar/');
  renderer.render = failing;
  expect(answer.status).toBe(500);
  expect(await answer.text()).toBe('internal');
  expect(asked).toBe(2);
});

describe('the language that a reader without script switches to', () => {
  const ask = (path: string, referer: string, cookie = '') =>
    site().request(encodeURI(path), { headers: { referer: encodeURI(referer), cookie } });
  const own = 'http://localhost:3000';

  test('is remembered for the site’s address, by an answer that no cache keeps', async () => {
    const answer = await ask('/en/articles/أولى', own + first);
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toBe('lang=en; Max-Age=31536000; Path=/; SameSite=Lax');
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect((await ask('/', '', cookie)).headers.get('location')).toBe('/en/');
  });

  test('is remembered also where the page itself has not changed', async () => {
    const app = site();
    const etag = (await app.request('/en/')).headers.get('etag') ?? '';
    const answer = await app.request('/en/', { headers: { referer: `${own}/ar/`, 'if-none-match': etag } });
    expect([answer.status, answer.headers.get('set-cookie')?.slice(0, 8)]).toEqual([304, 'lang=en;']);
    const { headers } = await app.request('/en/');
    expect([headers.get('set-cookie'), headers.get('cache-control')]).toEqual([null, 'public, no-cache']);
  });

  test.each([
    ['from another page', own + second],
    ['from the same page of the same language', `${own}/en/articles/أولى`],
    ['from another site', `https://elsewhere.example${first}`],
    ['from nowhere', ''],
    ['from no language', `${own}/articles/أولى`],
    ['from the API', `${own}/api/articles/أولى`],
  ])('is none of %s, whose answer anybody may keep', async (_, referer) => {
    const { headers } = await ask('/en/articles/أولى', referer);
    expect([headers.get('set-cookie'), headers.get('cache-control')]).toEqual([null, 'public, no-cache']);
  });
});
