import type { Kysely } from 'kysely';
import { limits } from '#contract/limits';
import type { Database } from './database.ts';
import type { CommentPost, PostParties } from './port.ts';
import { positionAfter } from './position.ts';
import { writerOfToken } from './writer-sessions.ts';

/** Reads alone, or within a transaction. */
type Db = Kysely<Database>;

const minute = 60 * 1000;

/** The article that a post is for, if it is public. */
export function articleOfPost(db: Db, { slug, now }: Pick<CommentPost, 'slug' | 'now'>) {
  return db
    .selectFrom('articles')
    .select(['id', 'comments_state'])
    .where('slug', '=', slug)
    .where('withdrawn', '=', 0)
    .where('position', '<', positionAfter(now))
    .executeTakeFirst();
}

/** See CommentStorage.partiesTo. */
export async function partiesTo(
  db: Db,
  post: Pick<CommentPost, 'slug' | 'presentedToken' | 'now'>,
): Promise<PostParties | undefined> {
  const article = await articleOfPost(db, post);
  if (article === undefined) return undefined;
  return { article: article.id, writer: await writerOfToken(db, post.presentedToken, post.now) };
}

/** See CommentStorage.wasPosted. */
export async function wasPosted(db: Db, post: CommentPost): Promise<boolean> {
  const parties = await partiesTo(db, post);
  if (parties === undefined) return false;
  const kept = await keptPost(db, post, parties);
  return kept !== undefined && isSamePost(kept, post, parties);
}

/** Whether the comment kept under a post's key is of this very post. */
export const isSamePost = (
  kept: { fingerprint: string; article: string },
  post: CommentPost,
  { article }: PostParties,
): boolean => kept.fingerprint === post.fingerprint && kept.article === article;

/** What was kept before under the post's key or, of a plain form, with its content. */
export function keptPost(db: Db, post: CommentPost, parties: PostParties) {
  return post.key === undefined ? keptForm(db, post, parties) : keptByKey(db, post.key);
}

/** What a repeated post is answered from. */
const keptColumns = [
  'comments.id',
  'comments.article',
  'comments.writer',
  'comments.staff',
  'comments.first_state',
  'comments.created',
] as const;

function keptByKey(db: Db, key: string) {
  return db
    .selectFrom('idempotency_keys')
    .innerJoin('comments', 'comments.id', 'idempotency_keys.comment')
    .select(keptColumns)
    .select('idempotency_keys.fingerprint')
    .where('idempotency_keys.key', '=', key)
    .executeTakeFirst();
}

/** The same form by the same writer, else from the same address. */
async function keptForm(db: Db, post: CommentPost, { article, writer }: PostParties) {
  const candidates = await db
    .selectFrom('comments')
    .select(keptColumns)
    .select('comments.fingerprint')
    .where('comments.fingerprint', '=', post.fingerprint)
    .where('comments.article', '=', article)
    .where('comments.created', '>=', post.now - limits.formRepeatMinutes * minute)
    .where((eb) =>
      eb.or([
        eb('comments.address_hash', '=', post.addressHash),
        ...(writer === undefined ? [] : [eb('comments.writer', '=', writer)]),
      ]),
    )
    .orderBy('comments.position')
    .execute();
  return candidates.find((one) => one.writer === writer) ?? candidates[0];
}
