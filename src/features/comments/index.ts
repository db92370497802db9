export { CommentsSection } from './comments-section.tsx';
export { commentListQuery } from './comment-queries.ts';
