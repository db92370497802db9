import * as v from 'valibot';
import { limits } from './limits.ts';
import { checkText, type TextKind } from './text/plain-text.ts';

const Time = v.pipe(v.string(), v.isoTimestamp());

const commentStates = ['published', 'pending', 'removed'] as const;
/** In which top-level comments can be asked for; each kind of cursor belongs to one. */
export const commentOrders = ['newest', 'oldest', 'liked'] as const;
export type CommentOrder = (typeof commentOrders)[number];

export interface Comment {
  id: string;
  articleId: string;
  /** The comment answered; absent on a top-level comment. */
  parentId?: string | undefined;
  author: { name: string; staff: boolean };
  /** Plain text, exactly as written (see text/plain-text.ts for the published list of what is taken out). */
  text: string;
  createdAt: string;
  editedAt?: string | undefined;
  /** Of one that is not published, and stands here for the published ones below it, name and text are empty. */
  state: (typeof commentStates)[number];
  likes: { count: number };
  /** Of a top-level comment: its descendants, flat, oldest first, the first `limits.inlineReplies`, place-holders among them. */
  replies: Comment[];
  /** All published descendants; no place-holders. */
  replyCount: number;
}

/** A comment as everybody reads it. */
export const Comment: v.GenericSchema<Comment> = v.object({
  id: v.string(),
  articleId: v.string(),
  parentId: v.optional(v.string()),
  author: v.object({ name: v.string(), staff: v.boolean() }),
  text: v.string(),
  createdAt: Time,
  editedAt: v.optional(Time),
  state: v.picklist(commentStates),
  likes: v.object({ count: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  replies: v.array(v.lazy((): v.GenericSchema<Comment> => Comment)),
  replyCount: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

/** One page of an article's top-level comments. */
export const CommentPage = v.object({
  items: v.array(Comment),
  nextCursor: v.nullable(v.string()),
  /** Published comments with replies; no place-holders, none pending. */
  total: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export type CommentPage = v.InferOutput<typeof CommentPage>;

/** One page of what stands below a comment, oldest first. */
export const ReplyPage = v.object({ items: v.array(Comment), nextCursor: v.nullable(v.string()) });
export type ReplyPage = v.InferOutput<typeof ReplyPage>;

/** A comment and where it stands. */
export const LocatedComment = v.object({
  comment: Comment,
  articleSlug: v.string(),
  /** The top-level comment of its branch; its own id where it is one. */
  rootId: v.string(),
});
export type LocatedComment = v.InferOutput<typeof LocatedComment>;

/** Plain text within a limit, cleaned as promise 4 says; its failure is a FieldCode. */
const writtenText = (kind: TextKind) =>
  v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const checked = checkText(dataset.value, kind);
      if (!checked.ok) {
        addIssue({ message: checked.code });
        return NEVER;
      }
      return checked.text;
    }),
  );

/** What a reader sends. Unknown members are refused. */
export const CommentDraft = v.strictObject({
  author: v.strictObject({ name: writtenText('name') }),
  text: writtenText('comment'),
  parentId: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(limits.query))),
});
/** The fields of the plain form; `lang` is the interface language of its page. */
export const CommentForm = v.object({
  name: v.string(),
  text: v.string(),
  parentId: v.optional(v.string()),
  lang: v.optional(v.string()),
});

/** New words for a comment of one's own; its text keeps the rules of the first. */
export const CommentEdit = v.strictObject({ text: writtenText('comment') });

/** How many like a comment, and whether the browser that asks does. */
export const Likes = v.object({ count: v.pipe(v.number(), v.integer(), v.minValue(0)), mine: v.boolean() });
export type Likes = v.InferOutput<typeof Likes>;
/** The field of the plain form: `undo`, with anything in it, takes a like back. */
export const LikeForm = v.object({ undo: v.optional(v.string()) });

/** Why a comment should be looked at, in the reader's own words. */
export const CommentReport = v.strictObject({ reason: writtenText('reason') });
/** The fields of the plain form; `lang` is the interface language of its page. */
export const ReportForm = v.object({ reason: v.string(), lang: v.optional(v.string()) });

/** What this browser likes of an article's comments, and what it may still do to its own. */
export const Mine = v.object({
  comments: v.record(
    v.string(),
    v.object({
      liked: v.boolean(),
      can: v.object({
        edit: v.boolean(),
        delete: v.boolean(),
        /** Until when, by the server's clock, where it can do either. */
        until: v.optional(Time),
      }),
    }),
  ),
});
export type Mine = v.InferOutput<typeof Mine>;

/** As sent. */
export type CommentDraft = v.InferInput<typeof CommentDraft>;
/** As kept. */
export type CheckedDraft = v.InferOutput<typeof CommentDraft>;
