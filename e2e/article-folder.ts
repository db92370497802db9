import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ArticleSummary } from '#contract/article';
import { SiteProcess } from './site-process.ts';

const picture = resolve(import.meta.dirname, '../server/demo/articles/pictures/hand-press.webp');

/** A site with the Markdown texts given, beside a picture `hand-press.webp` that they may name. */
export async function siteWith(...texts: string[]): Promise<SiteProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'riwaq-texts-'));
  try {
    await copyFile(picture, join(folder, 'hand-press.webp'));
    const files = texts.map((_, at) => join(folder, `text-${at}.md`));
    await Promise.all(files.map((file, at) => writeFile(file, texts[at] ?? '')));
    const site = await SiteProcess.start();
    await site.import(...files);
    return site;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The addresses of a site's articles under `language`, newest first. */
export async function articlePaths(site: SiteProcess, language: 'ar' | 'en'): Promise<string[]> {
  const answer: { items: ArticleSummary[] } = await (await fetch(`${site.url}/api/articles`)).json();
  return answer.items.map(({ slug }) => `${site.url}/${language}/articles/${encodeURIComponent(slug)}`);
}
