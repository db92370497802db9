import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, describe, expect, test } from 'vitest';
import type { RenderedPage } from '#contract/page';
import { createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { importSource } from '../importing/import-source.ts';
import { openSqlite } from '../storage/sqlite.ts';
import { createAssets } from './assets.ts';

const friend = 'https://friend.example';
const folder = await mkdtemp(join(tmpdir(), 'riwaq-answers-'));
const dataDir = join(folder, 'data');
await mkdir(join(folder, 'built'));
await writeFile(join(folder, 'built/icon.svg'), '<svg/>');
const storage = await openSqlite({ dataDir });
const imported = await importSource({ name: 'a.txt', bytes: Buffer.from('أولى\n\nنصّ.'), now: Date.now() });
if (!imported.ok) throw new Error(imported.why);
await storage.saveArticle({ ...imported.draft, publishedAt: Date.now() - 1000 });
const assets = await createAssets(join(folder, 'built'));
afterAll(async () => {
  await storage.close();
  await rm(folder, { recursive: true });
});

let broken = false;
const renderer = {
  async render(): Promise<RenderedPage> {
    if (broken) throw new Error('no');
    const text = { head: '', body: 'x'.repeat(2_000), state: '' };
    return { status: 200, complete: true, lang: 'ar', dir: 'rtl', routes: [], ...text };
  },
  document: ({ body }: RenderedPage) => ({ html: body, contentSecurityPolicy: "default-src 'none'" }),
  build: 'one',
};

function site(settings: Record<string, string> = {}) {
  const config = readConfig({
    DATA_DIR: dataDir,
    RATE_LIMITS: 'off',
    PUBLIC_URL: 'http://localhost',
    ...settings,
  });
  const log = pino({ level: 'silent' });
  return createApp({ config, storage, renderer, assets, log, addressKey: 'key' });
}

const articleApi = encodeURI('/api/articles/أولى');
const json = {
  method: 'POST',
  headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
  body: JSON.stringify({ author: { name: 'هدى' }, text: 'كلمة' }),
};
const form = {
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams({ name: 'هدى', text: 'كلمة', lang: 'ar' }).toString(),
};
const br = { headers: { 'accept-encoding': 'br' } };
const foreign = { method: 'POST', headers: { origin: 'https://other.example' } };
const preflight = {
  method: 'OPTIONS',
  headers: { origin: friend, 'access-control-request-method': 'POST' },
};

type Kind = [name: string, status: number, address: string, init?: RequestInit];
const kinds: Kind[] = [
  ['a page', 200, '/ar/'],
  ['a page, packed', 200, '/ar/', br],
  ['a page for one reader', 200, '/ar/?posted=x'],
  ['a page of an address that cannot be read', 200, '/ar/%ff'],
  ['a list', 200, '/api/articles'],
  ['an article', 200, articleApi],
  ['a search', 200, `/api/articles?q=${encodeURIComponent('أولى')}`],
  ['comments', 200, `${articleApi}/comments`],
  ['a posted comment', 201, `${articleApi}/comments`, json],
  ['a posted form', 303, `${articleApi}/comments`, form],
  ['the description of the API', 200, '/api/openapi.json'],
  ['a sign of life', 200, '/healthz'],
  ['readiness', 200, '/readyz'],
  ['figures', 200, '/metrics'],
  ['an asset', 200, '/icon.svg'],
  ['an asset’s head', 200, '/icon.svg', { method: 'HEAD' }],
  ['a redirect', 302, '/'],
  ['a redirect to the one address', 301, '/ar'],
  ['a redirect from doubled slashes', 301, '/ar//articles'],
  ['a file that is not there', 404, '/no.svg'],
  ['an article that is not there', 404, '/api/articles/none'],
  ['an address of the API that is not there', 404, '/api/none'],
  ['a method that is not there', 405, '/api/site', { method: 'DELETE' }],
  ['a page’s method that is not there', 405, '/ar/', { method: 'POST' }],
  ['a broken query', 400, '/api/articles?limit=x'],
  ['a refused caller', 403, '/api/site', foreign],
  ['a body of no known type', 415, `${articleApi}/comments`, { method: 'POST' }],
];

function expectCarried({ headers }: Response) {
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
}

describe.each([
  ['', {}],
  [', where other origins may read,', { CORS_ORIGINS: friend }],
] as const)('the headers that every answer carries%s', (_, settings) => {
  const app = site(settings);

  test.each(kinds)('are on %s (%i)', async (_kind, status, address, init) => {
    const answer = await app.request(address, init);
    expect(answer.status).toBe(status);
    expectCarried(answer);
  });

  test.each(['/ar/', '/api/articles', '/icon.svg'])('are on the 304 of %s', async (address) => {
    const etag = (await app.request(address)).headers.get('etag') ?? '';
    const answer = await app.request(address, { headers: { 'if-none-match': etag } });
    expect(answer.status).toBe(304);
    expectCarried(answer);
  });

  test('are on a fault of ours', async () => {
    broken = true;
    const answer = await app.request('/ar/sections/s');
    broken = false;
    expect(answer.status).toBe(500);
    expectCarried(answer);
  });
});

test('are on a preflight too', async () => {
  const answer = await site({ CORS_ORIGINS: friend }).request('/api/site', preflight);
  expect(answer.status).toBe(204);
  expectCarried(answer);
});

test('a request is counted by the route that answered it, and a call of the server’s own nowhere', async () => {
  const app = site();
  const bySocket = { incoming: { socket: { remoteAddress: '203.0.113.9' } } };
  for (const address of [articleApi, '/api/articles/none', '/ar/']) await app.request(address, {}, bySocket);
  await app.request(articleApi);
  await app.request('/api/site');
  const text = await (await app.request('/metrics')).text();
  expect(text).not.toContain('route="/api/site"');
  for (const labels of [
    'route="/api/articles/:slug",status="200"',
    'route="/api/articles/:slug",status="404"',
    'route="/*",status="200"',
  ])
    expect(text).toContain(`riwaq_http_request_seconds_count{method="GET",${labels}} 1`);
});
