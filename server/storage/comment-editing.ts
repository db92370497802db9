import type { Transaction } from 'kysely';
import type { Comment } from '#contract/comment';
import { editWindowEnd } from '../domain/comment-policy.ts';
import { recordChange } from './comment-change.ts';
import { countComment } from './comment-counts.ts';
import { commentColumns, ownComment } from './comment-row.ts';
import { firstReplies } from './comment-shown.ts';
import type { Database } from './database.ts';
import type { CommentAct, CommentEdit, EditOutcome, RemoveOutcome } from './port.ts';
import { positionAfter } from './position.ts';
import { writerOfToken } from './writer-sessions.ts';

type Tx = Transaction<Database>;

/** See CommentStorage.editComment. */
export async function editComment(tx: Tx, { text, state, ...act }: CommentEdit): Promise<EditOutcome> {
  const before = await changeable(tx, act);
  if (before === 'removed') return { outcome: 'not_found' };
  if (typeof before === 'string') return { outcome: before };
  if (text !== before.text) {
    // What was held stays held: nobody has looked at it yet.
    const held = before.state === 'pending' ? before.state : state;
    await tx
      .insertInto('comment_edits')
      .values({ comment: act.id, text: before.text, edited: act.now })
      .execute();
    await tx
      .updateTable('comments')
      .set({ text, edited: act.now, state: held })
      .where('id', '=', act.id)
      .execute();
    if (before.state === 'published') {
      if (held !== 'published') await countComment(tx, before, -1);
      await recordChange(tx, before.article, act.id);
    }
  }
  const after = await tx
    .selectFrom('comments')
    .select(commentColumns)
    .where('id', '=', act.id)
    .executeTakeFirstOrThrow();
  const replies = after.root === null ? await firstReplies(tx, [after]) : new Map<string, Comment[]>();
  return { outcome: 'done', comment: ownComment(after, replies.get(act.id) ?? []) };
}

/** See CommentStorage.removeComment. */
export async function removeComment(tx: Tx, act: CommentAct): Promise<RemoveOutcome> {
  const before = await changeable(tx, act);
  if (typeof before === 'string') return before;
  await tx
    .updateTable('comments')
    .set({ state: 'removed', removed: act.now })
    .where('id', '=', act.id)
    .execute();
  if (before.state === 'published') await countComment(tx, before, -1);
  // One that is held is seen by nobody, but for its place above published answers.
  if (before.state === 'published' || before.reply_count > 0) await recordChange(tx, before.article, act.id);
  return 'removed';
}

/**
 * The comment that a browser may still change, or why it may not. Strangers learn nothing of one that is
 * not published: to them it is not there.
 */
async function changeable(tx: Tx, { id, presentedToken, now }: CommentAct) {
  const row = await tx
    .selectFrom('comments')
    .innerJoin('articles', 'articles.id', 'comments.article')
    .select([
      'comments.article',
      'comments.parent',
      'comments.writer',
      'comments.state',
      'comments.created',
      'comments.reply_count',
      'comments.text',
    ])
    .where('comments.id', '=', id)
    .where('articles.position', '<', positionAfter(now))
    .where('articles.withdrawn', '=', 0)
    .where('articles.comments_state', '<>', 'hidden')
    .executeTakeFirst();
  if (row === undefined) return 'not_found';
  if (row.writer !== (await writerOfToken(tx, presentedToken, now)))
    return row.state === 'published' ? 'forbidden' : 'not_found';
  if (row.state === 'removed') return 'removed';
  return now < editWindowEnd(row.created) ? row : 'edit_window_closed';
}
