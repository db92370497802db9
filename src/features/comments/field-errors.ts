import type { FieldCode } from '#contract/problem-codes';
import type { Problem } from '#contract/problem';

/** What is wrong with the two boxes of a form. */
export interface FieldErrors {
  name?: FieldCode;
  text?: FieldCode;
}

/** What the server found wrong with the two boxes. */
export function fieldErrorsOf(problem: Problem): FieldErrors {
  const errors: FieldErrors = {};
  for (const { field, code } of problem.errors ?? []) {
    if (field === 'author.name') errors.name = code;
    if (field === 'text') errors.text = code;
  }
  return errors;
}

export const hasErrors = (errors: FieldErrors) => errors.name !== undefined || errors.text !== undefined;
