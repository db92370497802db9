import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Comment } from '#contract/comment';
import { limits } from '#contract/limits';
import type { Database } from './database.ts';
import type { CommentPost, PostOutcome } from './port.ts';
import { freePosition, positionAfter } from './position.ts';
import { openWriterSession, writerOfToken } from './writer-sessions.ts';

type Tx = Transaction<Database>;

const day = 24 * 60 * 60 * 1000;
const minute = 60 * 1000;

/** What a repeated post is answered from. */
const keptColumns = [
  'comments.id',
  'comments.article',
  'comments.writer',
  'comments.staff',
  'comments.first_state',
  'comments.created',
] as const;

/** Keeps a comment, or finds that it was kept before; all of it within the caller's transaction. */
export async function postComment(tx: Tx, post: CommentPost): Promise<PostOutcome> {
  const article = await tx
    .selectFrom('articles')
    .select(['id', 'comments_state'])
    .where('slug', '=', post.slug)
    .where('withdrawn', '=', 0)
    .where('position', '<', positionAfter(post.now))
    .executeTakeFirst();
  if (article === undefined) return { outcome: 'not_found' };
  const presented = await writerOfToken(tx, post.presentedToken, post.now);

  // Before anything that could refuse: what was accepted once stays accepted.
  const repeated =
    post.key === undefined
      ? await repeatedForm(tx, post, article.id, presented)
      : await repeatedKey(tx, post, post.key, article.id, presented);
  if (repeated !== undefined) return repeated;

  if (article.comments_state !== 'open') return { outcome: 'comments_closed' };
  const parent = post.parentId === undefined ? null : await publishedParent(tx, post.parentId, article.id);
  if (parent === undefined) return { outcome: 'parent_invalid' };

  const writer = presented ?? (await newWriter(tx, post));
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
      fingerprint: post.fingerprint,
      address_hash: post.addressHash,
      text: post.text,
    })
    .execute();
  if (post.key !== undefined) await rememberKey(tx, post, post.key, article.id);
  if (post.state === 'published') await countComment(tx, article.id, parent?.id);
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

/**
 * The comment as its writer was or is told of it first. Name and text are the post's own: a repetition
 * has the same fingerprint, so they are the same, whatever was edited or removed since.
 */
function firstAnswer(
  post: CommentPost,
  kept: { id: string; article: string; staff: number; first_state: Comment['state']; created: number },
): Comment {
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

/** The answer to a key that was seen before. */
async function repeatedKey(
  tx: Tx,
  post: CommentPost,
  key: string,
  article: string,
  presented: string | undefined,
): Promise<PostOutcome | undefined> {
  const kept = await tx
    .selectFrom('idempotency_keys')
    .innerJoin('comments', 'comments.id', 'idempotency_keys.comment')
    .select(keptColumns)
    .select('idempotency_keys.fingerprint')
    .where('idempotency_keys.key', '=', key)
    .executeTakeFirst();
  if (kept === undefined) return undefined;
  if (kept.fingerprint !== post.fingerprint || kept.article !== article)
    return { outcome: 'idempotency_mismatch' };
  // Only the one who wrote it knows the key: a lost answer must not cost the right to edit.
  if (presented === undefined) await openWriterSession(tx, post.freshToken, kept.writer, post.now);
  else if (presented !== kept.writer) {
    await tx.updateTable('comments').set({ writer: presented }).where('id', '=', kept.id).execute();
  }
  return { outcome: 'repeated', comment: firstAnswer(post, kept), issueToken: presented === undefined };
}

/** The answer to a plain form sent twice. A shared address proves nothing, so it never gives a token. */
async function repeatedForm(
  tx: Tx,
  post: CommentPost,
  article: string,
  presented: string | undefined,
): Promise<PostOutcome | undefined> {
  const candidates = await tx
    .selectFrom('comments')
    .select(keptColumns)
    .where('comments.fingerprint', '=', post.fingerprint)
    .where('comments.article', '=', article)
    .where('comments.created', '>=', post.now - limits.formRepeatMinutes * minute)
    .where((eb) =>
      eb.or([
        eb('comments.address_hash', '=', post.addressHash),
        ...(presented === undefined ? [] : [eb('comments.writer', '=', presented)]),
      ]),
    )
    .orderBy('comments.position')
    .execute();
  const kept = candidates.find(({ writer }) => writer === presented) ?? candidates[0];
  if (kept === undefined) return undefined;
  return { outcome: 'repeated', comment: firstAnswer(post, kept), issueToken: false };
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

async function newWriter(tx: Tx, { freshToken, now }: CommentPost): Promise<string> {
  const id = randomUUID();
  await tx.insertInto('writers').values({ id, created: now }).execute();
  await openWriterSession(tx, freshToken, id, now);
  return id;
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

/** Counts a published comment at its article, at all it answers, and in the versions caches go by. */
async function countComment(tx: Tx, article: string, parent: string | undefined) {
  await tx
    .updateTable('articles')
    .set((eb) => ({
      comment_count: eb('comment_count', '+', 1),
      comments_version: eb('comments_version', '+', 1),
    }))
    .where('id', '=', article)
    .execute();
  await tx
    .updateTable('site')
    .set((eb) => ({ comments_version: eb('comments_version', '+', 1) }))
    .execute();
  if (parent === undefined) return;
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
    .set((eb) => ({ reply_count: eb('reply_count', '+', 1) }))
    .where('id', 'in', (eb) => eb.selectFrom('answered').select('answered.id'))
    .execute();
}
