import { afterAll, describe, expect, test } from 'vitest';
import { addressOf, outsider, problemOf } from './outsider.ts';
import { judgedServer } from './judged-server.ts';

const { base, stop } = await judgedServer();
afterAll(stop);
const { read, send, post, openArticle } = outsider(base);
const { slug } = await openArticle();
const { url } = await read('GET /api/site');
const address = addressOf('POST /api/articles/:slug/comments', { slug });

const words = { author: { name: 'سلمى' }, text: 'من أين؟' };
const total = async () => (await read('GET /api/articles/:slug/comments', { slug })).total;
// A site that was told its name takes its pages to be there, however it is asked; any other, where it is
// asked. Nothing but its answer tells which it is.
const atBase = await post(slug, words, { headers: { origin: base } });
const own = atBase.status === 201 ? base : new URL(url).origin;

type Headers = Record<string, string>;
const foreign = 'https://elsewhere.example';

describe('a comment that another site sends through a visitor is refused', () => {
  test.each<[Headers]>([
    [{ origin: foreign }],
    [{ origin: foreign, 'sec-fetch-site': 'cross-site' }],
    [{ origin: foreign, 'sec-fetch-site': 'same-origin' }],
    [{ origin: 'null' }],
    [{ origin: 'null', 'sec-fetch-site': 'same-origin' }],
    [{ origin: '', 'sec-fetch-site': 'cross-site' }],
    [{ origin: `${own}.elsewhere.example` }],
    [{ origin: own.replace(/(:\d+)?$/, ':9') }],
    [{ origin: `${foreign}, ${own}` }],
    [{ origin: own.replace('//', '//a@') + '.x' }],
    [{ origin: own, 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ 'sec-fetch-site': 'anything' }],
  ])('%j', async (headers) => {
    const before = await total();
    await problemOf('forbidden', await post(slug, words, { headers }));
    const body = new URLSearchParams({ name: 'سلمى', text: 'من أين؟' });
    await problemOf('forbidden', await send(address, { method: 'POST', headers, body }));
    expect(await total()).toBe(before);
  });
});

describe('a comment from our own pages, or from no browser, is taken', () => {
  test.each<[Headers]>([
    [{}],
    [{ origin: own }],
    [{ origin: own, 'sec-fetch-site': 'same-origin' }],
    [{ origin: own, 'sec-fetch-site': 'same-site' }],
    [{ 'sec-fetch-site': 'same-origin' }],
    [{ 'sec-fetch-site': 'none' }],
  ])('%j', async (headers) => {
    expect((await post(slug, words, { headers })).status).toBe(201);
  });
});

test('anybody may read, and no other site is let in by CORS', async () => {
  for (const origin of [foreign, 'null', own]) {
    const response = await send('/api/articles', { headers: { origin, 'sec-fetch-site': 'cross-site' } });
    expect(response.status).toBe(200);
    if (origin !== own) expect(response.headers.get('access-control-allow-origin')).toBeNull();
  }
});

test('a preflight of an unknown site is granted nothing', async () => {
  const headers = {
    origin: foreign,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type,idempotency-key',
  };
  const response = await send(address, { method: 'OPTIONS', headers });
  for (const name of ['origin', 'credentials', 'methods', 'headers']) {
    expect(response.headers.get(`access-control-allow-${name}`)).toBeNull();
  }
});

test('a method in disguise stays what it is', async () => {
  const headers = { origin: foreign, 'x-http-method-override': 'GET' };
  await problemOf('forbidden', await post(slug, words, { headers }));
  for (const method of ['PUT', 'PATCH', 'DELETE']) {
    await problemOf('forbidden', await send(address, { method, headers: { origin: foreign } }));
  }
});
