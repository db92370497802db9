import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PageAnswer } from '#contract/page';
import { apiAddress, call, connect, ConnectionError, ProblemError } from './client.ts';

let sent: { url: string; init: RequestInit }[] = [];

/** Lets every call be answered so, and records it. */
function answer(respond: () => Promise<PageAnswer>, base = ''): void {
  connect({
    base,
    fetch: (url, init) => {
      sent.push({ url, init });
      return respond();
    },
  });
}

const response = (status: number, type: string, body: string) => () =>
  Promise.resolve(new Response(body, { status, headers: type === '' ? {} : { 'content-type': type } }));
const json = (body: unknown) => response(200, 'application/json; charset=UTF-8', JSON.stringify(body));
const problem = (status: number, body: unknown) =>
  response(status, 'application/problem+json', JSON.stringify(body));

const site = () => call('GET /api/site', {});
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

beforeEach(() => {
  sent = [];
});
afterEach(() => connect({ base: '', fetch: (url, init) => fetch(url, init) }));

describe('what call sends', () => {
  test('parameters are percent-encoded, queries too, undefined ones left out', async () => {
    answer(json({ items: [] }));
    const slug = 'سوق/٢؟ &#%';
    await call('GET /api/articles/:slug/comments', {
      params: { slug },
      query: { order: 'newest', limit: '5', cursor: undefined },
    });
    await call('GET /api/articles', { query: { q: 'بيروت & صيدا', section: undefined } });
    await call('GET /api/articles', { query: {} });
    const [comments = { url: '' }, search = { url: '' }, all] = sent;
    expect(comments.url).toBe(`/api/articles/${encodeURIComponent(slug)}/comments?order=newest&limit=5`);
    const { pathname, searchParams } = new URL(search.url, 'https://riwaq.example');
    expect([pathname, ...searchParams]).toEqual(['/api/articles', ['q', 'بيروت & صيدا']]);
    expect(all?.url).toBe('/api/articles');
  });

  test('method, headers, body, cookies and the signal', async () => {
    answer(json({}));
    const { signal } = new AbortController();
    const body = { author: { name: 'سارة' }, text: '\u202bنصّ\u202c' };
    await call(
      'POST /api/articles/:slug/comments',
      { params: { slug: 'a' }, headers: { 'idempotency-key': 'k' }, body },
      signal,
    );
    await site();
    expect(sent[0]?.init).toEqual({
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json', 'idempotency-key': 'k' },
      credentials: 'include',
      body: JSON.stringify(body),
      // Goes on although its page is closed, as far as browsers take it so.
      keepalive: true,
      signal,
    });
    expect(sent[1]).toEqual({
      url: '/api/site',
      init: { method: 'GET', headers: { accept: 'application/json' }, credentials: 'include' },
    });
    const long = { author: { name: 'سارة' }, text: 'ا'.repeat(20_000) };
    await call('POST /api/articles/:slug/comments', {
      params: { slug: 'a' },
      headers: { 'idempotency-key': 'k' },
      body: long,
    });
    expect(sent[2]?.init.keepalive).toBe(false);
  });

  test('the base goes before every address', async () => {
    answer(json({}), 'https://api.example');
    await site();
    expect(sent[0]?.url).toBe('https://api.example/api/site');
    expect(apiAddress('/api/x')).toBe('https://api.example/api/x');
  });
});

describe('what call gives', () => {
  test('the answer, as it came', async () => {
    answer(json({ name: 'رواق' }));
    expect(await site()).toEqual({ name: 'رواق' });
  });

  test('a problem as ProblemError, with all that it says', async () => {
    const body = {
      type: 'urn:riwaq:problem:rate_limited',
      title: 'Slow down',
      status: 429,
      code: 'rate_limited',
      retryAfter: 30,
    };
    answer(problem(429, body));
    const error = await failure(site());
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({ name: 'ProblemError', message: '429 rate_limited', problem: body });
  });

  test.each([
    ['an HTML page of a failed proxy', response(500, 'text/html', '<h1>Oops</h1>')],
    ['a captive portal: 200 with HTML', response(200, 'text/html', '<form>Sign in</form>')],
    ['a captive portal that happens to say JSON', response(200, 'text/html', '{"name":"wifi"}')],
    ['JSON without a type', response(200, '', '{}')],
    ['JSON of a failure that is no problem', response(502, 'application/json', '{"error":"upstream"}')],
    ['an answer cut off in the middle', response(200, 'application/json', '{"items":[')],
    ['a problem cut off in the middle', response(503, 'application/problem+json', '{"code":')],
    ['a problem without a code', problem(503, { title: 'no backend', status: 503 })],
    ['a problem whose code is a number', problem(503, { code: 1, status: 503 })],
    ['a problem that is null', problem(500, null)],
    ['a problem of a proxy’s own kind', problem(403, { type: 'about:blank', code: 'blocked', status: 403 })],
    ['a rejected fetch', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('no answer of ours is ConnectionError: %s', async (_, respond) => {
    answer(respond);
    const error = await failure(site());
    expect(error).toBeInstanceOf(ConnectionError);
    expect(String(error)).not.toContain('Unexpected token');
  });

  test('an answer in the API’s place comes with the failure', async () => {
    answer(response(429, 'text/html', 'slow down'));
    expect(await failure(site())).toMatchObject({ answer: { status: 429 } });
    answer(problem(403, { type: 'about:blank', status: 403 }));
    expect(await failure(site())).toMatchObject({ answer: { status: 403 } });
    answer(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await failure(site())).toMatchObject({ answer: undefined });
  });

  test('a call that its caller gave up stays an AbortError', async () => {
    const given = new DOMException('gone', 'AbortError');
    answer(() => Promise.reject(given));
    expect(await failure(site())).toBe(given);
    // Other DOMExceptions (a time-out) are a connection that failed.
    answer(() => Promise.reject(new DOMException('slow', 'TimeoutError')));
    expect(await failure(site())).toBeInstanceOf(ConnectionError);
  });
});
