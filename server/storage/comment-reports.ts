import type { Transaction } from 'kysely';
import type { Database } from './database.ts';
import type { CommentReport, ReportOutcome } from './port.ts';
import { publishedComment } from './published-comment.ts';
import { newWriter, writerOfToken } from './writer-sessions.ts';

/** See CommentStorage.reportComment. */
export async function reportComment(
  tx: Transaction<Database>,
  { reason, freshToken, ...act }: CommentReport,
): Promise<ReportOutcome> {
  const comment = await publishedComment(tx, act);
  if (comment === undefined) return { outcome: 'not_found' };
  const presented = await writerOfToken(tx, act.presentedToken, act.now);
  const writer = presented ?? (await newWriter(tx, freshToken, act.now));
  await tx
    .insertInto('reports')
    .values({ comment: act.id, writer, reason, created: act.now })
    .onConflict((conflict) => conflict.columns(['comment', 'writer']).doNothing())
    .execute();
  return { outcome: 'done', slug: comment.slug, issueToken: presented === undefined };
}
