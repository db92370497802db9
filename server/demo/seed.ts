import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importSource } from '../importing/import-source.ts';
import type { ArticleStorage } from '../storage/port.ts';

const articles = join(import.meta.dirname, 'articles');

/** Fills a site that never held an article (openSite asks), so that a new publisher sees one at work. */
export async function seedDemo(storage: Pick<ArticleStorage, 'saveArticle'>): Promise<void> {
  for (const name of (await readdir(articles)).sort()) {
    const imported = importSource({ name, bytes: await readFile(join(articles, name)), now: Date.now() });
    if (!imported.ok) throw new Error(`the demo article ${name} was refused: ${imported.why}`);
    await storage.saveArticle(imported.draft);
  }
}
