import { expect, test } from 'vitest';
import { commentsPlace } from './comments-place.ts';

const place = (search: string) => commentsPlace(new URLSearchParams(search));
const whole = { order: 'newest', after: undefined, branch: undefined, act: undefined };

test.each([
  ['', whole],
  ['posted=a', whole],
  ['order=oldest&after=x', { ...whole, order: 'oldest', after: 'x' }],
  ['order=liked', { ...whole, order: 'liked' }],
  ['order=best', whole],
  ['replies=a&after=x', { ...whole, after: 'x', branch: 'a' }],
  ['comment=a', { ...whole, branch: 'a' }],
  ['reply=a', { ...whole, branch: 'a', act: 'reply' }],
  ['report=a', { ...whole, branch: 'a', act: 'report' }],
])('%j', (search, expected) => {
  expect(place(search)).toEqual(expected);
});
