import type { Context } from 'hono';
import { problemStatus, type ProblemCode } from '#contract/problem-codes';
import type { FieldError, Problem } from '#contract/problem';
import { problemType } from '#contract/problem-type';
import { CursorError, StorageError } from '../storage/port.ts';
import { send } from './every-answer.ts';

interface Details {
  detail?: string;
  errors?: FieldError[];
  /** Seconds. */
  retryAfter?: number;
}

/** A call that fails with a code of the contract. */
export class Failure extends Error {
  override name = 'Failure';
  readonly problem: Problem;
  constructor(code: ProblemCode, details: Details = {}) {
    super(code);
    this.problem = problemOf(code, details);
  }
}

const titles: Record<ProblemCode, string> = {
  invalid_request: 'The request cannot be understood',
  cursor_invalid: 'The cursor is not of this list',
  login_required: 'A login is required',
  comments_closed: 'Comments on this article are closed',
  forbidden: 'This is not allowed from here',
  edit_window_closed: 'The time for editing has passed',
  not_found: 'Not found',
  method_not_allowed: 'Method not allowed',
  in_progress: 'The same request is still under way',
  too_large: 'The request is too large',
  unsupported_media_type: 'Unsupported media type',
  validation_failed: 'The request breaks a rule',
  parent_invalid: 'The comment answered cannot be answered',
  idempotency_mismatch: 'The idempotency key was used with another body',
  rate_limited: 'Too many requests',
  internal: 'Internal error',
  unavailable: 'Temporarily unavailable',
  storage_full: 'The storage is full',
};

function problemOf(code: ProblemCode, details: Details): Problem {
  return {
    type: problemType(code),
    title: titles[code],
    status: problemStatus[code],
    code,
    ...details,
  };
}

/** The problem that an error means to the caller; undefined for a fault of ours. */
export function problemFor(error: unknown): Problem | undefined {
  if (error instanceof Failure) return error.problem;
  if (error instanceof CursorError) return problemOf('cursor_invalid', {});
  if (error instanceof StorageError) {
    return error.reason === 'full'
      ? problemOf('storage_full', {})
      : problemOf('unavailable', { retryAfter: 5 });
  }
  return undefined;
}

/** What a fault of ours is to the caller: no internal word. */
export const internalProblem = () => problemOf('internal', {});

/** The problem as RFC 9457 JSON, with a Retry-After that says the same. */
export function problemResponse(c: Context, problem: Problem): Response {
  if (problem.retryAfter !== undefined) c.header('retry-after', String(problem.retryAfter));
  return send(c, problemStatus[problem.code], JSON.stringify(problem), {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
  });
}
