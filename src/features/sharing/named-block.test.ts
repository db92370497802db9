import { expect, test } from 'vitest';
import { namedBlock } from './named-block.ts';

test.each([
  ['', undefined],
  ['#comment-7', undefined],
  ['#:~:text=a', undefined],
  ['#p-1voeauh', { id: 'p-1voeauh', isUnread: false }],
  ['#p-1voeauh-2', { id: 'p-1voeauh-2', isUnread: false }],
  ['#p-1voeauh:~:text=a,-b', { id: 'p-1voeauh', isUnread: true }],
])('%s', (hash, block) => {
  expect(namedBlock(hash)).toEqual(block);
});
