import { readStored } from '#platform/local-store.ts';

/** Where the unsent text of a box is kept: one item for each article, and for each comment answered. */
export const draftKey = (slug: string, parentId: string | undefined) =>
  parentId === undefined ? `riwaq.draft.${slug}` : `riwaq.draft.${slug}.${parentId}`;

/** Whether an unsent answer to a comment is kept; told without the code that reads it. */
export const isReplyKept = (slug: string, id: string) => readStored(draftKey(slug, id)) !== undefined;
