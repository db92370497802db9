import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { addressOf, answerOf, outsider } from './outsider.ts';
import { judgedServer } from './judged-server.ts';

const { base, stop } = await judgedServer();
afterAll(stop);
const { send, post, openArticle, read } = outsider(base);
const { slug } = await openArticle();
const words = () => ({ author: { name: 'سلمى' }, text: `كلام ${randomUUID()}` });

const cookiesOf = (response: Response) => response.headers.getSetCookie();
const pairOf = (response: Response) => cookiesOf(response)[0]?.split(';')[0] ?? '';

describe("a writer's cookie", () => {
  test('is opaque, out of reach for script and for other sites, and kept for long', async () => {
    const response = await post(slug, words());
    const comment = await answerOf('POST /api/articles/:slug/comments', response);
    expect(cookiesOf(response)).toHaveLength(1);
    const [pair = '', ...attributes] = cookiesOf(response)[0]?.split(/; */) ?? [];
    const [name = '', value = ''] = pair.split('=');
    const given = attributes.map((attribute) => attribute.toLowerCase());
    expect(given).toContain('httponly');
    expect(given).toContain('path=/');
    expect(given.some((attribute) => /^samesite=(lax|strict)$/.test(attribute))).toBe(true);
    expect(given.some((attribute) => attribute.startsWith('domain='))).toBe(false);
    // A browser drops a `__Host-` or Secure cookie that came without https, and must not get one over http.
    const { url } = await read('GET /api/site');
    expect(name.startsWith('__Host-')).toBe(url.startsWith('https:'));
    expect(given.includes('secure')).toBe(url.startsWith('https:'));
    expect(value.length).toBeGreaterThanOrEqual(22);
    expect(value).not.toContain(comment.id);
  });

  test('is given once: whoever shows it gets no other', async () => {
    const cookie = pairOf(await post(slug, words()));
    const second = await post(slug, words(), { headers: { cookie } });
    expect([second.status, cookiesOf(second)]).toEqual([201, []]);
  });

  test('is given to each browser of its own', async () => {
    const cookies = await Promise.all([1, 2, 3].map(async () => pairOf(await post(slug, words()))));
    expect(new Set(cookies).size).toBe(3);
  });

  test('is given again to whoever knows the key and the words, as its answer may have been lost', async () => {
    const [key, body] = [randomUUID(), words()];
    await post(slug, body, { key });
    const again = await post(slug, body, { key });
    expect(cookiesOf(again)).toHaveLength(1);
    const cookie = pairOf(again);
    expect(cookiesOf(await post(slug, words(), { headers: { cookie } }))).toEqual([]);
    expect(cookiesOf(await post(slug, body, { key, headers: { cookie } }))).toEqual([]);
  });

  test.each(['forged', 'x'.repeat(32), '', 'a=b', '"quoted"', '%E0%A4', 'a'.repeat(3000)])(
    'that nobody was given («%s») is worth nothing and is replaced',
    async (value) => {
      const name = pairOf(await post(slug, words())).split('=')[0] ?? '';
      const response = await post(slug, words(), { headers: { cookie: `${name}=${value}; other=1` } });
      expect([response.status, cookiesOf(response).length]).toEqual([201, 1]);
      expect(pairOf(response)).not.toBe(`${name}=${value}`);
    },
  );

  test('comes with nothing that is only read or refused', async () => {
    const paths = ['/api/articles', addressOf('GET /api/articles/:slug', { slug }), '/api/site', '/healthz'];
    for (const path of paths) expect(cookiesOf(await send(path))).toEqual([]);
    expect(cookiesOf(await post(slug, { text: '' }))).toEqual([]);
    expect(cookiesOf(await post('no-such-article', words()))).toEqual([]);
  });
});

describe('of a plain form', () => {
  const sendForm = (text: string, headers: Record<string, string> = {}) =>
    send(addressOf('POST /api/articles/:slug/comments', { slug }), {
      method: 'POST',
      headers,
      body: new URLSearchParams({ lang: 'ar', name: 'سلمى', text }),
    });

  test('the first answer brings the cookie', async () => {
    const response = await sendForm(`نموذج ${randomUUID()}`);
    expect([response.status, cookiesOf(response).length]).toEqual([303, 1]);
    const again = await sendForm(`نموذج ${randomUUID()}`, { cookie: pairOf(response) });
    expect([again.status, cookiesOf(again)]).toEqual([303, []]);
  });

  test('a repetition without it brings none: a shared address proves nothing', async () => {
    const text = `نموذج ${randomUUID()}`;
    const [first, again] = [await sendForm(text), await sendForm(text)];
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect(cookiesOf(again)).toEqual([]);
  });
});
