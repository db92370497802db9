import { expect, test } from 'vitest';
import { bestCoding } from './content-coding.ts';

test.each([
  [undefined, undefined],
  ['', undefined],
  ['gzip', 'gzip'],
  ['br', 'br'],
  ['GZIP, BR', 'br'],
  ['br;q=0, gzip', 'gzip'],
  ['br; q=0.0, gzip;q=0', undefined],
  ['br;q=0.1', 'br'],
  ['deflate', undefined],
  ['brotli', undefined],
] as const)('of «%s» %s is taken, at the first asking and when it is remembered', (accepted, coding) => {
  for (const _ of ['first', 'again']) expect(bestCoding(accepted)).toBe(coding);
});

test('more made-up words than are remembered are read all the same', () => {
  for (let number = 0; number < 300; number += 1) expect(bestCoding(`x${number}, gzip`)).toBe('gzip');
});
