import type { Kysely } from 'kysely';
import type { Comment } from '#contract/comment';
import { commentChanges, commentVersions } from './comment-change.ts';
import { postComment } from './comment-posting.ts';
import { editComment, removeComment } from './comment-editing.ts';
import { likeComment, unlikeComment } from './comment-likes.ts';
import { reportComment } from './comment-reports.ts';
import { commentColumns, commentOf, type CommentRow } from './comment-row.ts';
import { firstReplies, isShown, shownComment } from './comment-shown.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { Database } from './database.ts';
import type { Engine } from './engine.ts';
import { partiesTo, wasPosted } from './kept-post.ts';
import { ownComments } from './own-comments.ts';
import type { CommentQuery, CommentStorage } from './port.ts';
import { positionAfter } from './position.ts';

/** Comments of articles that are public and do not hide them. */
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
      let select = read.selectFrom('comments').select(commentColumns).where(isShown('comments'));
      // A top-level comment's branch has an index; that of a reply is walked down.
      select =
        parent.root === null
          ? select.where('comments.root', '=', id)
          : select.where('comments.id', 'in', descendants(read, id));
      if (after !== undefined) select = select.where('comments.position', '>', after[0] ?? 0);
      if (query.from !== undefined) {
        const first = await select.where('comments.id', '=', query.from).executeTakeFirst();
        if (first === undefined) return undefined;
        select = select.where('comments.position', '>=', first.position);
      }
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

    commentChanges: (slug, query) => commentChanges(read, slug, query),
    commentVersions: (slugs, now) => commentVersions(read, slugs, now),
    partiesTo: (post) => partiesTo(read, post),
    wasPosted: (post) => wasPosted(read, post),
    postComment: (post) => engine.write((tx) => postComment(tx, post)),
    ownComments: (slug, act) => ownComments(read, slug, act),
    editComment: (edit) => engine.write((tx) => editComment(tx, edit)),
    removeComment: (act) => engine.write((tx) => removeComment(tx, act)),
    likeComment: (act) => engine.write((tx) => likeComment(tx, act)),
    unlikeComment: (act) => engine.write((tx) => unlikeComment(tx, act)),
    reportComment: (report) => engine.write((tx) => reportComment(tx, report)),
  };
}

function placeOf(list: readonly string[], { cursor, order }: CommentQuery): number[] | undefined {
  return cursor === undefined ? undefined : readCursor(list, cursor, order === 'liked' ? 2 : 1);
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
    .where(isShown('comments'))
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
