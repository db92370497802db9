export { CommentsSection } from './comments-section.tsx';
export { commentListQuery, locatedCommentQuery } from './comment-queries.ts';
