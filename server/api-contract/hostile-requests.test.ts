import { request } from 'node:http';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { addressOf, outsider } from './outsider.ts';
import { judgedServer } from './judged-server.ts';

const { base, stop } = await judgedServer();
afterAll(stop);
const { openArticle } = outsider(base);
const { slug } = await openArticle();
const { hostname, port } = new URL(base);

interface Sent {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | Uint8Array;
}

/** Sends what `fetch` would tidy up first. */
function sendAsIs({ method, path, headers, body }: Sent): Promise<{ status: number; text: string }> {
  return new Promise((answered, failed) => {
    const asked = request({ hostname, port, method, path, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => answered({ status: response.statusCode ?? 0, text }));
    });
    asked.on('error', failed);
    asked.end(body);
  });
}

const known = [
  '/',
  '/ar/',
  '/en/search',
  '/api/articles',
  '/api/site',
  addressOf('GET /api/articles/:slug', { slug }),
  addressOf('POST /api/articles/:slug/comments', { slug }),
  '/api/comments/x/replies',
  '/metrics',
  '/assets/x.js',
  '/robots.txt',
];
const oddities =
  "% %00 %E0%A4 %ed%a0%80 .. %2e%2e%2f // / ; ? ?? &= %0d%0aset-cookie:x=1 %e2%80%a8 \\ ' %F0%9F%98%80 constructor __proto__ limit=1e9 cursor=0.x after=%ff posted=%22 order= q=%00".split(
    ' ',
  );
const path = fc
  .tuple(
    fc.constantFrom(...known, '//', '/api', '/x'),
    fc.array(fc.oneof(fc.constantFrom(...oddities), fc.stringMatching(/^[!-~]{0,12}$/)), { maxLength: 4 }),
    fc.constantFrom('', '/', '?'),
  )
  .map(([start, odd, glue]) => `${start}${odd.length > 0 ? glue : ''}${odd.join(glue === '?' ? '&' : glue)}`);

const value = fc.oneof(
  fc.stringMatching(/^[ -~]{0,40}$/),
  fc.constantFrom(
    '',
    '*',
    'null',
    '0',
    '-1',
    'gzip;q=0, br;q=x',
    'ar;q=9,*;q=',
    'W/"',
    '"',
    'bytes=0-',
    'x'.repeat(4_000),
    'application/json',
    'application/x-www-form-urlencoded',
    '0b0f2c0e-5d7e-4a5f-9a4b-1a2b3c4d5e6f',
    'lang=%E0; riwaq-writer=%; =;;',
    '::1, 10.0.0.1,,',
    'Thu, 99 Foo 2026',
  ),
);
const names =
  'accept accept-encoding accept-language content-type cookie origin sec-fetch-site idempotency-key if-none-match if-modified-since range x-forwarded-for x-forwarded-host x-http-method-override access-control-request-method referer forwarded'.split(
    ' ',
  );
const headers = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 6, noNullPrototype: true });
const body = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.json().map(String),
  fc
    .record({ author: fc.record({ name: fc.anything() }), text: fc.anything() })
    .map((draft) =>
      JSON.stringify(draft, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one)),
    ),
  fc
    .record({
      author: fc.record({ name: fc.string({ unit: 'binary' }) }),
      text: fc.string({ unit: 'binary' }),
    })
    .map((draft) => JSON.stringify(draft)),
);
// Posts most often: theirs is the longest way.
const methods = 'GET GET POST POST POST HEAD OPTIONS PUT PATCH DELETE TRACE PROPFIND'.split(' ');
const method = fc.constantFrom(...methods);

test(
  'nothing that can be asked is answered with a fault of ours, nor with an internal word',
  { timeout: 30_000 },
  async () => {
    const sent = fc.record({ method, path, headers, body });
    const judge = fc.asyncProperty(sent, async (one) => {
      const { status, text } = await sendAsIs({
        ...one,
        body: one.method === 'GET' || one.method === 'HEAD' ? '' : one.body,
      });
      expect({ status, fault: status >= 500 || status < 200 }).toEqual({ status, fault: false });
      if (status >= 400) expect(text).not.toMatch(/sqlite|kysely|valibot|node_modules|\bat \w+ \(/i);
    });
    await fc.assert(judge, {
      numRuns: 400,
      seed: 20261123,
      interruptAfterTimeLimit: 12_000,
      markInterruptAsFailure: false,
    });
  },
);
