import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StartError } from '../start-error.ts';
import { readSiteFace } from './read-site-face.ts';
import { plainFace } from './site-face.ts';

let outside = '';
let dataDir = '';
beforeEach(async () => {
  outside = await mkdtemp(join(tmpdir(), 'riwaq-face-'));
  dataDir = join(outside, 'data');
  await mkdir(dataDir);
});
afterEach(() => rm(outside, { recursive: true }));

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><path d="M0 0h9v9z"/></svg>';

async function lay(files: Record<string, unknown>) {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(dataDir, name)), { recursive: true });
    await writeFile(join(dataDir, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
}
const read = () => readSiteFace({ dataDir, defaultLanguage: 'ar' });

async function complaint(): Promise<string> {
  const error: unknown = await read().catch((thrown: unknown) => thrown);
  if (!(error instanceof StartError)) throw new Error('no complaint', { cause: error });
  expect(error.message.split('\n')).toHaveLength(1);
  return error.message.replaceAll(dataDir, '/data');
}

describe('a face', () => {
  test('is plain without a site.json, whatever else lies there', async () => {
    await lay({ 'wordmark.svg': svg, 'pages/about.ar.md': '# عنّا\n\nنصّ' });
    expect(await read()).toBe(plainFace);
  });

  test('has its pages in their order, each in the languages it is written in', async () => {
    await lay({
      'site.json': { pages: [{ slug: 'rules' }, { slug: 'about' }] },
      'pages/about.ar.md': '# عن الصحيفة\n\nنصّ **عريض**.',
      'pages/about.en.md': '---\ntitle: About us\n---\n\nText.',
      'pages/rules.en.md': '# Rules\n\nBe kind.',
      'pages/unnamed.ar.md': '# لا يُعرض\n\nنصّ',
    });
    const { pages } = await read();
    expect(pages.map(({ slug, name, names }) => ({ slug, name, names }))).toEqual([
      { slug: 'rules', name: 'Rules', names: { en: 'Rules' } },
      { slug: 'about', name: 'عن الصحيفة', names: { ar: 'عن الصحيفة', en: 'About us' } },
    ]);
    const [rules, about] = pages;
    expect(about?.inLanguage('en')).toEqual({
      slug: 'about',
      title: 'About us',
      lang: 'en',
      dir: 'ltr',
      body: [{ type: 'paragraph', children: [{ text: 'Text.' }] }],
    });
    expect(about?.inLanguage('ar')).toMatchObject({ lang: 'ar', dir: 'rtl' });
    expect(about?.inLanguage(undefined).lang).toBe('ar');
    expect(rules?.inLanguage('ar')).toMatchObject({ title: 'Rules', lang: 'en', dir: 'ltr' });
  });

  test('names its sections in the site’s language, else in the one given, else not at all', async () => {
    const sections = [
      { slug: 'culture', name: { en: 'Culture', ar: 'الثقافة' } },
      { slug: 'cities', name: { en: 'Cities' } },
      { slug: 'science' },
    ];
    await lay({ 'site.json': { sections } });
    expect((await read()).sections).toEqual([
      { slug: 'culture', name: 'الثقافة', names: { en: 'Culture', ar: 'الثقافة' } },
      { slug: 'cities', name: 'Cities', names: { en: 'Cities' } },
      { slug: 'science' },
    ]);
  });

  test('has its wordmark in its styles, by a hash of the file', async () => {
    await lay({ 'site.json': { wordmark: 'brand/name.svg' }, 'brand/name.svg': svg });
    const { wordmark, styles } = await read();
    expect(Buffer.from(wordmark?.bytes ?? []).toString()).toBe(svg);
    expect(wordmark?.hash).toMatch(/^[0-9a-f]{8}$/);
    expect(styles).toBe(`:root{--wordmark:url(/wordmark.svg?v=${wordmark?.hash});--wordmark-ratio:120 / 40}`);
  });

  test('is another version when any of its files is another, and only then', async () => {
    const site = { wordmark: 'a.svg', pages: [{ slug: 'about' }] };
    const files = { 'site.json': site, 'a.svg': svg, 'pages/about.ar.md': '# عنّا\n\nنصّ' };
    await lay(files);
    const { version } = await read();
    expect((await read()).version).toBe(version);
    const changes: [string, unknown][] = [
      ['site.json', { ...site, name: 'رواق' }],
      ['a.svg', svg.replace('120', '121')],
      ['pages/about.ar.md', '# عنّا\n\nنصّ آخر'],
    ];
    const versions = new Set([version, plainFace.version]);
    for (const [name, content] of changes) {
      await lay({ ...files, [name]: content });
      versions.add((await read()).version);
    }
    expect(versions.size).toBe(5);
  });

  test('may lie behind links inside the folder, as mounted settings do', async () => {
    await lay({ 'mounted/site.json': { name: 'رواق' } });
    await symlink('mounted/site.json', join(dataDir, 'site.json'));
    expect((await read()).name).toBe('رواق');
  });
});

describe('a file that cannot be used is refused in one sentence', () => {
  const aPage = { pages: [{ slug: 'about' }] };
  const anSvg = 'an SVG file in the data folder of at most 100000 bytes';

  test.each<[name: string, files: Record<string, unknown>, sentence: string]>([
    ['site.json in another encoding', { 'site.json': '\0{' }, '/data/site.json: a binary file'],
    [
      'site.json too large',
      { 'site.json': ' '.repeat(262_145) },
      '/data/site.json: it has 262145 bytes; allowed: at most 262144.',
    ],
    [
      'site.json as a folder',
      { 'site.json/x': '' },
      '/data/site.json: it is no file inside the data folder.',
    ],
    [
      'a wordmark that is not there',
      { 'site.json': { wordmark: 'no.svg' } },
      `/data/site.json: wordmark is «no.svg»; allowed: ${anSvg}.`,
    ],
    [
      'a wordmark outside the folder',
      { 'site.json': { wordmark: '../name.svg' } },
      `/data/site.json: wordmark is «../name.svg»; allowed: ${anSvg}.`,
    ],
    [
      'a wordmark by a whole path',
      { 'site.json': { wordmark: '/etc/passwd' } },
      `/data/site.json: wordmark is «/etc/passwd»; allowed: ${anSvg}.`,
    ],
    [
      'a wordmark that is a folder',
      { 'site.json': { wordmark: 'pages' }, 'pages/x': '' },
      `/data/site.json: wordmark is «pages»; allowed: ${anSvg}.`,
    ],
    [
      'a wordmark too large',
      { 'site.json': { wordmark: 'a.svg' }, 'a.svg': ' '.repeat(100_001) },
      `/data/site.json: wordmark is «a.svg»; allowed: ${anSvg} (now 100001).`,
    ],
    [
      'a wordmark that is no text',
      { 'site.json': { wordmark: 'a.svg' }, 'a.svg': '\u0089PNG' },
      '/data/a.svg: not an SVG drawing',
    ],
    [
      'a wordmark with a script',
      { 'site.json': { wordmark: 'a.svg' }, 'a.svg': svg.replace('<path', '<script/><path') },
      '/data/a.svg: it holds the element script; allowed: a drawing alone, with nothing from elsewhere.',
    ],
    [
      'a page without a text',
      { 'site.json': aPage, 'pages/about.txt': 'x' },
      '/data/site.json: pages[0].slug is «about»; allowed: a page whose text lies in pages/about.LANG.md, LANG one of ar, en, fr, fa, ur, he, tr.',
    ],
    [
      'a page without a folder',
      { 'site.json': aPage },
      '/data/site.json: pages[0].slug is «about»; allowed: a page whose text',
    ],
    [
      'a page in an unknown language',
      { 'site.json': aPage, 'pages/about.de.md': '# A\n\nb' },
      '/data/pages/about.de.md: de is no language of the interface; allowed: ar, en, fr, fa, ur, he, tr.',
    ],
    [
      'a page too large',
      { 'site.json': aPage, 'pages/about.ar.md': 'ا'.repeat(131_073) },
      '/data/pages/about.ar.md: it has 262146 bytes; allowed: at most 262144.',
    ],
    [
      'an empty page',
      { 'site.json': aPage, 'pages/about.ar.md': '' },
      '/data/pages/about.ar.md: the file is empty.',
    ],
    [
      'a page with a title alone',
      { 'site.json': aPage, 'pages/about.ar.md': '# عنّا\n\n![رفّ](a.png)' },
      '/data/pages/about.ar.md: it has no text after its title.',
    ],
    [
      'a page nested too deeply',
      { 'site.json': aPage, 'pages/about.ar.md': `# عنّا\n\n${'> '.repeat(300)}نصّ` },
      '/data/pages/about.ar.md: nested too deeply.',
    ],
    [
      'a page that speaks of itself as an article does',
      { 'site.json': aPage, 'pages/about.ar.md': '---\ntitle: عنّا\nkicker: x\n---\nنصّ' },
      '/data/pages/about.ar.md: front matter: «kicker» is no member of it; allowed: title.',
    ],
    [
      'a wordmark without a drawing',
      { 'site.json': { wordmark: 'a.svg' }, 'a.svg': svg.replace(/<path[^>]*>/, '') },
      '/data/a.svg: it draws nothing; allowed: a drawing with a shape, as a path.',
    ],
    [
      'a page without a title',
      { 'site.json': aPage, 'pages/about.ar.md': '- بند\n- بند' },
      '/data/pages/about.ar.md: ',
    ],
  ])('%s', async (_, files, sentence) => {
    await lay(files);
    const said = await complaint();
    if (sentence.endsWith('.')) expect(said).toBe(sentence);
    else expect(said.slice(0, sentence.length)).toBe(sentence);
  });

  test('a wordmark and a page that links lead out of the folder to', async () => {
    await writeFile(join(outside, 'name.svg'), svg);
    await lay({ 'site.json': { wordmark: 'name.svg' } });
    await symlink('../name.svg', join(dataDir, 'name.svg'));
    expect(await complaint()).toBe(`/data/site.json: wordmark is «name.svg»; allowed: ${anSvg}.`);

    await writeFile(join(outside, 'secret.md'), '# سرّ\n\nنصّ');
    await lay({ 'site.json': aPage, 'pages/x': '' });
    await symlink('../../secret.md', join(dataDir, 'pages/about.ar.md'));
    expect(await complaint()).toBe('/data/pages/about.ar.md: it is no file inside the data folder.');
  });
});
