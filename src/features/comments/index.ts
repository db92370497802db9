export { CommentsSection } from './comments-section.tsx';
export { commentsPlace, loadComments } from './comments-place.ts';
export { commentCache } from './listed-comments.ts';
export { RefusedComment } from './refused-comment.tsx';
export { UnsentComments } from './unsent-comments.tsx';
