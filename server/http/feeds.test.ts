import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import type { ArticleDraft } from '../domain/article-draft.ts';
import type { Storage } from '../storage/port.ts';
import { openSqlite } from '../storage/sqlite.ts';
import { mountFeeds } from './feeds.ts';
import { problemFor, problemResponse, internalProblem } from './problems.ts';
import { createVersionedAnswers } from './versioned-answer.ts';

const noon = Date.UTC(2026, 10, 23, 10);
const url = 'https://news.example.org';
const minute = 60_000;

let dataDir = '';
let storage: Storage;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'riwaq-feeds-'));
  storage = await openSqlite({ dataDir });
});
afterEach(async () => {
  await storage.close();
  await rm(dataDir, { recursive: true });
});

const paragraph = (text: string) => ({ type: 'paragraph' as const, children: [{ text }] });

async function save(slug: string, more: Partial<ArticleDraft> = {}) {
  await storage.saveArticle({
    slug,
    source: slug,
    title: slug,
    lang: 'ar',
    dir: 'rtl',
    authors: [],
    readingMinutes: 1,
    tags: [],
    body: [paragraph('نصّ المادة.')],
    commentsState: 'open',
    publishedAt: noon - minute,
    now: noon - minute,
    ...more,
  });
}

function site({ perSitemap, ...env }: { perSitemap?: number; SITE_LANGS?: string } = {}) {
  const app = new Hono();
  const page = { slug: 'about', title: 'عنّا', lang: 'ar', dir: 'rtl' as const, body: [] };
  const face = { pages: [{ slug: 'about', name: 'عنّا', names: {}, inLanguage: () => page }], version: 'one' };
  const sections = async () => [
    { slug: 'culture', name: 'الثقافة', names: { ar: 'الثقافة', en: 'Culture & Arts' } },
  ];
  const answers = createVersionedAnswers(1024 * 1024);
  const config = readConfig({
    PUBLIC_URL: url,
    SITE_NAME: 'رواق «أ & ب»',
    SITE_LANGS: 'ar,en',
    ...env,
  });
  mountFeeds(app, {
    config,
    face,
    storage,
    sections,
    answers,
    now: () => noon,
    ...(perSitemap !== undefined && { perSitemap }),
  });
  app.onError((error, c) => problemResponse(c, problemFor(error) ?? internalProblem()));
  return async (path: string, init?: RequestInit) => app.request(path, init);
}
const textOf = async (path: string, parts?: Parameters<typeof site>[0]) => (await site(parts)(path)).text();
const valuesOf = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g'))].map(([, value = '']) => value);

/** Every element is closed in its order, every reference is one of XML's own, no letter is forbidden. */
function expectWellFormed(xml: string) {
  expect(xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<')).toBe(true);
  const open: string[] = [];
  for (const [tag, close = '', name = ''] of xml.slice(38).matchAll(/<(\/?)([\w:]+)[^>]*>/g)) {
    if (close !== '') expect(open.pop()).toBe(name);
    else if (!tag.endsWith('/>')) open.push(name);
  }
  expect(open).toEqual([]);
  expect(xml.replace(/&(?:amp|lt|gt|quot|apos);/g, '')).not.toContain('&');
  expect(xml.replace(/\n/g, '')).not.toMatch(/[\p{Cc}\ufffe\uffff]/u);
}

test('robots.txt lets everybody read, keeps them from the API and names the sitemap', async () => {
  const answer = await site()('/robots.txt');
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(await answer.text()).toBe(
    `User-agent: *\nAllow: /\nDisallow: /api/\n\nSitemap: ${url}/sitemap.xml\n`,
  );
});

describe('the sitemap', () => {
  test('names fronts, sections and pages in each language with their alternates', async () => {
    const xml = await textOf('/sitemap.xml');
    expectWellFormed(xml);
    expect(valuesOf(xml, 'loc')).toEqual(
      [
        '/ar/',
        '/en/',
        '/ar/sections/culture',
        '/en/sections/culture',
        '/ar/pages/about',
        '/en/pages/about',
      ].map((path) => url + path),
    );
    expect(xml).toContain(
      `<url><loc>${url}/en/</loc>` +
        `<xhtml:link rel="alternate" hreflang="ar" href="${url}/ar/"/>` +
        `<xhtml:link rel="alternate" hreflang="en" href="${url}/en/"/>` +
        `<xhtml:link rel="alternate" hreflang="x-default" href="${url}/ar/"/></url>`,
    );
  });

  test('names each article once, in its own language where the interface speaks it, with its last change', async () => {
    await save('مادة');
    await save('printing', { lang: 'en-GB', dir: 'ltr' });
    await save('imprimerie', { lang: 'fr', dir: 'ltr' });
    await save('tomorrow', { publishedAt: noon + minute });
    const xml = await textOf('/sitemap.xml');
    expect(valuesOf(xml, 'loc').slice(6).toSorted()).toEqual([
      `${url}/ar/articles/%D9%85%D8%A7%D8%AF%D8%A9`,
      `${url}/ar/articles/imprimerie`,
      `${url}/en/articles/printing`,
    ]);
    const { items } = await storage.listArticles({ now: noon, limit: 10 });
    expect(valuesOf(xml, 'lastmod').toSorted()).toEqual(items.map(({ updatedAt }) => updatedAt).toSorted());
  });

  test('leaves out a language that is not offered', async () => {
    await save('printing', { lang: 'en', dir: 'ltr' });
    const xml = await textOf('/sitemap.xml', { SITE_LANGS: 'ar' });
    expect(xml).not.toContain('/en/');
    expect(xml).toContain(`<loc>${url}/ar/articles/printing</loc>`);
  });

  test('is divided where one cannot hold it, and loses no page', async () => {
    for (let at = 0; at < 5; at += 1) await save(`article-${at}`, { publishedAt: noon - (at + 1) * minute });
    const whole = valuesOf(await textOf('/sitemap.xml'), 'loc');
    expect(whole).toHaveLength(11);
    const index = await textOf('/sitemap.xml', { perSitemap: 4 });
    expectWellFormed(index);
    expect(index).toContain('<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">');
    const parts = valuesOf(index, 'loc');
    expect(parts).toEqual([1, 2, 3].map((part) => `${url}/sitemap-${part}.xml`));
    const found = await Promise.all(
      parts.map(async (part) => valuesOf(await textOf(part.slice(url.length), { perSitemap: 4 }), 'loc')),
    );
    expect(found.flat()).toEqual(whole);
    for (const path of ['/sitemap-4.xml', '/sitemap-0.xml', '/sitemap-01.xml'])
      expect((await site({ perSitemap: 4 })(path)).status).toBe(404);
    expect((await site()('/sitemap-1.xml')).status).toBe(404);
  });

  test('walks past one page of the storage’s list', async () => {
    for (let at = 0; at < 102; at += 1)
      await save(`article-${at}`, { publishedAt: noon - (at + 1) * minute });
    expect(new Set(valuesOf(await textOf('/sitemap.xml'), 'loc')).size).toBe(108);
  });
});

describe('a feed', () => {
  test('tells whose it is, where, and in which language', async () => {
    const answer = await site()('/en/feed.xml');
    expect(answer.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
    const xml = await answer.text();
    expectWellFormed(xml);
    expect(xml).toMatch(/<rss version="2.0" xml:lang="en" /);
    expect(valuesOf(xml, 'title')).toEqual(['رواق «أ &amp; ب»']);
    expect(valuesOf(xml, 'link')).toEqual([`${url}/en/`]);
    expect(valuesOf(xml, 'language')).toEqual(['en']);
    expect(xml).toContain(`<atom:link href="${url}/en/feed.xml" rel="self" type="application/rss+xml"/>`);
  });

  test('tells of an article all that a reader chooses by', async () => {
    await save('printing', {
      title: 'Ink <b>&</b> "paper"',
      lang: 'en',
      dir: 'ltr',
      summary: 'A standfirst.',
      authors: [{ name: 'Huda' }, { name: 'O’Neil & Co' }],
      section: { slug: 'culture', name: 'ثقافة' },
    });
    const { items } = await storage.listArticles({ now: noon, limit: 1 });
    const xml = await textOf('/en/feed.xml');
    expectWellFormed(xml);
    const item = /<item>\n([\s\S]*?)\n<\/item>/.exec(xml)?.[1]?.split('\n');
    expect(item).toEqual([
      '<title>Ink &lt;b&gt;&amp;&lt;/b&gt; &quot;paper&quot;</title>',
      `<link>${url}/en/articles/printing</link>`,
      `<guid isPermaLink="false">${items[0]?.id}</guid>`,
      '<pubDate>Mon, 23 Nov 2026 09:59:00 GMT</pubDate>',
      '<description>A standfirst.</description>',
      '<dc:creator>Huda</dc:creator>',
      '<dc:creator>O’Neil &amp; Co</dc:creator>',
      '<category>Culture &amp; Arts</category>',
      '<dc:language>en</dc:language>',
    ]);
    expect(await textOf('/ar/feed.xml')).toContain(`<link>${url}/ar/articles/printing</link>`);
  });

  test('holds in order, by marks, what programs for plain text would tear apart', async () => {
    await save('a', { title: 'iPhone يفوز 3-2', summary: 'لغة C++' });
    await save('b', { title: 'Great article!', summary: 'رائع', publishedAt: noon - 2 * minute });
    const xml = await textOf('/en/feed.xml');
    expect(valuesOf(xml, 'title').slice(1)).toEqual(['\u200fiPhone يفوز 3\u200f-2', 'Great article!']);
    expect(valuesOf(xml, 'description').slice(1)).toEqual(['لغة C++\u200e', 'رائع']);
  });

  test('says the first words where there is no standfirst, cut at a word', async () => {
    const words = Array.from({ length: 100 }, (_, at) => `كلمة${at}`).join(' ');
    await save('a', {
      body: [{ type: 'heading', level: 2, children: [{ text: 'عنوان' }] }, paragraph(words)],
    });
    const said = valuesOf(await textOf('/ar/feed.xml'), 'description').at(-1) ?? '';
    expect(said.length).toBeLessThanOrEqual(301);
    expect(said.endsWith('…')).toBe(true);
    expect(words.startsWith(`${said.slice(0, -1)} `)).toBe(true);
  });

  test('takes no letter that XML may not hold, and goes without words where there are none', async () => {
    await save('a', { title: 'ب\u0000ت\u001b\ufffe\ud800ج', body: [{ type: 'separator' }] });
    const xml = await textOf('/ar/feed.xml');
    expectWellFormed(xml);
    expect(xml).not.toMatch(/undefined/);
    expect(valuesOf(xml, 'description')).toHaveLength(1);
  });

  test('holds the newest twenty, newest first, and none that waits', async () => {
    for (let at = 0; at < 22; at += 1) await save(`article-${at}`, { publishedAt: noon - (at + 1) * minute });
    await save('tomorrow', { publishedAt: noon + minute });
    expect(valuesOf(await textOf('/ar/feed.xml'), 'title').slice(1)).toEqual(
      Array.from({ length: 20 }, (_, at) => `article-${at}`),
    );
  });

  test('is another version with every import, and 304 to whoever holds the last', async () => {
    const ask = site();
    const etag = (await ask('/ar/feed.xml')).headers.get('etag') ?? '';
    const held = { headers: { 'if-none-match': etag } };
    expect((await ask('/ar/feed.xml', held)).status).toBe(304);
    await save('a');
    expect((await ask('/ar/feed.xml', held)).status).toBe(200);
  });

  test('is there in the languages offered alone', async () => {
    expect((await site({ SITE_LANGS: 'ar' })('/en/feed.xml')).status).toBe(404);
    expect((await site()('/fr/feed.xml')).status).toBe(404);
  });
});
