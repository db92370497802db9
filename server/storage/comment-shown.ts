import { type Expression, expressionBuilder, type Kysely, type SqlBool } from 'kysely';
import type { Comment } from '#contract/comment';
import { limits } from '#contract/limits';
import { commentColumns, commentOf, type CommentRow } from './comment-row.ts';
import type { Database } from './database.ts';
import { positionAfter } from './position.ts';

/**
 * What of a conversation everybody sees: published comments, and the place of one that was removed or is
 * held again as long as published ones stand below it, at whatever depth.
 */
export function isShown(table: Tables): Expression<SqlBool> {
  const eb = expressionBuilder<Record<Tables, Database['comments']>, Tables>();
  return eb.or([eb(`${table}.state`, '=', 'published'), eb(`${table}.reply_count`, '>', 0)]);
}
type Tables = 'comments' | 'some';

/** The first shown descendants of each of `tops`, oldest first, in one query for the page. */
export async function firstReplies(
  read: Kysely<Database>,
  tops: readonly CommentRow[],
): Promise<Map<string, Comment[]>> {
  const answered = tops.filter(({ reply_count }) => reply_count > 0).map(({ id }) => id);
  const replies = new Map(answered.map((id): [string, Comment[]] => [id, []]));
  if (answered.length === 0) return replies;
  const rows = await read
    .selectFrom('comments as top')
    .innerJoin('comments', 'comments.root', 'top.id')
    .select(commentColumns)
    .where('top.id', 'in', answered)
    .where(isShown('comments'))
    // Up to the last one wanted of this branch, so that a branch of thousands is not read to its end.
    .where('comments.position', '<=', (eb) =>
      eb.fn.coalesce(
        eb
          .selectFrom('comments as some')
          .select('some.position')
          .whereRef('some.root', '=', 'top.id')
          .where(isShown('some'))
          .orderBy('some.position')
          .limit(1)
          .offset(limits.inlineReplies - 1),
        eb.lit(Number.MAX_SAFE_INTEGER),
      ),
    )
    .orderBy('comments.position')
    .execute();
  for (const row of rows) replies.get(row.root ?? '')?.push(commentOf(row, []));
  return replies;
}

/** The row of a shown comment and its article's slug. */
export async function shownComment(read: Kysely<Database>, id: string, now: number) {
  return read
    .selectFrom('comments')
    .innerJoin('articles', 'articles.id', 'comments.article')
    .select(commentColumns)
    .select('articles.slug')
    .where('comments.id', '=', id)
    .where(isShown('comments'))
    .where('articles.position', '<', positionAfter(now))
    .where('articles.withdrawn', '=', 0)
    .where('articles.comments_state', '<>', 'hidden')
    .executeTakeFirst();
}
