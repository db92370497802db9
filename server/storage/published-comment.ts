import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import type { CommentAct } from './port.ts';
import { positionAfter } from './position.ts';

/** The comment that anybody may like or report: published, under an article that shows its comments. */
export function publishedComment(db: Kysely<Database>, { id, now }: Pick<CommentAct, 'id' | 'now'>) {
  return db
    .selectFrom('comments')
    .innerJoin('articles', 'articles.id', 'comments.article')
    .select(['comments.article', 'comments.like_count', 'articles.slug'])
    .where('comments.id', '=', id)
    .where('comments.state', '=', 'published')
    .where('articles.position', '<', positionAfter(now))
    .where('articles.withdrawn', '=', 0)
    .where('articles.comments_state', '<>', 'hidden')
    .executeTakeFirst();
}
