import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, describe, expect, test } from 'vitest';
import type { PageRequest } from '#contract/page';
import { limits } from '#contract/limits';
import { problemStatus } from '#contract/problem-codes';
import { createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { importSource } from '../importing/import-source.ts';
import { openSqlite } from '../storage/sqlite.ts';

const folder = await mkdtemp(join(tmpdir(), 'riwaq-acts-'));
const storage = await openSqlite({ dataDir: folder });
afterAll(async () => {
  await storage.close();
  await rm(folder, { recursive: true });
});
const noon = Date.UTC(2026, 10, 27, 10);
const window = limits.editWindowMinutes * 60_000;
const imported = await importSource({ name: 'a.txt', bytes: Buffer.from('a\n\nنصّ'), now: noon - 1_000 });
if (!imported.ok) throw new Error(imported.why);
await storage.saveArticle(imported.draft);

const blank = { head: '', body: '', state: '', routes: [] };
type Fields = Record<string, string>;

/** The site with its limits on and a clock that is turned by hand; a page is what it was asked to show, as JSON. */
function site(settings: Fields = {}) {
  const clock = { now: noon };
  const app = createApp({
    config: readConfig({ TRUST_PROXY: '10.0.0.1', ...settings }),
    storage,
    renderer: {
      async render(request: PageRequest) {
        const problem = request.problem ?? request.form?.problem ?? request.refused?.problem;
        const status = problem === undefined ? 200 : problemStatus[problem.code];
        return { ...blank, status, complete: true, lang: 'ar', dir: 'rtl', body: JSON.stringify(request) };
      },
      document: ({ body }) => ({ html: body, contentSecurityPolicy: "default-src 'none'" }),
      build: 'test',
    },
    assets: (_, next) => next(),
    log: pino({ level: 'silent' }),
    addressKey: 'test',
    now: () => clock.now,
  });
  const send = (
    method: string,
    path: string,
    {
      body,
      form,
      headers = {},
      from = '203.0.113.1',
    }: { body?: unknown; form?: Fields; headers?: Fields; from?: string } = {},
  ) =>
    app.request(
      path,
      {
        method,
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(form !== undefined && { body: new URLSearchParams(form) }),
      },
      { incoming: { socket: { remoteAddress: from } } },
    );
  const post = async (text: string = randomUUID()) => {
    const response = await send('POST', '/api/articles/a/comments', {
      body: { author: { name: 'سلمى' }, text },
    });
    const { id }: { id: string } = JSON.parse(await response.text());
    const headers = { cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
    return { path: `/api/comments/${id}`, id, headers };
  };
  return { send, post, clock };
}

const codeOf = async (response: Response) => {
  const { code }: { code?: string } = JSON.parse(await response.text());
  return [response.status, code];
};

test('a comment can be changed until its minutes are over, and then no more', async () => {
  const { send, post, clock } = site();
  const { path, id, headers } = await post();
  const edit = (text: string) => send('PATCH', path, { body: { text }, headers });
  clock.now = noon + window - 1;
  expect((await edit('في آخر لحظة')).status).toBe(200);
  const mine = await send('GET', '/api/articles/a/mine', { headers });
  expect(await mine.json()).toEqual({
    comments: {
      [id]: { liked: false, can: { edit: true, delete: true, until: new Date(noon + window).toISOString() } },
    },
  });
  clock.now = noon + window;
  expect(await codeOf(await edit('متأخّر'))).toEqual([403, 'edit_window_closed']);
  expect(await codeOf(await send('DELETE', path, { headers }))).toEqual([403, 'edit_window_closed']);
  // A stranger is a stranger, whatever the clock says.
  expect(await codeOf(await send('PATCH', path, { body: { text: 'x' } }))).toEqual([403, 'forbidden']);
  expect(await (await send('GET', '/api/articles/a/mine', { headers })).json()).toEqual({ comments: {} });
  const shown: { comment: { text: string } } = JSON.parse(await (await send('GET', path)).text());
  expect(shown.comment.text).toBe('في آخر لحظة');
});

test('a removal in time is told again after it', async () => {
  const { send, post, clock } = site();
  const { path, headers } = await post();
  expect((await send('DELETE', path, { headers })).status).toBe(204);
  clock.now = noon + 2 * window;
  expect((await send('DELETE', path, { headers })).status).toBe(204);
  expect(await codeOf(await send('DELETE', path))).toEqual([404, 'not_found']);
});

describe('where comments are held before they are shown', () => {
  test('an edited one waits again, and a waiting one can be edited and taken back', async () => {
    const open = site();
    const { path, headers } = await open.post();
    const { send, post } = site({ MODERATION: 'before' });
    const answer = await send('PATCH', path, { body: { text: 'بكلام آخر' }, headers });
    expect([answer.status, await answer.json()]).toMatchObject([200, { state: 'pending', text: 'بكلام آخر' }]);
    expect(await codeOf(await send('GET', path))).toEqual([404, 'not_found']);
    const held = await post();
    expect((await send('PATCH', held.path, { body: { text: 'أصحّ' }, headers: held.headers })).status).toBe(
      200,
    );
    expect(await codeOf(await send('PATCH', held.path, { body: { text: 'x' } }))).toEqual([404, 'not_found']);
    expect((await send('DELETE', held.path, { headers: held.headers })).status).toBe(204);
  });
});

describe('past the limit of a network', () => {
  const many = async (count: number, work: (at: number) => Promise<Response> | Response) => {
    const found: number[] = [];
    for (let at = 0; at < count; at += 1) found.push((await work(at)).status);
    return found;
  };

  test.each([
    ['likes', 120, 'PUT', '/like', undefined],
    ['likes taken back', 120, 'DELETE', '/like', undefined],
    ['reports', 20, 'POST', '/reports', { reason: 'سبب' }],
  ])(
    '%s wait, made-up cookies and addresses change nothing, others go on',
    async (_, count, method, of, body) => {
      const { send, post } = site();
      const { path } = await post();
      const act = (headers: Fields = {}, from = '203.0.113.7') =>
        send(method, path + of, { body, headers, from });
      const taken = await many(count, (at) => act({ cookie: `riwaq-writer=forged${at}` }));
      expect(taken.every((status) => status === 200 || status === 202)).toBe(true);
      for (const headers of [{}, { 'x-forwarded-for': '198.51.100.1' }, { cookie: 'riwaq-writer=x' }]) {
        const refused = await act(headers);
        const wait = Number(refused.headers.get('retry-after'));
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(60);
        expect(await refused.json()).toMatchObject({ code: 'rate_limited', retryAfter: wait });
        expect(refused.headers.getSetCookie()).toEqual([]);
      }
      expect((await act({}, '203.0.113.8')).status).toBeLessThan(300);
    },
  );

  test('edits and removals share theirs, and the other acts have their own', async () => {
    const { send, post } = site();
    const { path, headers } = await post();
    const edits = await many(60, (at) => send('PATCH', path, { body: { text: `مرّة ${at}` }, headers }));
    expect(new Set(edits)).toEqual(new Set([200]));
    expect((await send('DELETE', path, { headers })).status).toBe(429);
    expect((await send('PATCH', path, { body: { text: 'x' }, headers })).status).toBe(429);
    expect((await send('PUT', `${path}/like`, { headers })).status).toBe(200);
    expect((await send('POST', `${path}/reports`, { body: { reason: 'x' } })).status).toBe(202);
  });

  test('what was refused has used up nothing', async () => {
    const { send, post } = site();
    const { path, headers } = await post();
    for (const [method, of, body, status] of [
      ['PUT', '/api/comments/nothing/like', undefined, 404],
      ['POST', '/api/comments/nothing/reports', { reason: 'x' }, 404],
      ['POST', `${path}/reports`, { reason: '' }, 422],
      ['PATCH', path, { text: 'x' }, 403],
      ['DELETE', '/api/comments/nothing', undefined, 404],
    ] as const) {
      expect(await many(130, () => send(method, of, { body }))).toEqual(Array(130).fill(status));
    }
    expect((await send('PUT', `${path}/like`)).status).toBe(200);
    expect((await send('POST', `${path}/reports`, { body: { reason: 'x' } })).status).toBe(202);
    expect((await send('DELETE', path, { headers })).status).toBe(204);
  });

  test('a plain form is told so on a page, a report with its words', async () => {
    const { send, post } = site();
    const { path, id } = await post();
    const report = (reason: string) => send('POST', `${path}/reports`, { form: { lang: 'en', reason } });
    await many(20, (at) => report(`سبب ${at}`));
    const refused = await report('كلام محفوظ');
    expect([refused.status, refused.headers.get('cache-control')]).toEqual([429, 'private, no-store']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const shown: PageRequest = JSON.parse(await refused.text());
    expect(new URL(shown.url).pathname + new URL(shown.url).search).toBe(`/en/articles/a?report=${id}`);
    expect(shown.refused).toMatchObject({
      kind: 'report',
      id,
      reason: 'كلام محفوظ',
      problem: { code: 'rate_limited' },
    });
    await many(120, () => send('POST', `${path}/like?lang=ar`, { form: {} }));
    const like = await send('POST', `${path}/like?lang=ar`, { form: {} });
    const told: PageRequest = JSON.parse(await like.text());
    expect([like.status, new URL(told.url).search]).toEqual([429, `?comment=${id}`]);
  });

  test('there is none where limits are off', async () => {
    const { send, post } = site({ RATE_LIMITS: 'off' });
    const { path } = await post();
    expect(new Set(await many(130, () => send('PUT', `${path}/like`)))).toEqual(new Set([200]));
  });
});

test('over https the cookie of a first like is bound to the host', async () => {
  const { send, post } = site({ PUBLIC_URL: 'https://news.example' });
  const { path } = await post();
  const [cookie = ''] = (await send('PUT', `${path}/like`)).headers.getSetCookie();
  expect(cookie).toMatch(/^__Host-riwaq-writer=[\w-]{32};.*HttpOnly; Secure; SameSite=Lax$/);
});
