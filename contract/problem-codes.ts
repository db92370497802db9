/**
 * Every way a call can fail, with its status. The list is closed: readers' words for each stand in
 * the locales (`problems` namespace), and a code without words fails the gate.
 */
export const problemStatus = {
  invalid_request: 400,
  cursor_invalid: 400,
  login_required: 401,
  comments_closed: 403,
  forbidden: 403,
  edit_window_closed: 403,
  not_found: 404,
  method_not_allowed: 405,
  in_progress: 409,
  too_large: 413,
  unsupported_media_type: 415,
  validation_failed: 422,
  parent_invalid: 422,
  idempotency_mismatch: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
  storage_full: 507,
} as const;

export type ProblemCode = keyof typeof problemStatus;

/** Whether `code` is one of the closed list. */
export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problemStatus, code);

/** What can be wrong with one field of a body; `withdrawn` stands on `slug` where an article was taken back. */
export const fieldCodes = [
  'required',
  'unknown',
  'wrong_type',
  'too_long',
  'malformed',
  'reserved',
  'invalid',
  'withdrawn',
] as const;
export type FieldCode = (typeof fieldCodes)[number];
