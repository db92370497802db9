export { CommentsSection } from './comments-section.tsx';
export { RefusedComment } from './refused-comment.tsx';
export { commentListQuery } from './comment-queries.ts';
