import { expect, test } from 'vitest';
import { problemStatus, type ProblemCode } from '#contract/problem-codes';
import { ConnectionError, ProblemError } from './client.ts';
import { createQueryClient, isPassing } from './query-client.ts';

const failed = (code: ProblemCode) =>
  new ProblemError({ type: 'about:blank', title: '', status: problemStatus[code], code });

test.each([
  ['no answer', new ConnectionError('no answer'), true],
  ['internal', failed('internal'), true],
  ['unavailable', failed('unavailable'), true],
  ['storage full', failed('storage_full'), true],
  ['not found', failed('not_found'), false],
  ['rate limited: it says itself when', failed('rate_limited'), false],
  ['validation failed', failed('validation_failed'), false],
  ['in progress', failed('in_progress'), false],
  ['a mistake of our own', new TypeError('x is undefined'), false],
  ['given up', new DOMException('gone', 'AbortError'), false],
  ['nothing', undefined, false],
])('%s: passing %s', (_, error, passing) => {
  expect(isPassing(error)).toBe(passing);
});

test('calls go out whatever the browser believes of its network; no comment is sent again by itself', () => {
  const { queries, mutations } = createQueryClient().getDefaultOptions();
  expect(queries?.networkMode).toBe('always');
  expect(mutations).toEqual({ networkMode: 'always', retry: false });
});

test('on the server a failed query is not tried again: the page waits for it', async () => {
  let tries = 0;
  const queryKey = ['anything'];
  const failing = createQueryClient().query({
    queryKey,
    queryFn: () => {
      tries += 1;
      return Promise.reject(new ConnectionError('no answer'));
    },
  });
  await expect(failing).rejects.toBeInstanceOf(ConnectionError);
  expect(tries).toBe(1);
});
