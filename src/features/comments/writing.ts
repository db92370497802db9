/** All that is fetched when a reader comes near to writing; see writing-code.ts. */
export { OwnComments } from './own-comments.tsx';
export { sendComment } from './send-comment.ts';
export { WritingTools } from './writing-tools.tsx';
