export { CommentsSection } from './comments-section.tsx';
export { RefusedComment } from './refused-comment.tsx';
export { commentListQuery, locatedCommentQuery, repliesQuery } from './comment-queries.ts';
