import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importSource } from '../importing/import-source.ts';
import type { ArticleStorage, CommentStorage } from '../storage/port.ts';
import { seedConversation } from './seed-conversation.ts';

const articles = join(import.meta.dirname, 'articles');

type Filled = Pick<ArticleStorage, 'saveArticle' | 'getArticle'> & Pick<CommentStorage, 'postComment'>;

/**
 * Fills a site that never held an article (openSite asks), so that a new publisher sees one at work:
 * articles of every kind, and what readers answered them.
 */
export async function seedDemo(storage: Filled): Promise<void> {
  const slugs = new Map<string, string>();
  for (const name of (await readdir(articles)).sort()) {
    const imported = importSource({ name, bytes: await readFile(join(articles, name)), now: Date.now() });
    if (!imported.ok) throw new Error(`the demo article ${name} was refused: ${imported.why}`);
    const { slug } = await storage.saveArticle(imported.draft);
    slugs.set(name, slug);
  }
  await seedConversation(storage, slugs, Date.now());
}
