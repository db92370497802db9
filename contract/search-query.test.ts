import { expect, test } from 'vitest';
import { limits } from './limits.ts';
import { searchQuery } from './search-query.ts';

test.each([
  [null, undefined],
  ['', undefined],
  [' \n', undefined],
  [' أحمد ', 'أحمد'],
  ['a & b', 'a & b'],
  ['س'.repeat(limits.query + 1), 'س'.repeat(limits.query)],
  // The API would refuse half a character.
  [`${'س'.repeat(limits.query - 1)}🕌`, 'س'.repeat(limits.query - 1)],
])('%j asks for %j', (q, asked) => {
  expect(searchQuery(q)).toBe(asked);
});
