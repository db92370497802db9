import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { languageCodes } from '#contract/languages';
import { readSiteFace } from '../site-face/read-site-face.ts';
import { seedDemoFace } from './seed-face.ts';

let dataDir = '';
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'riwaq-seed-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

test('an empty folder gets a face that the site can start with, whole in every language', async () => {
  await seedDemoFace(dataDir);
  const { name, sections, pages, commentNote } = await readSiteFace({ dataDir, defaultLanguage: 'ar' });
  expect(name).toBe('رواق');
  expect(sections.map(({ slug }) => slug)).toEqual(['culture', 'cities', 'science', 'printing']);
  expect(pages.map(({ slug }) => slug)).toEqual(['about', 'contact', 'privacy', 'comment-rules']);
  for (const words of [...sections, ...pages].map(({ names }) => names ?? {}).concat(commentNote ?? {}))
    expect(Object.keys(words).toSorted()).toEqual([...languageCodes].toSorted());
});

test('the pages’ own addresses lead to pages that are there, in their language', async () => {
  await seedDemoFace(dataDir);
  const { pages } = await readSiteFace({ dataDir, defaultLanguage: 'ar' });
  for (const lang of languageCodes) {
    for (const page of pages) {
      const { body } = page.inLanguage(lang);
      expect(body.length).toBeGreaterThan(3);
      const links = [...JSON.stringify(body).matchAll(/"href":"([^"]*)"/g)].map(([, href = '']) => href);
      for (const href of links) expect(pages.map(({ slug }) => `/${lang}/pages/${slug}`)).toContain(href);
    }
  }
});

test('a folder with a site.json stays as it is', async () => {
  await writeFile(join(dataDir, 'site.json'), '{}');
  await seedDemoFace(dataDir);
  expect(await readdir(dataDir)).toEqual(['site.json']);
  expect(await readFile(join(dataDir, 'site.json'), 'utf8')).toBe('{}');
});

test('a page that somebody wrote before is not written over', async () => {
  await mkdir(join(dataDir, 'pages'));
  await writeFile(join(dataDir, 'pages/about.ar.md'), '# عنّا\n\nنصّنا');
  await seedDemoFace(dataDir);
  expect(await readFile(join(dataDir, 'pages/about.ar.md'), 'utf8')).toBe('# عنّا\n\nنصّنا');
  expect(await readdir(dataDir)).toContain('site.json');
});
