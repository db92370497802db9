import type { Kysely } from 'kysely';
import type { Mine } from '#contract/comment';
import { limits } from '#contract/limits';
import { editWindowEnd } from '../domain/comment-policy.ts';
import type { Database } from './database.ts';
import { articleOfPost } from './kept-post.ts';
import type { CommentAct } from './port.ts';
import { positionAfter } from './position.ts';
import { writerOfToken } from './writer-sessions.ts';

/** See CommentStorage.ownComments. */
export async function ownComments(
  db: Kysely<Database>,
  slug: string,
  { presentedToken, now }: Omit<CommentAct, 'id'>,
): Promise<Mine | undefined> {
  const article = await articleOfPost(db, { slug, now });
  if (article === undefined) return undefined;
  const writer = await writerOfToken(db, presentedToken, now);
  if (writer === undefined || article.comments_state === 'hidden') return { comments: {} };
  const since = now - limits.editWindowMinutes * 60_000;
  const written = await db
    .selectFrom('comments')
    .select(['id', 'created'])
    .where('writer', '=', writer)
    .where('article', '=', article.id)
    .where('state', '<>', 'removed')
    .where('created', '>', since)
    // The same once more, for the index: of one who has written for years only the last minutes are read.
    .where('position', '>=', positionAfter(since))
    .orderBy('position')
    .execute();
  const liked = await db
    .selectFrom('likes')
    .innerJoin('comments', 'comments.id', 'likes.comment')
    .select('comments.id')
    .where('likes.writer', '=', writer)
    .where('comments.article', '=', article.id)
    .where('comments.state', '=', 'published')
    .orderBy('comments.position')
    .execute();
  const likes = new Set(liked.map(({ id }) => id));
  const own = written.map(({ id, created }): [string, Mine['comments'][string]] => {
    const until = new Date(editWindowEnd(created)).toISOString();
    return [id, { liked: likes.delete(id), can: { edit: true, delete: true, until } }];
  });
  const others = [...likes].map((id): [string, Mine['comments'][string]] => [
    id,
    { liked: true, can: { edit: false, delete: false } },
  ]);
  return { comments: Object.fromEntries([...own, ...others]) };
}
