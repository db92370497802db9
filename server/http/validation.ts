import * as v from 'valibot';
import { fieldCodes, type FieldCode } from '#contract/problem-codes';
import type { FieldError } from '#contract/problem';
import { Failure } from './problems.ts';

/** Parses a query, parameters or headers; what is wrong with them is the caller's mistake, 400. */
export function parsePart<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const field = v.getDotPath(result.issues[0]);
  throw new Failure(
    'invalid_request',
    field === null ? {} : { detail: `${field} is missing or not allowed` },
  );
}

/** Parses a body that could be read; what breaks a rule is named field by field, 422. */
export function parseBody<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Failure('invalid_request');
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw new Failure('validation_failed', { errors: result.issues.map(fieldError) });
}

function fieldError(issue: v.BaseIssue<unknown>): FieldError {
  return { field: v.getDotPath(issue) ?? '', code: codeOf(issue) };
}

function codeOf(issue: v.BaseIssue<unknown>): FieldCode {
  const own = fieldCodes.find((code) => code === issue.message);
  if (own !== undefined) return own;
  if (issue.kind !== 'schema') return 'invalid';
  if (issue.expected === 'never') return 'unknown';
  // An absent member is reported by the object that lacks it.
  return issue.received === 'undefined' ? 'required' : 'wrong_type';
}
