/** All that is fetched when a reader comes near to writing; see writing-code.ts. */
export { OwnComments } from './own-comments.tsx';
export { sendComment } from './send-comment.ts';
export { SentLine } from './sent-line.tsx';
export { WritingTools } from './writing-tools.tsx';
