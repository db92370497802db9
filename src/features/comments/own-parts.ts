/** What is shown at a comment of this browser, fetched where there is one. */
export { CommentEditor as Editor } from './comment-editor.tsx';
export { OwnActions as Actions } from './own-actions.tsx';
