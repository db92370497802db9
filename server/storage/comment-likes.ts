import type { Transaction } from 'kysely';
import { recordChange } from './comment-change.ts';
import type { Database } from './database.ts';
import type { CommentAct, FirstAct, LikeOutcome } from './port.ts';
import { publishedComment } from './published-comment.ts';
import { newWriter, writerOfToken } from './writer-sessions.ts';

type Tx = Transaction<Database>;

/** See CommentStorage.likeComment. */
export async function likeComment(tx: Tx, { freshToken, ...act }: FirstAct): Promise<LikeOutcome> {
  const comment = await publishedComment(tx, act);
  if (comment === undefined) return { outcome: 'not_found' };
  const presented = await writerOfToken(tx, act.presentedToken, act.now);
  const writer = presented ?? (await newWriter(tx, freshToken, act.now));
  const liked = presented !== undefined && (await likes(tx, act.id, presented));
  if (!liked) {
    await tx.insertInto('likes').values({ comment: act.id, writer, created: act.now }).execute();
    await countLike(tx, act.id, comment.article, 1);
  }
  return {
    outcome: 'done',
    slug: comment.slug,
    likes: { count: comment.like_count + (liked ? 0 : 1), mine: true },
    issueToken: presented === undefined,
  };
}

/** See CommentStorage.unlikeComment. */
export async function unlikeComment(tx: Tx, act: CommentAct): Promise<LikeOutcome> {
  const comment = await publishedComment(tx, act);
  if (comment === undefined) return { outcome: 'not_found' };
  const writer = await writerOfToken(tx, act.presentedToken, act.now);
  const liked = writer !== undefined && (await likes(tx, act.id, writer));
  if (liked) {
    await tx.deleteFrom('likes').where('comment', '=', act.id).where('writer', '=', writer).execute();
    await countLike(tx, act.id, comment.article, -1);
  }
  return {
    outcome: 'done',
    slug: comment.slug,
    likes: { count: comment.like_count - (liked ? 1 : 0), mine: false },
    issueToken: false,
  };
}

async function likes(tx: Tx, comment: string, writer: string): Promise<boolean> {
  const row = await tx
    .selectFrom('likes')
    .select('writer')
    .where('comment', '=', comment)
    .where('writer', '=', writer)
    .executeTakeFirst();
  return row !== undefined;
}

/** Keeps the count at the comment equal to its rows: whoever writes is alone. */
async function countLike(tx: Tx, comment: string, article: string, by: 1 | -1): Promise<void> {
  await tx
    .updateTable('comments')
    .set((eb) => ({ like_count: eb('like_count', '+', by) }))
    .where('id', '=', comment)
    .execute();
  await recordChange(tx, article, undefined);
}
