import * as v from 'valibot';
import { fieldCodes, isProblemCode, problemStatus } from './problem-codes.ts';

/** What is wrong with one member of a body. */
export const FieldError = v.object({
  /** Dotted path from the body's root, as `author.name`. */
  field: v.string(),
  code: v.picklist(fieldCodes),
});
export type FieldError = v.InferOutput<typeof FieldError>;

/** RFC 9457 problem details, as `application/problem+json`. */
export const Problem = v.object({
  type: v.string(),
  /** English, for the log and the terminal; readers are shown the locale's words for `code`. */
  title: v.string(),
  status: v.number(),
  code: v.picklist(Object.keys(problemStatus).filter(isProblemCode)),
  detail: v.optional(v.string()),
  errors: v.optional(v.array(FieldError)),
  /** Seconds until another try can succeed; equal to the header Retry-After. */
  retryAfter: v.optional(v.number()),
});
export type Problem = v.InferOutput<typeof Problem>;
