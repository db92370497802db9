import { afterAll, describe, expect, test } from 'vitest';
import { limits } from '#contract/limits';
import { commentAnchor, paths } from '#contract/paths';
import { addressOf, answerOf, cookieOf, outsider, problemOf } from './outsider.ts';
import { judgedServer } from './judged-server.ts';

const { base, stop } = await judgedServer();
afterAll(stop);
const { ask, send, read, posted, openArticle } = outsider(base);
const { slug } = await openArticle();

const comment = () => posted(slug, { author: { name: 'هدى' }, text: 'كلام جارح' });
const report = (id: string, body: unknown, cookie?: string) =>
  ask('POST /api/comments/:id/reports', { id }, { body, ...(cookie !== undefined && { cookie }) });

describe('a report', () => {
  test('is taken without a word more, once or twice, and changes nothing that is shown', async () => {
    const one = await comment();
    const first = await report(one.id, { reason: 'سبّ' });
    expect(await answerOf('POST /api/comments/:id/reports', first)).toBeUndefined();
    const cookie = cookieOf(first);
    expect(cookie).not.toBe('');
    const again = await report(one.id, { reason: 'سبّ وقذف' }, cookie);
    expect([again.status, cookieOf(again), await again.text()]).toEqual([202, '', '']);
    expect((await read('GET /api/comments/:id', one)).comment).toEqual(one);
  });

  test.each<[what: string, body: unknown, errors: { field: string; code: string }[]]>([
    ['no reason', {}, [{ field: 'reason', code: 'required' }]],
    ['a blank reason', { reason: ' \u200b' }, [{ field: 'reason', code: 'required' }]],
    ['a reason that is a number', { reason: 5 }, [{ field: 'reason', code: 'wrong_type' }]],
    ['a long reason', { reason: 'مَّ'.repeat(limits.reason.max + 1) }, [{ field: 'reason', code: 'too_long' }]],
    ['NUL', { reason: 'a\0' }, [{ field: 'reason', code: 'malformed' }]],
    ['more', { reason: 'x', email: 'a@b.example' }, [{ field: 'email', code: 'unknown' }]],
  ])('with %s is refused field by field', async (_, body, errors) => {
    const { id } = await comment();
    const response = await report(id, body);
    expect(cookieOf(response)).toBe('');
    expect((await problemOf('validation_failed', response)).errors).toEqual(errors);
  });

  test('of five hundred letters with marks is taken', async () => {
    const { id } = await comment();
    expect((await report(id, { reason: 'مَّ'.repeat(limits.reason.max) })).status).toBe(202);
  });

  test.each(['nothing', '%00', "'--"])('of nothing («%s») is a 404', async (id) => {
    await problemOf('not_found', await report(id, { reason: 'x' }));
  });

  test('takes JSON or a form', async () => {
    const { id } = await comment();
    await problemOf('unsupported_media_type', await ask('POST /api/comments/:id/reports', { id }));
  });
});

describe('as a plain form', () => {
  const sendForm = (id: string, fields: Record<string, string>) =>
    send(addressOf('POST /api/comments/:id/reports', { id }), {
      method: 'POST',
      body: new URLSearchParams(fields),
    });

  test.each(['ar', 'en'] as const)('leads back to the %s page, which says so', async (lang) => {
    const { id } = await comment();
    const response = await sendForm(id, { lang, reason: 'سبّ' });
    const location = response.headers.get('location') ?? '';
    expect([response.status, location]).toEqual([
      303,
      `${paths.article(lang, slug)}?reported=${id}#${commentAnchor(id)}`,
    ]);
    const page = await send(location);
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  });

  test.each([
    ['without a reason', 'reason=&lang=en', 422, ''],
    ['with too long a one', `lang=en&reason=${'b'.repeat(501)}`, 422, 'b'.repeat(501)],
    ['with a cut letter', 'lang=en&reason=a%E0%A4', 400, 'a\ufffd'],
  ])(
    '%s it is a page that keeps the words, and whatever they are they do not run',
    async (_, body, status, reason) => {
      const { id } = await comment();
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const path = addressOf('POST /api/comments/:id/reports', { id });
      const response = await send(path, { method: 'POST', headers, body });
      const html = await response.text();
      expect([response.status, response.headers.get('cache-control')]).toEqual([status, 'private, no-store']);
      expect(html).toMatch(/<html lang="en"/);
      expect(html).toContain(JSON.stringify({ kind: 'report', id, reason }).slice(1, -1));
    },
  );

  test('of nothing it is a page that says so, with the words in its state', async () => {
    const hostile = '</script><script>alert(1)</script>';
    const response = await sendForm('nothing', { lang: 'ar', reason: hostile });
    const html = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([
      404,
      'text/html; charset=utf-8',
    ]);
    expect(html).not.toContain(hostile);
    expect(html).toContain('\\u003c/script>\\u003cscript>alert(1)');
  });
});
