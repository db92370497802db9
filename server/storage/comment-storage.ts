import { type Expression, expressionBuilder, type Kysely, type SqlBool } from 'kysely';
import type { Comment } from '#contract/comment';
import { limits } from '#contract/limits';
import { postComment } from './comment-posting.ts';
import { commentColumns, commentOf, type CommentRow } from './comment-row.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { Database } from './database.ts';
import type { Engine } from './engine.ts';
import { partiesTo, wasPosted } from './kept-post.ts';
import type { CommentQuery, CommentStorage } from './port.ts';
import { positionAfter } from './position.ts';

/**
 * Comments, read. Shown are published ones, and of removed ones the place of a top-level comment that
 * others have answered; under an article that is public and does not hide its comments.
 */
export function commentStorage(engine: Engine): CommentStorage {
  const { read } = engine;

  return {
    async listComments(slug, query) {
      const article = await read
        .selectFrom('articles')
        .select(['id', 'comments_state', 'comment_count'])
        .where('slug', '=', slug)
        .where('withdrawn', '=', 0)
        .where('position', '<', positionAfter(query.now))
        .executeTakeFirst();
      if (article === undefined) return undefined;
      const list = ['comments', article.id, query.order];
      const hidden = article.comments_state === 'hidden';
      const after = placeOf(list, query);
      const rows = hidden ? [] : await topLevel(read, article.id, query, after);
      const page = rows.slice(0, query.limit);
      const replies = await firstReplies(read, page);
      const last = page.at(-1);
      return {
        items: page.map((row) => commentOf(row, replies.get(row.id) ?? [])),
        nextCursor:
          rows.length > query.limit && last !== undefined
            ? writeCursor(list, query.order === 'liked' ? [last.like_count, last.position] : [last.position])
            : null,
        total: hidden ? 0 : article.comment_count,
      };
    },

    async listReplies(id, query) {
      const parent = await shownComment(read, id, query.now);
      if (parent === undefined) return undefined;
      const list = ['replies', id];
      const after = query.cursor === undefined ? undefined : readCursor(list, query.cursor, 1);
      let select = read
        .selectFrom('comments')
        .select(commentColumns)
        .where('comments.state', '=', 'published');
      // A top-level comment's branch has an index; that of a reply is walked down.
      select =
        parent.root === null
          ? select.where('comments.root', '=', id)
          : select.where('comments.id', 'in', descendants(read, id));
      if (after !== undefined) select = select.where('comments.position', '>', after[0] ?? 0);
      const rows = await select
        .orderBy('comments.position')
        .limit(query.limit + 1)
        .execute();
      const page = rows.slice(0, query.limit);
      const last = page.at(-1);
      return {
        items: page.map((row) => commentOf(row, [])),
        nextCursor:
          rows.length > query.limit && last !== undefined ? writeCursor(list, [last.position]) : null,
      };
    },

    async getComment(id, now) {
      const row = await shownComment(read, id, now);
      if (row === undefined) return undefined;
      const replies = row.root === null ? await firstReplies(read, [row]) : new Map<string, Comment[]>();
      return {
        comment: commentOf(row, replies.get(id) ?? []),
        articleSlug: row.slug,
        rootId: row.root ?? id,
      };
    },

    async commentState(slug, id) {
      const row = await read
        .selectFrom('comments')
        .innerJoin('articles', 'articles.id', 'comments.article')
        .select('comments.state')
        .where('comments.id', '=', id)
        .where('articles.slug', '=', slug)
        .executeTakeFirst();
      return row?.state === 'removed' ? undefined : row?.state;
    },

    partiesTo: (post) => partiesTo(read, post),
    wasPosted: (post) => wasPosted(read, post),
    postComment: (post) => engine.write((tx) => postComment(tx, post)),
  };
}

function placeOf(list: readonly string[], { cursor, order }: CommentQuery): number[] | undefined {
  return cursor === undefined ? undefined : readCursor(list, cursor, order === 'liked' ? 2 : 1);
}

/** Published, or removed with its place kept for the answers below it. */
function isShown(): Expression<SqlBool> {
  const eb = expressionBuilder<Database, 'comments'>();
  return eb.or([
    eb('comments.state', '=', 'published'),
    eb.and([
      eb('comments.state', '=', 'removed'),
      eb('comments.parent', 'is', null),
      eb('comments.reply_count', '>', 0),
    ]),
  ]);
}

/** One row more than the page holds. */
function topLevel(
  read: Kysely<Database>,
  article: string,
  { order, limit }: CommentQuery,
  after: readonly number[] | undefined,
): Promise<CommentRow[]> {
  const select = read
    .selectFrom('comments')
    .select(commentColumns)
    .where('comments.article', '=', article)
    .where('comments.parent', 'is', null)
    .where(isShown())
    .limit(limit + 1);
  const [first = 0, second = 0] = after ?? [];
  if (order === 'liked') {
    const sorted = select.orderBy('comments.like_count', 'desc').orderBy('comments.position', 'desc');
    return after === undefined
      ? sorted.execute()
      : sorted
          .where((eb) =>
            eb(eb.refTuple('comments.like_count', 'comments.position'), '<', eb.tuple(first, second)),
          )
          .execute();
  }
  const sorted = select.orderBy('comments.position', order === 'newest' ? 'desc' : 'asc');
  return after === undefined
    ? sorted.execute()
    : sorted.where('comments.position', order === 'newest' ? '<' : '>', first).execute();
}

/** The first published descendants of each of `tops`, oldest first, in one query for the page. */
async function firstReplies(
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
    .where('comments.state', '=', 'published')
    // Up to the last one wanted of this branch, so that a branch of thousands is not read to its end.
    .where('comments.position', '<=', (eb) =>
      eb.fn.coalesce(
        eb
          .selectFrom('comments as some')
          .select('some.position')
          .whereRef('some.root', '=', 'top.id')
          .where('some.state', '=', 'published')
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

/** Ids of all that answers `id`, and of what answers these. */
function descendants(read: Kysely<Database>, id: string) {
  return read
    .withRecursive('branch', (db) =>
      db
        .selectFrom('comments as child')
        .select('child.id')
        .where('child.parent', '=', id)
        .unionAll(
          db
            .selectFrom('branch')
            .innerJoin('comments as child', 'child.parent', 'branch.id')
            .select('child.id'),
        ),
    )
    .selectFrom('branch')
    .select('branch.id');
}

async function shownComment(read: Kysely<Database>, id: string, now: number) {
  return read
    .selectFrom('comments')
    .innerJoin('articles', 'articles.id', 'comments.article')
    .select(commentColumns)
    .select('articles.slug')
    .where('comments.id', '=', id)
    .where(isShown())
    .where('articles.position', '<', positionAfter(now))
    .where('articles.withdrawn', '=', 0)
    .where('articles.comments_state', '<>', 'hidden')
    .executeTakeFirst();
}
