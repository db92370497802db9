import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { limits } from '#contract/limits';
import { addressOf, answerOf, outsider, problemOf } from './outsider.ts';
import { judgedServer } from './judged-server.ts';

const { base, stop } = await judgedServer();
afterAll(stop);
const { send, openArticle } = outsider(base);
const { slug } = await openArticle();
const address = addressOf('POST /api/articles/:slug/comments', { slug });

const json = 'application/json';
const postRaw = (body: RequestInit['body'], type: string | null = json, more: RequestInit = {}) =>
  send(address, {
    method: 'POST',
    headers: { 'idempotency-key': randomUUID(), ...(type !== null && { 'content-type': type }) },
    body: typeof body === 'string' ? new TextEncoder().encode(body) : (body ?? null),
    ...more,
  });
const good = JSON.stringify({ author: { name: 'سلمى' }, text: 'كلام' });
const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))));

describe('a body that cannot be read is refused with 400', () => {
  test.each([
    '',
    ' ',
    'x',
    '{',
    '{}}',
    '{"author":{"name":"x"},"text":"x"',
    "{'a':1}",
    '{"a":1,}',
    'undefined',
    'NaN',
    '\0',
    `${good} ${good}`,
    '<xml/>',
    'author=x',
  ])('%j is no JSON', async (body) => void (await problemOf('invalid_request', await postRaw(body))));

  test.each(['null', 'true', '7', '"text"', '[]', `[${good}]`])('%s is no object', async (body) => {
    await problemOf('invalid_request', await postRaw(body));
  });

  test.each([
    ['a byte of Windows-1256', bytes('{"author":{"name":"x"},"text":"', [0xc7], '"}')],
    ['a cut sequence', bytes('{"author":{"name":"x"},"text":"', [0xd8], '"}')],
    ['an overlong slash', bytes('{"author":{"name":"x"},"text":"', [0xc0, 0xaf], '"}')],
    ['a surrogate in UTF-8', bytes('{"author":{"name":"x"},"text":"', [0xed, 0xa0, 0x80], '"}')],
    ['past the last code point', bytes('{"author":{"name":"x"},"text":"', [0xf4, 0x90, 0x80, 0x80], '"}')],
    ['UTF-16', new Uint8Array(Buffer.from(`\ufeff${good}`, 'utf16le'))],
  ])('%s is no UTF-8', async (_, body) => void (await problemOf('invalid_request', await postRaw(body))));
});

describe('what is no JSON and no form is refused with 415', () => {
  test.each([
    null,
    'text/plain',
    'application/json; charset=iso-8859-1',
    'text/json',
    'application/xml',
    'multipart/form-data; boundary=x',
    'application/jsonx',
    'json',
    '',
    'application/ld+json',
  ])('as %s', async (type) => void (await problemOf('unsupported_media_type', await postRaw(good, type))));

  test.each(['application/json', 'Application/JSON; charset=utf-8', 'application/json;charset=UTF-8'])(
    'but %s is',
    async (type) => {
      await answerOf('POST /api/articles/:slug/comments', await postRaw(good, type));
    },
  );
});

describe('a body past its limit is refused with 413', () => {
  const blank = (size: number) => good + ' '.repeat(size - Buffer.byteLength(good));
  const half = new TextEncoder().encode(' '.repeat(limits.commentBody / 2));
  /** Without a content-length: the size is known when it has come. */
  const chunked = (chunks: number, end: string) =>
    ReadableStream.from([...Array.from({ length: chunks }, () => half), new TextEncoder().encode(end)]);

  test('to the byte', async () => {
    expect((await postRaw(blank(limits.commentBody))).status).toBe(201);
    await problemOf('too_large', await postRaw(blank(limits.commentBody + 1)));
  });

  test('by chunks too, however it is written', async () => {
    await problemOf('too_large', await postRaw(chunked(2, good), json, { duplex: 'half' }));
    const form = 'application/x-www-form-urlencoded';
    expect((await postRaw(chunked(2, 'name=x'), form, { duplex: 'half' })).status).toBe(413);
    expect((await postRaw(chunked(1, good), json, { duplex: 'half' })).status).toBe(201);
  });

  test('when a gigabyte is announced and a little comes', async () => {
    const { status } = await postRaw(ReadableStream.from(Array.from({ length: 6 }, () => half)), json, {
      duplex: 'half',
    });
    expect(status).toBe(413);
  });
});

describe('deep nesting is refused and costs nothing', () => {
  const deep = 300_000;
  test.each([
    ['arrays', '['.repeat(deep) + ']'.repeat(deep), 'invalid_request'],
    ['open arrays', '['.repeat(deep), 'invalid_request'],
    [
      'objects in the author',
      `{"text":"x","author":${'{"a":'.repeat(deep / 3)}1${'}'.repeat(deep / 3)}}`,
      'validation_failed',
    ],
    [
      'arrays in the text',
      `{"author":{"name":"x"},"text":${'['.repeat(deep)}${']'.repeat(deep)}}`,
      'validation_failed',
    ],
    [
      'a hundred thousand members',
      `{${Array.from({ length: 60_000 }, (_, at) => `"m${at}":1`).join()}}`,
      'validation_failed',
    ],
  ] as const)('of %s', async (_, body, code) => {
    const problem = await problemOf(code, await postRaw(body));
    expect(JSON.stringify(problem).length).toBeLessThan(20_000);
  });
});
