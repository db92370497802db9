import type { Comment } from '#contract/comment';

/** A published comment for unit tests, its text its id. */
export const commentOf = (id: string, changes: Partial<Comment> = {}): Comment => ({
  id,
  articleId: 'article',
  author: { name: 'Sara', staff: false },
  text: id,
  createdAt: '2026-11-23T12:00:00Z',
  state: 'published',
  likes: { count: 0 },
  replies: [],
  replyCount: 0,
  ...changes,
});
