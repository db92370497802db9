import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { addressOf, answerOf, outsider, problemOf } from './outsider.ts';
import { judgedServer } from './judged-server.ts';

const { base, stop } = await judgedServer();
afterAll(stop);
const { read, post, posted, openArticle, send } = outsider(base);
const { id: articleId, slug } = await openArticle();

const draft = (text: string) => ({ author: { name: 'سلمى الحدّاد' }, text });
const total = async () => (await read('GET /api/articles/:slug/comments', { slug })).total;

describe('a new comment', () => {
  test('is answered with 201 as it was written, and is there for everybody at once', async () => {
    const before = await total();
    const words = `كلام جديد ${randomUUID()}`;
    const comment = await posted(slug, draft(words));
    const now = Date.now();
    expect(comment).toEqual({
      id: comment.id,
      articleId,
      author: { name: 'سلمى الحدّاد', staff: false },
      text: words,
      createdAt: comment.createdAt,
      state: 'published',
      likes: { count: 0 },
      replies: [],
      replyCount: 0,
    });
    expect(Math.abs(now - Date.parse(comment.createdAt))).toBeLessThan(60_000);
    const { items } = await read(
      'GET /api/articles/:slug/comments',
      { slug },
      { order: 'newest', limit: '1' },
    );
    expect(items).toEqual([comment]);
    expect(await read('GET /api/comments/:id', comment)).toEqual({
      comment,
      articleSlug: slug,
      rootId: comment.id,
    });
    expect(await read('GET /api/comments/:id/replies', comment)).toEqual({ items: [], nextCursor: null });
    expect(await total()).toBe(before + 1);
    expect((await read('GET /api/articles/:slug', { slug })).comments.count).toBe(before + 1);
    const { items: listed } = await read('GET /api/articles', {}, { limit: '100' });
    expect(listed.find((article) => article.slug === slug)?.comments.count).toBe(before + 1);
  });

  test('changes the ETag of its article', async () => {
    const address = addressOf('GET /api/articles/:slug', { slug });
    const etag = (await send(address)).headers.get('etag') ?? '';
    await posted(slug, draft('تعليق يغيّر العدد'));
    expect((await send(address, { headers: { 'if-none-match': etag } })).status).toBe(200);
  });

  test('under no article is a 404', async () => {
    await problemOf('not_found', await post('no-such-article', draft('إلى لا أحد')));
  });
});

describe('an idempotency key', () => {
  test('with the same body gives the first answer again, however its letters are cased', async () => {
    const key = randomUUID();
    const first = await posted(slug, draft('مرّة واحدة'), { key });
    const after = await total();
    expect(await posted(slug, draft('مرّة واحدة'), { key })).toEqual(first);
    expect(await posted(slug, draft('مرّة واحدة'), { key: key.toUpperCase() })).toEqual(first);
    // What is kept is the same, so it is the same comment.
    expect(await posted(slug, draft('  مرّة واحدة\r\n'), { key })).toEqual(first);
    expect(await total()).toBe(after);
  });

  test('with another text, name, parent or article is refused, and the first stays as it was', async () => {
    const key = randomUUID();
    const first = await posted(slug, draft('الأولى'), { key });
    const after = await total();
    const refused = async (body: unknown, article = slug) =>
      problemOf('idempotency_mismatch', await post(article, body, { key }));
    await refused(draft('الثانية'));
    await refused({ author: { name: 'غيرها' }, text: 'الأولى' });
    await refused({ ...draft('الأولى'), parentId: first.id });
    const { items } = await read('GET /api/articles', {}, { limit: '100' });
    const other = items.find((one) => one.slug !== slug && one.comments.state === 'open');
    if (other === undefined) throw new Error(`${base} has one open article only; import a second one.`);
    await refused(draft('الأولى'), other.slug);
    expect((await read('GET /api/comments/:id', first)).comment).toEqual(first);
    expect(await total()).toBe(after);
  });

  test('sent eight times at once keeps one comment and gives one answer', async () => {
    const before = await total();
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => posted(slug, draft('ثماني مرّات معاً'), { key })),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await total()).toBe(before + 1);
  });

  test('sent at once with eight texts keeps one of them and refuses seven', async () => {
    const key = randomUUID();
    const texts = Array.from({ length: 8 }, (_, at) => draft(`نصّ ${at}`));
    const answers = await Promise.all(texts.map((body) => post(slug, body, { key })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      201,
      ...Array(7).fill(422),
    ]);
  });

  test.each([
    null,
    '',
    'x',
    '123',
    '{0b0f2c0e-5d7e-4a5f-9a4b-1a2b3c4d5e6f}',
    '0b0f2c0e5d7e4a5f9a4b1a2b3c4d5e6f',
    `${randomUUID()}0`,
    'a'.repeat(4000),
  ])('that is missing or none (%s) is refused, and nothing is kept', async (key) => {
    const before = await total();
    await problemOf('invalid_request', await post(slug, draft('بلا مفتاح'), { key }));
    expect(await total()).toBe(before);
  });

  test('of a refused comment is free for the mended one', async () => {
    const key = randomUUID();
    await problemOf('validation_failed', await post(slug, draft(''), { key }));
    expect((await posted(slug, draft('بعد الإصلاح'), { key })).text).toBe('بعد الإصلاح');
  });
});

test('what one reader may do or likes is in no answer', async () => {
  // `answerOf` refuses every member that the contract does not name; here they are looked for by name.
  const response = await post(slug, draft('للجميع'));
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  const { id } = await answerOf('POST /api/articles/:slug/comments', response);
  const paths = [
    `/api/comments/${id}`,
    addressOf('GET /api/articles/:slug/comments', { slug }),
    addressOf('GET /api/articles/:slug', { slug }),
  ];
  for (const path of paths) {
    const text = await (await send(path, { headers: { cookie } })).text();
    expect(text).not.toMatch(/"(mine|can|email|address|writer|fingerprint|token)"/);
  }
});
