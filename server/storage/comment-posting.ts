import type { Transaction } from 'kysely';
import type { Comment } from '#contract/comment';
import { limits } from '#contract/limits';
import { recordChange } from './comment-change.ts';
import { countComment } from './comment-counts.ts';
import type { Database } from './database.ts';
import type { CommentPost, PostOutcome } from './port.ts';
import { articleOfPost, isSamePost, keptPost } from './kept-post.ts';
import { freePosition } from './position.ts';
import { newWriter, openWriterSession, writerOfToken } from './writer-sessions.ts';

type Tx = Transaction<Database>;

const day = 24 * 60 * 60 * 1000;

/** Keeps a comment, or finds that it was kept before; all of it within the caller's transaction. */
export async function postComment(tx: Tx, post: CommentPost): Promise<PostOutcome> {
  const article = await articleOfPost(tx, post);
  if (article === undefined) return { outcome: 'not_found' };
  const presented = await writerOfToken(tx, post.presentedToken, post.now);

  // Before anything that could refuse: what was accepted once stays accepted.
  const parties = { article: article.id, writer: presented };
  const before = await keptPost(tx, post, parties);
  if (before !== undefined) {
    return isSamePost(before, post, parties)
      ? repeated(tx, post, before, presented)
      : { outcome: 'idempotency_mismatch' };
  }

  if (article.comments_state !== 'open') return { outcome: 'comments_closed' };
  const parent = post.parentId === undefined ? null : await publishedParent(tx, post.parentId, article.id);
  if (parent === undefined) return { outcome: 'parent_invalid' };

  const writer = presented ?? (await newWriter(tx, post.freshToken, post.now));
  await tx
    .insertInto('comments')
    .values({
      position: await freePosition(tx, 'comments', post.now),
      id: post.id,
      article: article.id,
      parent: parent?.id ?? null,
      root: parent === null ? null : (parent.root ?? parent.id),
      writer,
      author_name: post.author.name,
      staff: post.author.staff ? 1 : 0,
      state: post.state,
      first_state: post.state,
      created: post.now,
      like_count: 0,
      reply_count: 0,
      appeared: null,
      changed: null,
      fingerprint: post.fingerprint,
      address_hash: post.addressHash,
      text: post.text,
    })
    .execute();
  if (post.key !== undefined) await rememberKey(tx, post, post.key, article.id);
  if (post.state === 'published') {
    await countComment(tx, { article: article.id, parent: parent?.id ?? null }, 1);
    await recordChange(tx, article.id, post.id);
  }
  return {
    outcome: 'posted',
    comment: firstAnswer(post, {
      id: post.id,
      article: article.id,
      staff: post.author.staff ? 1 : 0,
      first_state: post.state,
      created: post.now,
    }),
    issueToken: presented === undefined,
  };
}

interface KeptComment {
  id: string;
  article: string;
  staff: number;
  first_state: Comment['state'];
  created: number;
}

/**
 * The comment as its writer was or is told of it first. Name and text are the post's own: a repetition
 * has the same fingerprint, so they are the same, whatever was edited or removed since.
 */
function firstAnswer(post: CommentPost, kept: KeptComment): Comment {
  return {
    id: kept.id,
    articleId: kept.article,
    ...(post.parentId !== undefined && { parentId: post.parentId }),
    author: { name: post.author.name, staff: kept.staff === 1 },
    text: post.text,
    createdAt: new Date(kept.created).toISOString(),
    state: kept.first_state,
    likes: { count: 0 },
    replies: [],
    replyCount: 0,
  };
}

/** The first answer again. A form's shared address proves nothing, so a form never gives a token. */
async function repeated(
  tx: Tx,
  post: CommentPost,
  kept: KeptComment & { writer: string },
  presented: string | undefined,
): Promise<PostOutcome> {
  const comment = firstAnswer(post, kept);
  if (post.key === undefined) return { outcome: 'repeated', comment, issueToken: false };
  // Only the one who wrote it knows the key: a lost answer must not cost the right to edit.
  if (presented === undefined) await openWriterSession(tx, post.freshToken, kept.writer, post.now);
  else if (presented !== kept.writer) {
    await tx.updateTable('comments').set({ writer: presented }).where('id', '=', kept.id).execute();
  }
  return { outcome: 'repeated', comment, issueToken: presented === undefined };
}

async function publishedParent(tx: Tx, id: string, article: string) {
  return tx
    .selectFrom('comments')
    .select(['id', 'root'])
    .where('id', '=', id)
    .where('article', '=', article)
    .where('state', '=', 'published')
    .executeTakeFirst();
}

async function rememberKey(tx: Tx, { id, fingerprint, now }: CommentPost, key: string, article: string) {
  await tx
    .insertInto('idempotency_keys')
    .values({ key, fingerprint, article, comment: id, created: now })
    .execute();
  await tx
    .deleteFrom('idempotency_keys')
    .where('created', '<', now - limits.idempotencyDays * day)
    .execute();
}
