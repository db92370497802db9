import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draft, paragraph, start } from './storage/conformance/samples.ts';
import { dropDatabase, madeDatabase } from './storage/conformance/test-database.ts';
import { createApp } from './app.ts';
import { openBuiltRenderer } from './built-renderer.ts';
import { readConfig } from './config.ts';
import { importSource } from './importing/import-source.ts';
import { plainFace } from './site-face/site-face.ts';
import type { Engine } from './storage/engine.ts';
import { openPostgresEngine } from './storage/postgres.ts';
import type { Storage } from './storage/port.ts';
import { openSqliteEngine } from './storage/sqlite.ts';
import { storageOver } from './storage/storage-over.ts';

// Later than all the demo's dates, so that none of them is waited for.
const now = Date.UTC(2027, 0, 1, 12);
const demo = join(import.meta.dirname, 'demo/articles');
// Another order of letters than the tests' own cluster has: no answer may hang on it.
const arabic = `template template0 encoding 'UTF8' locale_provider icu icu_locale 'ar' locale 'C'`;
const key = randomUUID().replaceAll('-', '');
let dataDir = '';

interface Site {
  storage: Storage;
  /** An answer whole: status, headers and body. */
  ask: (path: string, init?: RequestInit) => Promise<{ whole: string; body: string; cookie?: string }>;
}

/** A site over `engine` whose clock and ids are the same whatever the engine. */
async function siteOver(engine: Engine): Promise<Site> {
  let articles = 0;
  let comments = 0;
  const storage = storageOver(engine, () => `article-${(articles += 1)}`);
  const renderer = await openBuiltRenderer(async (url) => app.request(url), plainFace);
  const app = createApp({
    config: readConfig({ RATE_LIMITS: 'off', PUBLIC_URL: 'http://localhost' }),
    storage,
    renderer,
    assets: (_, next) => next(),
    log: pino({ level: 'silent' }),
    addressKey: 'key',
    now: () => now + comments * 1_000,
    newId: () => `comment-${(comments += 1)}`,
  });
  return {
    storage,
    async ask(path, init) {
      const answer = await app.request(path, init);
      const body = await answer.text();
      // A writer's token is nobody's to guess.
      const headers = [...answer.headers].filter(([name]) => name !== 'set-cookie');
      const [cookie] = answer.headers.getSetCookie();
      return {
        whole: JSON.stringify([answer.status, headers, body]),
        body,
        ...(cookie !== undefined && { cookie: cookie.split(';')[0] ?? '' }),
      };
    },
  };
}

const sites: Site[] = [];
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'riwaq-same-'));
  sites.push(await siteOver(await openSqliteEngine({ dataDir })));
  sites.push(await siteOver(await openPostgresEngine({ databaseUrl: await madeDatabase(key, arabic) })));
  for (const name of (await readdir(demo)).filter((file) => file.endsWith('.md')).sort()) {
    const imported = await importSource({ name, bytes: await readFile(join(demo, name)), now });
    if (!imported.ok) throw new Error(imported.why);
    const { draft } = imported;
    await both(({ storage }) => storage.saveArticle(draft));
    // Once more with other words: an update in both.
    if (name.startsWith('h')) await both(({ storage }) => storage.saveArticle({ ...draft, kicker: 'جديد' }));
    if (name.startsWith('s')) await both(({ storage }) => storage.withdrawArticle(draft.slug));
  }
  // Spelt otherwise than is asked for, and newer than what is spelt so: the order tells the classes apart.
  for (const [at, words] of ['علي الرصيف', 'على الرصيف', 'عَلى الرصيف'].entries()) {
    const spelt = draft({ slug: `spelt-${at}`, body: [paragraph(words)], publishedAt: start - at });
    await both(({ storage }) => storage.saveArticle(spelt));
  }
}, 60_000);
afterAll(async () => {
  for (const { storage } of sites) await storage.close();
  await dropDatabase(key);
  await rm(dataDir, { recursive: true });
});

/** What both sites make of it, which has to be the same. */
async function both<T>(work: (site: Site) => Promise<T>): Promise<T> {
  const [one, other] = await Promise.all(sites.map(work));
  expect(other).toEqual(one);
  if (one === undefined) throw new Error('no answer');
  return one;
}

/** The body of an answer that both sites gave alike, byte for byte. */
async function asked(path: string, init?: RequestInit): Promise<string> {
  // Arabic letters are escaped, what is escaped already stays.
  const { pathname, search } = new URL(path, 'http://localhost');
  const { body } = await both(async (site) => {
    const answer = await site.ask(pathname + search, init);
    return { whole: answer.whole, body: answer.body };
  });
  return body;
}

/** The addresses of all pages of a list, from its first. */
async function walk(path: string): Promise<void> {
  for (let cursor: string | null | undefined = ''; typeof cursor === 'string';) {
    const page: { nextCursor: string | null } = JSON.parse(
      await asked(cursor === '' ? path : `${path}&cursor=${cursor}`),
    );
    cursor = page.nextCursor;
  }
}

const slugs = async (): Promise<string[]> => {
  const { items }: { items: { slug: string }[] } = JSON.parse(await asked('/api/articles?limit=100'));
  return items.map(({ slug }) => slug);
};

describe('both engines give the same answers, byte for byte', () => {
  test('to whoever posts, repeats and is refused', async () => {
    const [slug = '', other = ''] = await slugs();
    const post = (to: string, body: unknown, idempotencyKey: string = randomUUID()) =>
      asked(`/api/articles/${to}/comments`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
        body: JSON.stringify(body),
      });
    const words = (text: string, parentId?: string) => ({ author: { name: 'هدى' }, text, parentId });
    const first = randomUUID();
    const { id }: { id: string } = JSON.parse(await post(slug, words('أوّل الكلام'), first));
    await post(slug, words('أوّل الكلام'), first);
    await post(slug, words('غيره'), first);
    const { id: reply }: { id: string } = JSON.parse(await post(slug, words('ردّ', id)));
    await post(slug, words('ردّ على ردّ', reply));
    await post(slug, words('x', 'nobody'));
    await post(other, words('ردّ', id));
    for (let at = 0; at < 25; at += 1) await post(slug, words(`تعليق ${at}`, at % 3 === 0 ? id : undefined));
    const form = { method: 'POST', body: new URLSearchParams({ name: 'سلمى', text: 'بلا برنامج' }) };
    await asked(`/api/articles/${slug}/comments`, form);
    await asked(`/api/articles/${slug}/comments`, form);
    for (const order of ['newest', 'oldest', 'liked'])
      await walk(`/api/articles/${slug}/comments?limit=4&order=${order}`);
    await walk(`/api/comments/${id}/replies?limit=2`);
    await asked(`/api/comments/${id}/replies?limit=2&from=${reply}`);
    await asked(`/api/comments/${id}/replies?from=nobody`);
    await asked(`/api/comments/${reply}`);
  });

  test('to whoever edits, removes, likes and reports', async () => {
    const [slug = ''] = await slugs();
    // Tokens are made by chance, so that each site knows its reader by another cookie.
    const cookies = new Map<Site, string>();
    const act = (method: string, path: string, body?: unknown) =>
      both(async (site) => {
        const {
          whole,
          body: text,
          cookie,
        } = await site.ask(path, {
          method,
          headers: {
            ...(body !== undefined && {
              'content-type': 'application/json',
              'idempotency-key': randomUUID(),
            }),
            ...(cookies.has(site) && { cookie: cookies.get(site) ?? '' }),
          },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
        if (cookie !== undefined) cookies.set(site, cookie);
        return { whole, text };
      });
    const post = async (text: string, parentId?: string) => {
      const { text: answer } = await act('POST', `/api/articles/${encodeURIComponent(slug)}/comments`, {
        author: { name: 'هدى' },
        text,
        parentId,
      });
      const { id }: { id: string } = JSON.parse(answer);
      return id;
    };
    const top = await post('أعلى');
    const middle = await post('أوسط', top);
    const last = await post('أسفل', middle);
    const mine = () => act('GET', `/api/articles/${encodeURIComponent(slug)}/mine`);
    const read = async () => {
      for (const id of [top, middle, last]) {
        await asked(`/api/comments/${id}`);
        await asked(`/api/comments/${id}/replies`);
      }
      for (const order of ['newest', 'liked']) await asked(`/api/articles/${slug}/comments?order=${order}`);
      await asked(`/api/articles/${slug}`);
      await mine();
    };
    await act('PATCH', `/api/comments/${middle}`, { text: 'أوسط، معدّلاً' });
    await act('PATCH', `/api/comments/${middle}`, { text: '' });
    for (const id of [last, last, top, 'nobody']) await act('PUT', `/api/comments/${id}/like`);
    await act('DELETE', `/api/comments/${top}/like`);
    await read();
    for (const id of [top, middle, middle, 'nobody']) await act('DELETE', `/api/comments/${id}`);
    await act('PATCH', `/api/comments/${top}`, { text: 'x' });
    await act('PUT', `/api/comments/${top}/like`);
    await act('POST', `/api/comments/${last}/reports`, { reason: 'سبب' });
    await act('POST', `/api/comments/${last}/reports`, { reason: 'سبب آخر' });
    await act('POST', `/api/comments/${top}/reports`, { reason: 'سبب' });
    await read();
    cookies.clear();
    for (const id of [top, last]) await act('DELETE', `/api/comments/${id}`);
    const form = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) });
    await asked(`/api/comments/${last}/like?lang=ar`, form({}));
    await asked(`/api/comments/${last}/reports`, form({ lang: 'en', reason: 'سبب' }));
    await asked(`/api/comments/${last}/reports`, form({ lang: 'en', reason: '' }));
    await asked(`/ar/articles/${slug}?liked=${last}`);
  });

  test('to whoever reads lists, articles and pages', async () => {
    const filters = [
      '',
      'section=science&',
      'tag=عمارة&',
      'lang=en&',
      'lang=ar&section=printing&',
      'tag=%00&',
    ];
    for (const filter of filters) await walk(`/api/articles?${filter}limit=2`);
    for (const slug of [...(await slugs()), 'nobody', 'لماذا-البحر-مالح-والنهر-عذب']) {
      await asked(`/api/articles/${slug}`);
      for (const lang of ['ar', 'en']) await asked(`/${lang}/articles/${slug}`);
    }
    const others = ['/api/site', '/api/front', '/sitemap.xml', '/ar/feed.xml', '/en/feed.xml'];
    for (const path of [...others, '/ar/', '/en/', '/ar/sections/science', '/ar/?after=nonsense'])
      await asked(path);
  });

  test.each([
    'الحكواتي',
    'على الرصيف',
    'عَلى',
    'وَالسَّيْفُ',
    'الورق بغداد',
    'rain',
    'petri',
    'ب',
    '٣٧٧',
    'C++',
    "'); drop",
    '\0',
    '!&|:*',
  ])('to whoever looks for %s', (words) => walk(`/api/articles?q=${encodeURIComponent(words)}&limit=2`));

  test('and it is found', async () => {
    const { items }: { items: { slug: string }[] } = JSON.parse(await asked('/api/articles?q=على الرصيف'));
    expect(items.map(({ slug }) => slug)).toEqual(['spelt-1', 'spelt-0', 'spelt-2']);
  });
});
