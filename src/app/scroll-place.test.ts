import { expect, test } from 'vitest';
import { scrollKey } from './scroll-place.ts';

const location = { pathname: '/ar/', search: '', hash: '#comment-1' };

test('a page has its own place, and in another language that of the page it was switched from', () => {
  expect(scrollKey({ ...location, key: 'a', state: null })).toBe('a');
  expect(scrollKey({ ...location, key: 'b', state: { scrollOf: 'a' } })).toBe('a');
  expect(scrollKey({ ...location, key: 'b', state: { something: 'else' } })).toBe('b');
});
