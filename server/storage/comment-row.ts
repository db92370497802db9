import type { Selectable } from 'kysely';
import type { Comment } from '#contract/comment';
import type { Database } from './database.ts';

type Row = Selectable<Database['comments']>;

export const commentColumns = [
  'comments.position',
  'comments.id',
  'comments.article',
  'comments.parent',
  'comments.root',
  'comments.author_name',
  'comments.staff',
  'comments.state',
  'comments.created',
  'comments.edited',
  'comments.like_count',
  'comments.reply_count',
  'comments.text',
] as const;

export type CommentRow = Pick<
  Row,
  | 'position'
  | 'id'
  | 'article'
  | 'parent'
  | 'root'
  | 'author_name'
  | 'staff'
  | 'state'
  | 'created'
  | 'edited'
  | 'like_count'
  | 'reply_count'
  | 'text'
>;

/** A comment for everybody. Of one that is not published only its place is left: no name, no word of it. */
export const commentOf = (row: CommentRow, replies: Comment[]): Comment =>
  row.state === 'published' ? ownComment(row, replies) : ownComment({ ...row, ...blank }, replies);

const blank = { author_name: '', staff: 0, text: '', edited: null };

/** The same for its writer: whole, whatever its state. */
export function ownComment(row: CommentRow, replies: Comment[]): Comment {
  return {
    id: row.id,
    articleId: row.article,
    ...(row.parent !== null && { parentId: row.parent }),
    author: { name: row.author_name, staff: row.staff === 1 },
    text: row.text,
    createdAt: new Date(row.created).toISOString(),
    ...(row.edited !== null && { editedAt: new Date(row.edited).toISOString() }),
    state: row.state,
    likes: { count: row.like_count },
    replies,
    replyCount: row.reply_count,
  };
}
