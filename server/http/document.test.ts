import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isLanguageCode } from '#contract/languages';
import type { RenderedPage } from '#contract/page';
import { createDocuments } from './document.ts';

const template = readFileSync(join(resolve(import.meta.dirname, '../..'), 'index.html'), 'utf8');
const manifest = {
  'index.html': { file: 'assets/index.js', imports: ['_shell.js'] },
  '_shell.js': { file: 'assets/shell.js', name: 'shell' },
  '_words-ar.js': { file: 'assets/words-ar.js', name: 'words-ar' },
  '_words-en.js': { file: 'assets/words-en.js', name: 'words-en' },
  'src/app/pages/article-page.tsx': { file: 'assets/article.js', imports: ['_shell.js', 'index.html'] },
  'src/app/pages/front-page.tsx': { file: 'assets/front.js', imports: ['_shell.js'] },
  'style.css': { file: 'assets/style.css' },
};
const sheets: Record<string, string> = { 'assets/style.css': 'body{margin:0}h1{content:"$&"}\n' };
const fill = createDocuments({ template, manifest, readFile: (path) => sheets[path] ?? '' });

const page = (more: Partial<RenderedPage> = {}): RenderedPage => ({
  status: 200,
  complete: true,
  lang: 'en',
  dir: 'ltr',
  head: '<title>t</title>',
  body: '<p>b</p>',
  state: '<script type="application/json" id="state">{}</script>',
  routes: ['front'],
  ...more,
});
const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const directive = (policy: string, name: string) =>
  policy.split('; ').find((part) => part.startsWith(`${name} `)) ?? '';

describe('a document', () => {
  test('has no inline script that can run but the one its policy knows by its hash', () => {
    const { html, contentSecurityPolicy } = fill(page());
    const scripts = [...html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)];
    const inline = scripts.filter(
      ([, attributes = '']) => !/\bsrc=|type="application\/json"/.test(attributes),
    );
    expect(inline).toHaveLength(1);
    expect(directive(contentSecurityPolicy, 'script-src')).toBe(
      `script-src 'self' ${sha256(inline[0]?.[2] ?? '')}`,
    );
    expect(html).not.toMatch(/\son\w+=|javascript:/);
  });

  test('has the styles whose hash its policy names, and no other', () => {
    const { html, contentSecurityPolicy } = fill(page());
    const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, css = '']) => css);
    expect(styles).toEqual(['body{margin:0}h1{content:"$&"}']);
    expect(directive(contentSecurityPolicy, 'style-src')).toBe(`style-src 'self' ${sha256(styles[0] ?? '')}`);
    expect(html).not.toContain('style="');
    expect(html).not.toContain('rel="stylesheet"');
  });

  test('has the paper’s own rules after the sheet’s, under the same hash', () => {
    const ownStyles = ':root{--wordmark:url(/wordmark.svg?v=0a1b2c3d)}';
    const readFile = (path: string) => sheets[path] ?? '';
    const { html, contentSecurityPolicy } = createDocuments({ template, manifest, readFile, ownStyles })(
      page(),
    );
    const [style = ''] = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, css = '']) => css);
    expect(style).toBe(`body{margin:0}h1{content:"$&"}${ownStyles}`);
    expect(directive(contentSecurityPolicy, 'style-src')).toBe(`style-src 'self' ${sha256(style)}`);
  });

  test.each([
    ['en', ['site', 'page', 'article'], ['index', 'shell', 'article', 'words-en']],
    ['ar', ['site', 'page', 'front'], ['index', 'shell', 'front', 'words-ar']],
    ['ar', ['site', 'page', 'unknown'], ['index', 'shell', 'words-ar']],
  ] as const)('in %s of %j names its own code and words, each once', (lang, routes, files) => {
    const { html } = fill(page({ lang, routes: [...routes] }));
    const early = [...html.matchAll(/<link rel="modulepreload"[^>]*href="([^"]*)"/g)].map(([, href]) => href);
    expect(early).toEqual(files.map((file) => `/assets/${file}.js`));
  });

  test('is refused of a build without its entry or its styles', () => {
    for (const missing of ['index.html', 'style.css']) {
      const broken = Object.fromEntries(Object.entries(manifest).filter(([key]) => key !== missing));
      expect(() => createDocuments({ template, manifest: broken, readFile: () => '' })).toThrow(/stand bare/);
    }
  });

  test('forbids what is not its own', () => {
    const { contentSecurityPolicy } = fill(page());
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:|data:/);
    for (const name of ['default-src', 'base-uri', 'frame-ancestors'])
      expect(directive(contentSecurityPolicy, name)).toBe(`${name} 'none'`);
  });

  test('takes every text as it is, dollar signs and marks of the template too', () => {
    const odd = "$& $` $' $$ $1 $<x>";
    const { html } = fill(
      page({
        head: `<title>${odd}</title>`,
        body: `<p>${odd}</p>`,
        state: `<i>${odd}</i>`,
        lang: 'ar',
        dir: 'rtl',
      }),
    );
    expect(html).toContain(`<title>${odd}</title>`);
    expect(html).toContain(`<div id="app"><p>${odd}</p></div>`);
    expect(html).toContain(`<i>${odd}</i>`);
    expect(html).not.toMatch(/<!--(head|page|state)-->/);
  });

  test.each([
    ['ar', 'rtl'],
    ['en', 'ltr'],
  ] as const)('in %s says its direction in its first bytes', (lang, dir) => {
    expect(fill(page({ lang, dir })).html).toMatch(
      new RegExp(`^<!doctype html>\\s*<html lang="${lang}" dir="${dir}">`),
    );
  });

  const early = (html: string) => /rel="preload" href="\/fonts\/([^"]*)\.woff2"/.exec(html)?.[1];
  const headline = (lang: string) => `<main><h1>x</h1><article dir="rtl"><h2 class="a" lang="${lang}">x</h2>`;
  const article = (lang: string) => `<main><article class="a"><header lang="${lang}" dir="rtl"><h1>x</h1>`;

  test.each([
    ['ar', 'markazi-text-arabic', 'noto-naskh-arabic-arabic'],
    ['ar-EG', 'markazi-text-arabic', 'noto-naskh-arabic-arabic'],
    ['fa', 'markazi-text-eastern', 'noto-naskh-arabic-eastern'],
    ['ur', 'markazi-text-eastern', 'noto-naskh-arabic-eastern'],
    ['ckb', 'noto-naskh-arabic-eastern', 'noto-naskh-arabic-eastern'],
    ['he', 'frank-ruhl-libre-hebrew', 'frank-ruhl-libre-hebrew'],
    ['en', undefined, undefined],
    ['fr', undefined, undefined],
    ['tr', undefined, undefined],
  ])('fetches early the face of the largest text, in %s', (lang, headlines, text) => {
    // Whatever the interface speaks.
    for (const ui of ['ar', 'fr', 'he'] as const) {
      expect(early(fill(page({ lang: ui, body: headline(lang) })).html)).toBe(headlines);
      expect(early(fill(page({ lang: ui, routes: ['article'], body: article(lang) })).html)).toBe(text);
    }
    // A page of no article's words is in the interface's own.
    const own = '<nav lang="ar">العربية</nav><main><h1>x</h1>';
    if (isLanguageCode(lang)) expect(early(fill(page({ lang, body: own })).html)).toBe(headlines);
  });
});
