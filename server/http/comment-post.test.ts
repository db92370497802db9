import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { RenderedPage } from '#contract/page';
import { problemStatus } from '#contract/problem-codes';
import { createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { importSource } from '../importing/import-source.ts';
import { openSqlite } from '../storage/sqlite.ts';
import { memoryInUse } from './memory-in-use.ts';

const folder = await mkdtemp(join(tmpdir(), 'riwaq-posts-'));
const storage = await openSqlite({ dataDir: folder });
afterAll(async () => {
  await storage.close();
  await rm(folder, { recursive: true });
});

for (const state of ['open', 'closed', 'hidden'] as const) {
  const bytes = Buffer.from(`${state}\n\nنصّ`);
  const imported = await importSource({ name: `${state}.txt`, bytes, now: Date.now() - 1000 });
  if (!imported.ok) throw new Error(imported.why);
  await storage.saveArticle({ ...imported.draft, commentsState: state });
}

const blank = { head: '', body: '', state: '', routes: [] };
const emptyPage: RenderedPage = { status: 200, complete: true, lang: 'ar', dir: 'rtl', ...blank };

/** The site with its limits on, over a database that the tests share; a page is what it was asked to show, as JSON. */
function site() {
  const app = createApp({
    config: readConfig({ TRUST_PROXY: '10.0.0.1' }),
    storage,
    renderer: {
      render: async ({ form }) => ({
        ...emptyPage,
        status: form === undefined ? 200 : problemStatus[form.problem.code],
        body: JSON.stringify(form),
      }),
      document: ({ body }) => ({ html: body, contentSecurityPolicy: "default-src 'none'" }),
      build: 'test',
    },
    assets: (_, next) => next(),
    log: pino({ level: 'silent' }),
    addressKey: 'test',
  });
  return (
    remoteAddress: string,
    { slug = 'open', headers = {}, key = randomUUID(), text, form }: Sent = {},
  ) =>
    app.request(
      `/api/articles/${slug}/comments`,
      {
        method: 'POST',
        headers: {
          ...(form === undefined && { 'content-type': 'application/json' }),
          'idempotency-key': key,
          ...headers,
        },
        body: form ?? JSON.stringify({ author: { name: 'سلمى' }, text: text ?? randomUUID() }),
      },
      { incoming: { socket: { remoteAddress } } },
    );
}

interface Sent {
  slug?: string;
  headers?: Record<string, string>;
  key?: string;
  text?: string;
  form?: URLSearchParams;
}

let post = site();
beforeEach(() => void (post = site()));

const statuses = async (
  count: number,
  send: (at: number) => Response | Promise<Response>,
): Promise<number[]> => {
  const found: number[] = [];
  for (let at = 0; at < count; at += 1) found.push((await send(at)).status);
  return found;
};
const taken = (found: readonly number[]) => found.filter((status) => status === 201).length;

describe('past the limit of an address', () => {
  test('none of a hundred comments with made-up forwarded addresses is taken', async () => {
    await statuses(40, () => post('203.0.113.9'));
    const spoofed = await statuses(100, (at) =>
      post('203.0.113.9', {
        headers: {
          'x-forwarded-for': `198.51.100.${at}`,
          'x-real-ip': `198.51.100.${at}`,
        },
      }),
    );
    expect([taken(spoofed), new Set(spoofed)]).toEqual([0, new Set([429])]);
  });

  test('a proxy that is trusted parts its readers; what they write before it does not', async () => {
    const behind = (address: string) => ({ headers: { 'x-forwarded-for': `1.2.3.4, ${address}` } });
    expect(taken(await statuses(45, () => post('10.0.0.1', behind('198.51.100.1'))))).toBe(40);
    expect(taken(await statuses(5, () => post('10.0.0.1', behind('198.51.100.2'))))).toBe(5);
  });

  test('a household of IPv6 is one, however it rotates', async () => {
    expect(taken(await statuses(45, (at) => post(`2a00:1450:1:2::${at}`)))).toBe(40);
    expect(taken(await statuses(1, () => post('2a00:1450:1:3::1')))).toBe(1);
  });

  test('the answer says when to come back, and made-up cookies change nothing', async () => {
    const found = await statuses(60, (at) =>
      post('203.0.113.10', { headers: { cookie: `riwaq-writer=forged${at}` } }),
    );
    expect(taken(found)).toBe(40);
    const response = await post('203.0.113.10');
    const wait = Number(response.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(await response.json()).toMatchObject({ code: 'rate_limited', retryAfter: wait });
  });

  test('what was kept before is answered as before, as JSON and as a form', async () => {
    const key = randomUUID();
    const form = new URLSearchParams({ name: 'سلمى', text: `نموذج ${key}` });
    const first = await (await post('203.0.113.14', { key, text: 'مرّة' })).json();
    const to = (await post('203.0.113.14', { form })).headers.get('location');
    await statuses(38, () => post('203.0.113.14'));
    expect((await post('203.0.113.14')).status).toBe(429);
    const again = await post('203.0.113.14', { key, text: 'مرّة' });
    expect([again.status, await again.json()]).toEqual([201, first]);
    expect((await post('203.0.113.14', { form })).headers.get('location')).toBe(to);
    // A known key opens no way for other words, nor an unknown one for these.
    expect((await post('203.0.113.14', { key, text: 'أخرى' })).status).toBe(429);
    expect((await post('203.0.113.14', { text: 'مرّة' })).status).toBe(429);
  });

  test('what was refused, or kept before, has used up nothing', async () => {
    const key = randomUUID();
    await post('203.0.113.11', { key, text: 'مرّة' });
    expect(await statuses(50, () => post('203.0.113.11', { key, text: 'مرّة' }))).toEqual(Array(50).fill(201));
    expect(await statuses(50, () => post('203.0.113.11', { slug: 'closed' }))).toEqual(Array(50).fill(403));
    expect(taken(await statuses(39, () => post('203.0.113.11')))).toBe(39);
  });
});

test('made-up slugs and cookies are not remembered', { timeout: 60_000 }, async () => {
  const made = 'x'.repeat(8_000);
  const flood = (count: number) =>
    statuses(count, (at) =>
      post('203.0.113.15', {
        slug: at % 2 === 0 ? `${made}${at}` : 'closed',
        headers: { cookie: `riwaq-writer=${made}${at}` },
      }),
    );
  await flood(100);
  const before = await memoryInUse();
  expect(new Set(await flood(2_000))).toEqual(new Set([404, 403]));
  expect((await memoryInUse()) - before).toBeLessThan(1024 * 1024);
});

test('twenty readers behind one address write one comment each within a minute', async () => {
  expect(taken(await statuses(20, () => post('203.0.113.12')))).toBeGreaterThanOrEqual(19);
});

describe('an article whose comments are closed or hidden', () => {
  test.each(['closed', 'hidden'])(
    '(%s) refuses a comment, as JSON and as a page with its words',
    async (slug) => {
      const response = await post('203.0.113.13', { slug });
      expect([response.status, await response.json()]).toMatchObject([403, { code: 'comments_closed' }]);
      const form = new URLSearchParams({ name: 'سلمى', text: 'كلام محفوظ' });
      const page = await post('203.0.113.13', { slug, form });
      expect(page.status).toBe(403);
      expect(await page.json()).toMatchObject({ slug, name: 'سلمى', text: 'كلام محفوظ' });
    },
  );
});
