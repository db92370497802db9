import type { Transaction } from 'kysely';
import type { Database } from './database.ts';

/** Counts a comment that is now published, or takes one that is no longer off, at its article and at all it answers. */
export async function countComment(
  tx: Transaction<Database>,
  { article, parent }: { article: string; parent: string | null },
  by: 1 | -1,
): Promise<void> {
  await tx
    .updateTable('articles')
    .set((eb) => ({ comment_count: eb('comment_count', '+', by) }))
    .where('id', '=', article)
    .execute();
  if (parent === null) return;
  await tx
    .withRecursive('answered', (db) =>
      db
        .selectFrom('comments as one')
        .select(['one.id', 'one.parent'])
        .where('one.id', '=', parent)
        .unionAll(
          db
            .selectFrom('answered')
            .innerJoin('comments as one', 'one.id', 'answered.parent')
            .select(['one.id', 'one.parent']),
        ),
    )
    .updateTable('comments')
    .set((eb) => ({ reply_count: eb('reply_count', '+', by) }))
    .where('id', 'in', (eb) => eb.selectFrom('answered').select('answered.id'))
    .execute();
}
