import { expect, test } from 'vitest';
import { scrollKey } from './scroll-place.ts';

const location = { pathname: '/ar/', search: '', hash: '' };

test('a page has its own place, and in another language that of the page it was switched from', () => {
  expect(scrollKey({ ...location, key: 'a', state: null })).toBe('a');
  expect(scrollKey({ ...location, key: 'b', state: { scrollOf: 'a' } })).toBe('a');
  expect(scrollKey({ ...location, key: 'b', state: { something: 'else' } })).toBe('b');
});

test('each place in a page that a plain link leads to is one to come back to', () => {
  const keys = ['', '#p-1', '#p-2'].map((hash) =>
    scrollKey({ ...location, hash, key: 'default', state: null }),
  );
  expect(new Set(keys).size).toBe(3);
});
