import { afterAll, describe, expect, test } from 'vitest';
import { limits } from '#contract/limits';
import { commentAnchor, paths } from '#contract/paths';
import { addressOf, answerOf, cookieOf, outsider, problemOf } from './outsider.ts';
import { judgedServer } from './judged-server.ts';

const { base, stop } = await judgedServer();
afterAll(stop);
const { ask, send, read, post, posted, openArticle } = outsider(base);
const { slug } = await openArticle();

const comment = () => posted(slug, { author: { name: 'هدى' }, text: 'ما رأيكم؟' });
const count = async (id: string) => (await read('GET /api/comments/:id', { id })).comment.likes.count;
const liked = async (id: string, cookie?: string) => {
  const response = await ask('PUT /api/comments/:id/like', { id }, cookie === undefined ? {} : { cookie });
  return { likes: await answerOf('PUT /api/comments/:id/like', response), cookie: cookieOf(response) };
};
const isMine = async (id: string, cookie: string) =>
  (
    await answerOf(
      'GET /api/articles/:slug/mine',
      await ask('GET /api/articles/:slug/mine', { slug }, { cookie }),
    )
  ).comments[id]?.liked;

describe('a like', () => {
  test('counts once a browser, which gets its cookie with the first', async () => {
    const { id } = await comment();
    const first = await liked(id);
    expect(first.likes).toEqual({ count: 1, mine: true });
    expect(first.cookie).not.toBe('');
    expect(await liked(id, first.cookie)).toEqual({ likes: { count: 1, mine: true }, cookie: '' });
    expect((await liked(id)).likes).toEqual({ count: 2, mine: true });
    expect(await count(id)).toBe(2);
    expect(await isMine(id, first.cookie)).toBe(true);
    // The same cookie stands for the writer of what is posted next.
    const next = await post(
      slug,
      { author: { name: 'هدى' }, text: 'وأقول' },
      { headers: { cookie: first.cookie } },
    );
    expect(cookieOf(next)).toBe('');
  });

  test('is taken back by whoever gave it, and by nobody else', async () => {
    const { id } = await comment();
    const { cookie } = await liked(id);
    const undo = async (asked: { cookie?: string }) => {
      const response = await ask('DELETE /api/comments/:id/like', { id }, asked);
      expect(cookieOf(response)).toBe('');
      return answerOf('DELETE /api/comments/:id/like', response);
    };
    expect(await undo({})).toEqual({ count: 1, mine: false });
    expect(await undo({ cookie: 'riwaq-writer=forged' })).toEqual({ count: 1, mine: false });
    expect(await undo({ cookie })).toEqual({ count: 0, mine: false });
    expect(await undo({ cookie })).toEqual({ count: 0, mine: false });
    expect(await count(id)).toBe(0);
    expect(await isMine(id, cookie)).toBeUndefined();
    expect((await liked(id, cookie)).likes).toEqual({ count: 1, mine: true });
  });

  test('of one’s own comment is as good as any', async () => {
    const response = await post(slug, { author: { name: 'هدى' }, text: 'أحسنت أنا' });
    const { id } = await answerOf('POST /api/articles/:slug/comments', response);
    expect((await liked(id, cookieOf(response))).likes).toEqual({ count: 1, mine: true });
  });

  test('twenty times at once by one browser counts once', async () => {
    const { id } = await comment();
    const { cookie } = await liked((await comment()).id);
    const answers = await Promise.all(Array.from({ length: 20 }, () => liked(id, cookie)));
    expect(new Set(answers.map(({ likes }) => likes.count))).toEqual(new Set([1]));
  });

  test('puts the most liked first', async () => {
    const { id } = await comment();
    for (let at = 0; at < 5; at += 1) await liked(id);
    const { items } = await read(
      'GET /api/articles/:slug/comments',
      { slug },
      { order: 'liked', limit: '1' },
    );
    expect([items[0]?.id, items[0]?.likes.count]).toEqual([id, 5]);
  });

  test.each(['nothing', '%00', "'--", 'constructor'])(
    'of nothing («%s») is a 404, and gives no cookie',
    async (id) => {
      for (const name of ['PUT /api/comments/:id/like', 'DELETE /api/comments/:id/like'] as const) {
        const response = await ask(name, { id });
        expect(cookieOf(response)).toBe('');
        await problemOf('not_found', response);
      }
    },
  );
});

describe('as a plain form', () => {
  const press = (
    id: string,
    fields: Record<string, string> = {},
    headers: Record<string, string> = {},
    lang = 'ar',
  ) =>
    send(addressOf('POST /api/comments/:id/like', { id }, lang === '' ? {} : { lang }), {
      method: 'POST',
      headers,
      body: new URLSearchParams(fields),
    });

  test.each(['ar', 'en'] as const)(
    'leads back to the %s page, which says so and is nobody’s to keep',
    async (lang) => {
      const { id } = await comment();
      const response = await press(id, {}, {}, lang);
      const location = response.headers.get('location') ?? '';
      expect([response.status, location]).toEqual([
        303,
        `${paths.article(lang, slug)}?liked=${id}#${commentAnchor(id)}`,
      ]);
      const cookie = cookieOf(response);
      expect(await isMine(id, cookie)).toBe(true);
      const page = await send(location);
      expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
      const back = await press(id, { undo: '1' }, { cookie }, lang);
      expect(back.headers.get('location')).toBe(
        `${paths.article(lang, slug)}?unliked=${id}#${commentAnchor(id)}`,
      );
      expect(await count(id)).toBe(0);
    },
  );

  test('speaks the reader’s language where its page does not say one', async () => {
    const { id } = await comment();
    for (const lang of ['', 'xx']) {
      const response = await press(id, {}, { 'accept-language': 'en' }, lang);
      expect(response.headers.get('location')).toMatch(/^\/en\//);
    }
  });

  test('of nothing is a page that says so', async () => {
    const response = await press('nothing', {}, {}, 'en');
    expect([response.status, response.headers.get('cache-control')]).toEqual([404, 'private, no-store']);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await response.text()).toMatch(/<html lang="en"/);
  });

  test('that cannot be read is a page of its comment with the reason', async () => {
    const { id } = await comment();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const path = addressOf('POST /api/comments/:id/like', { id });
    const response = await send(path, { method: 'POST', headers, body: 'undo=%E0%A4' });
    expect([response.status, response.headers.get('cache-control')]).toEqual([400, 'private, no-store']);
    const long = await send(path, { method: 'POST', headers, body: 'x'.repeat(limits.commentBody + 1) });
    expect(long.status).toBe(413);
    expect(await count(id)).toBe(0);
  });

  test('takes nothing but a form', async () => {
    const { id } = await comment();
    await problemOf('unsupported_media_type', await ask('POST /api/comments/:id/like', { id }, { body: {} }));
    await problemOf('unsupported_media_type', await ask('POST /api/comments/:id/like', { id }));
  });
});

test('an address that says what was not done shows the page and says nothing', async () => {
  const { id } = await comment();
  for (const kind of ['liked', 'unliked', 'reported']) {
    const shown = async (of: string) => (await send(`${paths.article('ar', slug)}?${kind}=${of}`)).text();
    expect(await shown(id)).toContain(`"done":{"kind":"${kind}","id":"${id}"}`);
    expect(await shown('nothing')).not.toContain('"done"');
  }
});
