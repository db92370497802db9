import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import type { RenderedPage } from '#contract/page';
import { Site } from '#contract/site';
import { StaticPage } from '#contract/static-page';
import { createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { plainFace, type SiteFace } from '../site-face/site-face.ts';
import type { Storage } from '../storage/port.ts';
import { openSqlite } from '../storage/sqlite.ts';

let dataDir = '';
let storage: Storage;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'riwaq-face-'));
  storage = await openSqlite({ dataDir });
});
afterAll(async () => {
  await storage.close();
  await rm(dataDir, { recursive: true });
});

const arabic: StaticPage = { slug: 'عنّا', title: 'عن الصحيفة', lang: 'ar', dir: 'rtl', body: [] };
const english: StaticPage = { ...arabic, title: 'About', lang: 'en', dir: 'ltr' };
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><rect width="2" height="1"/></svg>';
const face: SiteFace = {
  name: 'الصحيفة',
  styles: '',
  wordmark: { bytes: new Uint8Array(Buffer.from(svg)), hash: '0a1b2c3d' },
  sections: [{ slug: 'culture', name: 'الثقافة', names: { ar: 'الثقافة', en: 'Culture' } }],
  pages: [
    {
      slug: 'عنّا',
      name: arabic.title,
      names: { ar: arabic.title, en: english.title },
      inLanguage: (lang) => (lang === 'en' ? english : arabic),
    },
  ],
  commentNote: { ar: 'الآراء لأصحابها.' },
  version: 'one',
};

const renderer = {
  render: async (): Promise<RenderedPage> => ({
    status: 200,
    complete: true,
    lang: 'ar',
    dir: 'rtl',
    head: '',
    body: 'x',
    state: '',
    routes: [],
  }),
  document: ({ body }: RenderedPage) => ({ html: body, contentSecurityPolicy: "default-src 'none'" }),
  build: 'one',
};

function site(shown: SiteFace = face) {
  return createApp({
    config: readConfig({ DATA_DIR: dataDir, PUBLIC_URL: 'http://localhost' }),
    storage,
    face: shown,
    renderer,
    assets: (_, go) => go(),
    log: pino({ level: 'silent' }),
    addressKey: 'key',
  });
}
const etagOf = async (shown: SiteFace, path: string) =>
  (await site(shown).request(encodeURI(path))).headers.get('etag');

describe('GET /api/site', () => {
  test('tells of the face', async () => {
    const answer = v.parse(Site, await (await site().request('/api/site')).json());
    expect(answer).toMatchObject({
      sections: face.sections,
      pages: [{ slug: 'عنّا', name: 'عن الصحيفة', names: { ar: 'عن الصحيفة', en: 'About' } }],
      wordmark: true,
      commentNote: { ar: 'الآراء لأصحابها.' },
    });
  });

  test('of a plain face tells nothing of it', async () => {
    const answer: unknown = await (await site(plainFace).request('/api/site')).json();
    expect(answer).toMatchObject({ sections: [], pages: [] });
    expect(answer).not.toHaveProperty('wordmark');
    expect(answer).not.toHaveProperty('commentNote');
  });
});

test.each(['/api/site', '/ar/', '/ar/articles/none', '/api/pages/عنّا', '/ar/feed.xml', '/sitemap.xml'])(
  '%s is another version under another face, and the same under the same',
  async (path) => {
    const etag = await etagOf(face, path);
    expect(etag).toMatch(/^W\/"/);
    expect(await etagOf({ ...face }, path)).toBe(etag);
    expect(await etagOf({ ...face, version: 'two' }, path)).not.toBe(etag);
  },
);

describe('GET /api/pages/:slug', () => {
  const get = async (query: string) => {
    const answer = await site().request(`${encodeURI('/api/pages/عنّا')}${query}`);
    return v.parse(StaticPage, await answer.json());
  };

  test('gives the page in the language asked for, else in its own', async () => {
    expect(await get('?lang=en')).toEqual(english);
    for (const query of ['', '?lang=ar', '?lang=fr', '?lang=xx']) expect(await get(query)).toEqual(arabic);
  });

  test('knows its slug in letters taken apart too', async () => {
    const path = encodeURI(`/api/pages/${'عنّا'.normalize('NFD')}`);
    expect((await site().request(path)).status).toBe(200);
  });

  test('of a page that is not there is 404, of a broken question 400', async () => {
    expect((await site().request('/api/pages/none')).status).toBe(404);
    expect((await site().request(`/api/pages/none?lang=${'x'.repeat(300)}`)).status).toBe(400);
  });

  test('is answered with 304 to whoever holds it', async () => {
    const path = encodeURI('/api/pages/عنّا');
    const app = site();
    const etag = (await app.request(path)).headers.get('etag') ?? '';
    expect((await app.request(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });
});

describe('/wordmark.svg', () => {
  test('is the file, for ever under its hash, and a document without rights', async () => {
    const answer = await site().request('/wordmark.svg?v=0a1b2c3d');
    expect(await answer.text()).toBe(svg);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
    });
  });

  test.each(['', '?v=', '?v=ffffffff'])('with «%s» is asked about again', async (query) => {
    const app = site();
    const answer = await app.request(`/wordmark.svg${query}`);
    expect(answer.headers.get('cache-control')).toBe('public, no-cache');
    const etag = answer.headers.get('etag') ?? '';
    const again = await app.request(`/wordmark.svg${query}`, { headers: { 'if-none-match': etag } });
    expect([again.status, again.headers.get('x-content-type-options')]).toEqual([304, 'nosniff']);
  });

  test('is not there where no wordmark is', async () => {
    expect((await site(plainFace).request('/wordmark.svg')).status).toBe(404);
  });
});
