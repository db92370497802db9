import { expect, test } from 'vitest';
import type { FieldError, Problem } from '#contract/problem';
import { checkFields } from './check-fields.ts';
import { fieldErrorsOf, hasErrors } from './field-errors.ts';

test.each([
  ['', 'نصّ', { name: 'required' }],
  ['سارة', '', { text: 'required' }],
  ['سارة', ' \u200b\n', { text: 'required' }],
  ['سارة', 'ا'.repeat(5_001), { text: 'too_long' }],
  ['ا'.repeat(81), 'نصّ', { name: 'too_long' }],
  ['سارة\0', '', { name: 'malformed', text: 'required' }],
  ['سارة', 'نصّ', undefined],
])('what breaks a rule is not sent: %#', (name, text, mistakes) => {
  expect(checkFields(name, text)).toEqual(mistakes);
});

const problemWith = (errors?: FieldError[]): Problem => {
  const problem = { type: 'about:blank', title: '', status: 422, code: 'validation_failed' } as const;
  return errors === undefined ? problem : { ...problem, errors };
};

test('fieldErrorsOf reads the two boxes and nothing else', () => {
  const other: FieldError = { field: 'parentId', code: 'invalid' };
  expect(fieldErrorsOf(problemWith([{ field: 'text', code: 'required' }, other]))).toEqual({
    text: 'required',
  });
  expect(fieldErrorsOf(problemWith([other]))).toEqual({});
  expect(fieldErrorsOf(problemWith())).toEqual({});
  expect(hasErrors({})).toBe(false);
  expect(hasErrors({ name: 'reserved' })).toBe(true);
});
