import * as v from 'valibot';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * What became of one comment: the data of an event `comment`, whose id is the version of the article's
 * comments that it made. `new`: shown for the first time; `removed`: of it a place-holder is left at most.
 */
export const CommentEvent = v.object({
  type: v.picklist(['new', 'changed', 'removed']),
  id: v.string(),
  /** The top-level comment of its branch; its own id where it is one. */
  rootId: v.string(),
  /** Published comments of the article when it was told. */
  total: Count,
});
export type CommentEvent = v.InferOutput<typeof CommentEvent>;

/** How the conversation stands once all that was missed is told: the data of an event `hello`. */
export const CommentsHello = v.object({
  version: Count,
  total: Count,
  /** False where more was missed than is told: whoever wants to know reads the list. */
  complete: v.boolean(),
});
export type CommentsHello = v.InferOutput<typeof CommentsHello>;
