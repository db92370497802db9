import { describe, expect, test } from 'vitest';
import {
  isAnswer,
  isFailure,
  isGoneAnswer,
  isGonePage,
  mayKeepAnswer,
  mayKeepFile,
  mayKeepPage,
  type Answered,
} from './may-keep.ts';

const ours = '<body><div id="app"><p>نصّ</p></div><p id="spoken" role="status"></p>';
const portal = '<body><form>Sign in to the network</form>';
const page: Answered = {
  status: 200,
  redirected: false,
  type: 'basic',
  contentType: 'text/html; charset=utf-8',
  cacheControl: 'public, no-cache',
};
const answer = { ...page, contentType: 'application/json; charset=utf-8', cacheControl: 'no-cache' };
const file = { ...page, contentType: 'text/javascript', cacheControl: 'public, max-age=1, immutable' };

/** What makes each of the three one that is never kept. */
const never: [string, Partial<Answered>][] = [
  ['private', { cacheControl: 'private, no-store' }],
  ['not to be stored', { cacheControl: 'no-store' }],
  ['private alone', { cacheControl: 'Private' }],
  ['led to from elsewhere', { redirected: true }],
  ['opaque', { type: 'opaque', status: 0 }],
  ['a redirect', { type: 'opaqueredirect', status: 0 }],
  ['partial', { status: 206 }],
  ['missing', { status: 404 }],
  ['a failure', { status: 503 }],
];

describe('what is kept', () => {
  test('a page, an answer, a file', () => {
    expect(mayKeepPage(page, ours)).toBe(true);
    expect(mayKeepAnswer(answer)).toBe(true);
    expect(mayKeepAnswer({ ...answer, type: 'cors' })).toBe(true);
    expect(mayKeepFile(file)).toBe(true);
  });

  test.each(never)('nothing that is %s', (_, part) => {
    expect(mayKeepPage({ ...page, ...part }, ours)).toBe(false);
    expect(mayKeepAnswer({ ...answer, ...part })).toBe(false);
    expect(mayKeepFile({ ...file, ...part })).toBe(false);
  });

  test('nothing of a captive portal', () => {
    expect(mayKeepPage(page, portal)).toBe(false);
    expect(mayKeepAnswer({ ...answer, contentType: 'text/html' })).toBe(false);
    expect(mayKeepFile({ ...file, contentType: 'text/html; charset=utf-8' })).toBe(false);
    expect(mayKeepFile({ ...file, contentType: null })).toBe(false);
  });
});

describe('what is dropped, since the site has taken it back', () => {
  const problem = { ...answer, status: 410, contentType: 'application/problem+json' };
  const body = '{"type":"urn:riwaq:problem:not_found","code":"not_found"}';

  test('where it says so itself', () => {
    expect(isGonePage({ ...page, status: 404, cacheControl: 'no-store' }, ours)).toBe(true);
    expect(isGoneAnswer(problem, body)).toBe(true);
  });

  test('not where somebody between says so', () => {
    expect(isGonePage({ ...page, status: 404 }, portal)).toBe(false);
    expect(isGonePage({ ...page, status: 404, redirected: true }, ours)).toBe(false);
    expect(isGonePage(page, ours)).toBe(false);
    expect(isGoneAnswer({ ...problem, status: 503 }, body)).toBe(false);
    expect(isGoneAnswer(problem, '{"type":"about:blank"}')).toBe(false);
    expect(isGoneAnswer({ ...problem, contentType: 'text/html' }, body)).toBe(false);
  });
});

test('HTML is no answer of the API; a server that cannot is a failure, one that will not is none', () => {
  expect(isAnswer(answer)).toBe(true);
  expect(isAnswer({ ...answer, contentType: 'application/problem+json' })).toBe(true);
  expect(isAnswer(page)).toBe(false);
  expect([500, 502, 503, 504].every((status) => isFailure({ status }))).toBe(true);
  expect([200, 304, 403, 404, 429].some((status) => isFailure({ status }))).toBe(false);
});
