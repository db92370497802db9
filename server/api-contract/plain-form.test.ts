import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { commentAnchor, paths } from '#contract/paths';
import { limits } from '#contract/limits';
import { addressOf, outsider } from './outsider.ts';
import { judgedServer } from './judged-server.ts';

const { base, stop } = await judgedServer();
afterAll(stop);
const { read, send, posted, openArticle } = outsider(base);
const { slug } = await openArticle();
const address = addressOf('POST /api/articles/:slug/comments', { slug });

const sendForm = (fields: Record<string, string>, path = address) =>
  send(path, { method: 'POST', body: new URLSearchParams({ lang: 'ar', ...fields }) });
const total = async () => (await read('GET /api/articles/:slug/comments', { slug })).total;
const idIn = (response: Response) =>
  /\?posted=([^#]+)#/.exec(response.headers.get('location') ?? '')?.[1] ?? '';

describe('a form that is taken', () => {
  test.each(['ar', 'en'] as const)('leads back to the %s page, to its comment', async (lang) => {
    const text = `نموذج ${randomUUID()}\r\nسطر ثانٍ`;
    const response = await sendForm({ lang, name: 'سلمى الحدّاد', text });
    expect(response.status).toBe(303);
    const id = idIn(response);
    expect(response.headers.get('location')).toBe(
      `${paths.article(lang, slug)}?posted=${id}#${commentAnchor(id)}`,
    );
    const { comment } = await read('GET /api/comments/:id', { id });
    expect([comment.author.name, comment.text]).toEqual(['سلمى الحدّاد', text.replace('\r\n', '\n')]);
    const page = await send(response.headers.get('location') ?? '');
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect(await page.text()).toContain(`id="${commentAnchor(id)}"`);
  });

  test('twice, or eight times at once, counts once', async () => {
    const before = await total();
    const fields = { name: 'سلمى', text: `ضغطة ${randomUUID()}` };
    const answers = await Promise.all(Array.from({ length: 8 }, () => sendForm(fields)));
    answers.push(await sendForm(fields));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(new Set(answers.map(idIn)).size).toBe(1);
    expect(await total()).toBe(before + 1);
  });

  test('with other words counts again', async () => {
    const text = `كلام ${randomUUID()}`;
    const ids = [
      await sendForm({ name: 'سلمى', text }),
      await sendForm({ name: 'سلمى', text: `${text}!` }),
      await sendForm({ name: 'هدى', text }),
    ].map(idIn);
    expect(new Set(ids).size).toBe(3);
  });

  test('as an answer stands below what it answers', async () => {
    const parent = await posted(slug, { author: { name: 'هدى' }, text: 'سؤال' });
    const id = idIn(await sendForm({ name: 'سلمى', text: `جواب ${randomUUID()}`, parentId: parent.id }));
    expect((await read('GET /api/comments/:id', { id })).comment.parentId).toBe(parent.id);
    const top = idIn(await sendForm({ name: 'سلمى', text: `جواب ${randomUUID()}`, parentId: '' }));
    expect((await read('GET /api/comments/:id', { id: top })).rootId).toBe(top);
  });
});

describe('a form that is refused', () => {
  const hostile = `</textarea><script>alert(1)</script>"'&<b>`;

  test.each<[what: string, fields: Record<string, string>]>([
    ['without a name', { name: '', text: `كلام محفوظ ${hostile}` }],
    ['with a name of the staff', { name: 'المشرف', text: `كلام محفوظ ${hostile}` }],
    ['with a long name', { name: 'ب'.repeat(81), text: `كلام محفوظ ${hostile}` }],
    ['without a text', { name: `سلمى ${hostile}`, text: '' }],
    ['with too long a text', { name: 'سلمى', text: `كلام محفوظ ${hostile}${'ب'.repeat(5_000)}` }],
    ['below a comment that is not there', { name: 'سلمى', text: `كلام محفوظ ${hostile}`, parentId: 'x' }],
  ])('%s is shown again as a page with its words, which do not run', async (_, fields) => {
    const before = await total();
    const response = await sendForm(fields);
    const html = await response.text();
    expect([response.status, response.headers.get('cache-control')]).toEqual([422, 'private, no-store']);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(html).not.toContain('<script>alert(1)');
    expect(html).not.toContain(hostile);
    expect(html).toContain('&lt;/textarea&gt;&lt;script&gt;alert(1)');
    if (fields['text']?.startsWith('كلام')) expect(html).toMatch(/<textarea[^>]*>\s*كلام محفوظ &lt;/);
    expect(await total()).toBe(before);
  });

  test('as an answer it keeps its words under what it answers, where that can still be answered', async () => {
    const { id } = await posted(slug, { author: { name: 'هدى' }, text: 'سؤال' });
    const kept = async (parentId: string) => {
      const html = await (await sendForm({ name: '', text: 'جواب محفوظ', parentId })).text();
      expect(html).toContain('جواب محفوظ');
      return /"form":(\{.*?\}\})/.exec(html)?.[1] ?? '';
    };
    expect(await kept(id)).toContain(`"parentId":"${id}"`);
    expect(await kept('nothing')).not.toContain('parentId');
  });

  test('speaks the language of its page', async () => {
    const html = await (await sendForm({ lang: 'en', name: '', text: 'kept' })).text();
    expect(html).toMatch(/^<!doctype html>\s*<html lang="en" dir="ltr"/i);
  });

  test.each([
    '',
    'name=&text=',
    'text=x',
    'name=x',
    'constructor=x&__proto__=y&toString=z',
    '&&==&',
    'name',
    'name=x&name=&text=y',
  ])('because fields are missing (%s) is a page too', async (body) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await send(address, { method: 'POST', headers, body })).status).toBe(422);
  });

  test('under no article is a page that says so, with its words to take along', async () => {
    const response = await sendForm(
      { name: 'سلمى', text: 'إلى لا أحد' },
      '/api/articles/no-such-article/comments',
    );
    expect([response.status, response.headers.get('content-type')]).toEqual([
      404,
      'text/html; charset=utf-8',
    ]);
    expect(await response.text()).toMatch(/<textarea[^>]* readonly=""[^>]*>إلى لا أحد<\/textarea>/i);
  });

  test.each<[what: string, status: number, body: string | Uint8Array<ArrayBuffer>, kept: RegExp]>([
    ['a cut letter', 400, 'name=%E0%A4&text=x', />x<\/textarea>/],
    ['a byte of Windows-1256', 400, 'name=x&text=a%c7b', />a\ufffdb<\/textarea>/],
    [
      'such a byte as it is',
      400,
      new Uint8Array(Buffer.from('name=x&text=a\xc7b', 'latin1')),
      />a\ufffdb<\/textarea>/,
    ],
    ['a surrogate', 400, 'name=x&text=a%ED%A0%80', />a\ufffd+<\/textarea>/],
    ['an escape that is none', 400, 'name=%zz&text=x', /value="%zz"/],
    [
      'more than is read',
      413,
      `name=${encodeURIComponent('سلمى')}&text=${encodeURIComponent('كلام ')}${'x'.repeat(limits.commentBody)}`,
      />كلام x{1000}/,
    ],
  ])(
    'because of %s is a page too, with the words as far as they could be read',
    async (_, status, body, kept) => {
      const before = await total();
      const headers = { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'en' };
      const response = await send(address, { method: 'POST', headers, body });
      const html = await response.text();
      expect([response.status, response.headers.get('content-type')]).toEqual([
        status,
        'text/html; charset=utf-8',
      ]);
      expect(html).toMatch(/<html lang="en" dir="ltr"/);
      expect(html).toMatch(/role="alert"/);
      expect(html).toMatch(kept);
      expect(await total()).toBe(before);
    },
  );
});
