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

/** A comment for everybody. Of a removed one only its place is left: no name, no word of it. */
export function commentOf(row: CommentRow, replies: Comment[]): Comment {
  const removed = row.state === 'removed';
  return {
    id: row.id,
    articleId: row.article,
    ...(row.parent !== null && { parentId: row.parent }),
    author: { name: removed ? '' : row.author_name, staff: !removed && row.staff === 1 },
    text: removed ? '' : row.text,
    createdAt: new Date(row.created).toISOString(),
    ...(!removed && row.edited !== null && { editedAt: new Date(row.edited).toISOString() }),
    state: row.state,
    likes: { count: row.like_count },
    replies,
    replyCount: row.reply_count,
  };
}
