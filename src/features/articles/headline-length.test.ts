import { expect, test } from 'vitest';
import { lengthOf } from './headline-length.ts';

test.each([
  [90, undefined],
  [91, 'long'],
  [180, 'long'],
  [181, 'longest'],
  [500, 'longest'],
])('a headline of %i letters is %s, whatever marks it carries', (letters, length) => {
  expect(lengthOf('م'.repeat(letters))).toBe(length);
  expect(lengthOf('مَّ'.repeat(letters))).toBe(length);
});
