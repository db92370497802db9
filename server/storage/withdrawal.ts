import type { Kysely, Transaction } from 'kysely';
import type { Database } from './database.ts';
import { positionAfter } from './position.ts';

/** Takes the article at `slug` from the readers (1) or gives it back to them (0); nothing of it is lost. */
export async function setWithdrawn(
  tx: Transaction<Database>,
  slug: string,
  withdrawn: 0 | 1,
): Promise<'moved' | 'already' | 'unknown'> {
  const article = await tx
    .selectFrom('articles')
    .select(['id', 'withdrawn'])
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (article === undefined) return 'unknown';
  if (article.withdrawn === withdrawn) return 'already';
  await tx
    .updateTable('articles')
    .set((eb) => ({ withdrawn, version: eb('version', '+', 1) }))
    .where('id', '=', article.id)
    .execute();
  // Every list may show it: all that is kept of the site is to be made anew.
  await tx
    .updateTable('site')
    .set((eb) => ({ articles_version: eb('articles_version', '+', 1) }))
    .execute();
  return 'moved';
}

/** Whether readers could have met an article at `slug` by `now`, had it not been withdrawn. */
export async function isWithdrawn(read: Kysely<Database>, slug: string, now: number): Promise<boolean> {
  const article = await read
    .selectFrom('articles')
    .select('id')
    .where('slug', '=', slug)
    .where('withdrawn', '=', 1)
    .where('position', '<', positionAfter(now))
    .executeTakeFirst();
  return article !== undefined;
}
