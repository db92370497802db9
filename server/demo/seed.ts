import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importSource } from '../importing/import-source.ts';
import { openPictures } from '../importing/picture-shelf.ts';
import type { ArticleStorage, CommentStorage } from '../storage/port.ts';
import { seedConversation } from './seed-conversation.ts';

const articles = join(import.meta.dirname, 'articles');

type Filled = Pick<ArticleStorage, 'saveArticle' | 'getArticle'> & Pick<CommentStorage, 'postComment'>;

/**
 * Fills a site that never held an article (openSite asks), so that a new publisher sees one at work:
 * articles of every kind, the pictures that lie beside them, and what readers answered.
 */
export async function seedDemo(
  storage: Filled,
  { dataDir, timeZone }: { dataDir: string; timeZone: string },
): Promise<void> {
  const takePicture = openPictures({ folder: articles, dataDir });
  const names = (await readdir(articles)).filter((name) => /\.(?:txt|md|html)$/.test(name)).sort();
  const slugs = new Map<string, string>();
  for (const name of names) {
    const bytes = await readFile(join(articles, name));
    const imported = await importSource({ name, bytes, now: Date.now(), timeZone, takePicture });
    if (!imported.ok) throw new Error(`the demo article ${name} was refused: ${imported.why}`);
    const { slug } = await storage.saveArticle(imported.draft);
    slugs.set(name, slug);
  }
  await seedConversation(storage, slugs, Date.now());
}
