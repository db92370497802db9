import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { crossOrigin, sameSiteOnly } from './guard.ts';
import { problemFor, problemResponse } from './problems.ts';

const friend = 'https://friend.example';

function site(settings: { ownHost?: string; corsOrigins?: readonly string[] } = {}) {
  const guarded = { ownHost: settings.ownHost, corsOrigins: new Set(settings.corsOrigins) };
  const app = new Hono();
  app.use(crossOrigin(guarded), sameSiteOnly(guarded));
  app.all('*', (c) => c.text('taken'));
  app.onError((error, c) =>
    problemResponse(c, problemFor(error) ?? { type: '', title: '', status: 500, code: 'internal' }),
  );
  return (method: string, headers: Record<string, string>) =>
    app.request('http://localhost:3000/api/x', { method, headers: { host: 'localhost:3000', ...headers } });
}

describe('an unsafe call', () => {
  test.each<[number, Record<string, string>]>([
    [200, {}],
    [200, { origin: 'http://localhost:3000' }],
    [200, { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }],
    [200, { 'sec-fetch-site': 'none' }],
    [403, { origin: 'http://localhost:3001' }],
    [403, { origin: 'null' }],
    [403, { origin: friend }],
    [403, { 'sec-fetch-site': 'same-site' }],
    [403, { 'sec-fetch-site': 'cross-site' }],
    [403, { origin: 'http://localhost:3000', 'sec-fetch-site': 'cross-site' }],
  ])('is answered with %i for %j, and a safe one always with 200', async (status, headers) => {
    const ask = site();
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'])
      expect((await ask(method, headers)).status).toBe(status);
    for (const method of ['GET', 'HEAD']) expect((await ask(method, headers)).status).toBe(200);
  });

  test('comes from the host that PUBLIC_URL names, whatever the request says its host is', async () => {
    const ask = site({ ownHost: 'news.example' });
    expect((await ask('POST', { origin: 'https://news.example' })).status).toBe(200);
    expect((await ask('POST', { origin: 'http://localhost:3000' })).status).toBe(403);
    expect((await ask('POST', { origin: 'https://evil.example', host: 'evil.example' })).status).toBe(403);
  });

  test('from a configured origin is taken, across sites too', async () => {
    const ask = site({ corsOrigins: [friend] });
    expect((await ask('POST', { origin: friend, 'sec-fetch-site': 'cross-site' })).status).toBe(200);
    expect(
      (await ask('POST', { origin: `${friend}.evil.example`, 'sec-fetch-site': 'cross-site' })).status,
    ).toBe(403);
    expect((await ask('POST', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });
});

describe('a configured origin', () => {
  const ask = site({ corsOrigins: [friend] });

  test('may read and post with cookies, and the answer says to caches that it varies', async () => {
    const { headers } = await ask('GET', { origin: friend });
    expect(headers.get('access-control-allow-origin')).toBe(friend);
    expect(headers.get('access-control-allow-credentials')).toBe('true');
    expect(headers.get('access-control-expose-headers')).toBe('date');
    expect(headers.get('vary')).toContain('Origin');
    expect((await ask('GET', {})).headers.get('vary')).toContain('Origin');
  });

  test('is told in a preflight what it may send', async () => {
    const response = await ask('OPTIONS', { origin: friend, 'access-control-request-method': 'POST' });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-headers')).toBe('content-type, idempotency-key');
    expect(response.headers.get('access-control-allow-methods')).toContain('POST');
  });

  test('hears of a refusal too, and no other origin does', async () => {
    const failing = await ask('POST', { origin: 'https://other.example' });
    expect([failing.status, failing.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });
});
