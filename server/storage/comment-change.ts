import type { Transaction } from 'kysely';
import type { Database } from './database.ts';

/** Moves the versions that caches go by, after a change that readers of `article` can see. */
export async function recordChange(
  tx: Transaction<Database>,
  article: string,
  _comment: string | undefined,
): Promise<void> {
  await tx
    .updateTable('articles')
    .set((eb) => ({ comments_version: eb('comments_version', '+', 1) }))
    .where('id', '=', article)
    .execute();
  await tx
    .updateTable('site')
    .set((eb) => ({ comments_version: eb('comments_version', '+', 1) }))
    .execute();
}
