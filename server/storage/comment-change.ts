import type { Kysely, Transaction } from 'kysely';
import type { Database } from './database.ts';
import type { ChangeQuery, CommentChange, CommentChanges } from './port.ts';
import { positionAfter } from './position.ts';

/**
 * Moves the versions that caches go by; with a comment, those who follow the article's conversation are
 * told of it. To be called once the comment stands as it is to be told.
 */
export async function recordChange(
  tx: Transaction<Database>,
  article: string,
  comment: string | undefined,
): Promise<void> {
  const { comments_version: version } = await tx
    .updateTable('articles')
    .set((eb) => ({ comments_version: eb('comments_version', '+', 1) }))
    .where('id', '=', article)
    .returning('comments_version')
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('site')
    .set((eb) => ({ comments_version: eb('comments_version', '+', 1) }))
    .execute();
  if (comment === undefined) return;
  await tx.updateTable('comments').set({ changed: version }).where('id', '=', comment).execute();
  await tx
    .updateTable('comments')
    .set({ appeared: version })
    .where('id', '=', comment)
    .where('state', '=', 'published')
    .where('appeared', 'is', null)
    .execute();
}

/** See CommentStorage.commentChanges. */
export async function commentChanges(
  read: Kysely<Database>,
  slug: string,
  { now, after, limit }: ChangeQuery,
): Promise<CommentChanges | undefined> {
  const article = await followed(read, now)
    .select(['articles.id', 'articles.comments_version', 'articles.comment_count'])
    .where('articles.slug', '=', slug)
    .executeTakeFirst();
  if (article === undefined) return undefined;
  const version = article.comments_version;
  const rows = await read
    .selectFrom('comments')
    .select(['id', 'root', 'state', 'appeared', 'changed'])
    .where('article', '=', article.id)
    .where('changed', '>', after)
    // What has come since the version was read belongs to the next answer.
    .where('changed', '<=', version)
    // Never shown, and so nothing to anybody.
    .where('appeared', 'is not', null)
    .orderBy('changed')
    .limit(limit)
    .execute();
  const changes = rows.map(({ id, root, state, appeared, changed }): CommentChange => {
    const type = state !== 'published' ? 'removed' : (appeared ?? 0) > after ? 'new' : 'changed';
    return { type, id, rootId: root ?? id, version: changed ?? version };
  });
  return { version, total: article.comment_count, changes };
}

/** See CommentStorage.commentVersions. */
export async function commentVersions(
  read: Kysely<Database>,
  slugs: readonly string[],
  now: number,
): Promise<Map<string, number>> {
  const [first] = slugs;
  if (first === undefined) return new Map();
  // Filled up to a power of two: every length would be a statement of its own, to be prepared and remembered.
  const filled = 2 ** Math.ceil(Math.log2(slugs.length)) - slugs.length;
  const rows = await followed(read, now)
    .select(['articles.slug', 'articles.comments_version'])
    .where('articles.slug', 'in', [...slugs, ...new Array<string>(filled).fill(first)])
    .execute();
  return new Map(rows.map(({ slug, comments_version: version }) => [slug, version]));
}

/** Articles whose conversation can be read. */
const followed = (read: Kysely<Database>, now: number) =>
  read
    .selectFrom('articles')
    .where('articles.withdrawn', '=', 0)
    .where('articles.position', '<', positionAfter(now))
    .where('articles.comments_state', '<>', 'hidden');
