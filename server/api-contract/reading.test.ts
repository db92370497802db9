import { afterAll, describe, expect, test } from 'vitest';
import { paths } from '#contract/paths';
import { addressOf, outsider, problemOf, walk } from './outsider.ts';
import { judgedServer } from './judged-server.ts';

const { base, stop } = await judgedServer();
afterAll(stop);
const { send, read, openArticle } = outsider(base);
const article = await openArticle();
const articles = (query: Readonly<Record<string, string>>) => read('GET /api/articles', {}, query);

describe('the site', () => {
  test('tells of itself, its languages and its sections, and each section lists its own', async () => {
    const { url, languages, defaultLanguage, sections } = await read('GET /api/site');
    expect(url).toMatch(/^https?:\/\/[^/]+$/);
    expect(languages.map(({ code }) => code)).toContain(defaultLanguage);
    for (const { slug } of sections) {
      const { items } = await articles({ section: slug });
      expect(items.length).toBeGreaterThan(0);
      expect(items.every(({ section }) => section?.slug === slug)).toBe(true);
    }
  });
});

describe('the list of articles', () => {
  test('is the same whatever the pages are cut to, without gap or double, newest first', async () => {
    const whole = (await walk(articles, 100)).map(({ id }) => id);
    expect(new Set(whole).size).toBe(whole.length);
    for (const limit of [1, 2, 3]) expect((await walk(articles, limit)).map(({ id }) => id)).toEqual(whole);
    const times = (await walk(articles, 100)).map(({ publishedAt }) => Date.parse(publishedAt));
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  test('has twenty where no limit says otherwise', async () => {
    expect(await articles({})).toEqual(await articles({ limit: '20' }));
  });

  test.each(['0', '101', '-1', '1.5', '1e1', '', ' 1', 'all', '٥', '9'.repeat(400)])(
    'has no limit of "%s"',
    async (limit) => {
      await problemOf('invalid_request', await send(addressOf('GET /api/articles', {}, { limit })));
    },
  );

  test.each(['1', '100'])('has a limit of %s', async (limit) => {
    expect((await articles({ limit })).items.length).toBeLessThanOrEqual(Number(limit));
  });

  test.each([
    '',
    'x',
    '1',
    '1.2',
    '..',
    'null',
    '0.AAAAAAAAAAAAAAAA',
    "' or 1=1 --",
    '\0',
    '1'.repeat(5_000),
  ])('has no cursor "%s"', async (cursor) => {
    await problemOf('cursor_invalid', await send(addressOf('GET /api/articles', {}, { cursor })));
  });

  test('takes its own cursor only as it gave it, and for the list it gave it for', async () => {
    const { nextCursor } = await articles({ limit: '1' });
    if (nextCursor === null) throw new Error(`${base} has one article only; import a second one.`);
    const refused = async (query: Record<string, string>) =>
      problemOf('cursor_invalid', await send(addressOf('GET /api/articles', {}, query)));
    await refused({ cursor: nextCursor.slice(0, -1) });
    await refused({ cursor: `${nextCursor}0` });
    await refused({ cursor: nextCursor.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)) });
    await refused({ cursor: nextCursor, lang: 'ar' });
    await refused({ cursor: nextCursor, section: 'x' });
    const comments = addressOf(
      'GET /api/articles/:slug/comments',
      { slug: article.slug },
      { cursor: nextCursor },
    );
    await problemOf('cursor_invalid', await send(comments));
  });

  test.each(['section', 'tag', 'lang', 'q'])('is empty for a %s that nothing has', async (name) => {
    expect(await articles({ [name]: 'zzzznothinghasthis' })).toEqual({ items: [], nextCursor: null });
  });

  test('narrows to the language asked for', async () => {
    const { items } = await articles({ lang: article.lang, limit: '100' });
    expect(items.map(({ id }) => id)).toContain(article.id);
    expect(items.every(({ lang }) => lang.split('-')[0] === article.lang.split('-')[0])).toBe(true);
  });
});

describe('an article', () => {
  const address = addressOf('GET /api/articles/:slug', article);

  test('comes whole, and is what the list told of', async () => {
    const whole = await read('GET /api/articles/:slug', article);
    expect(whole).toMatchObject({
      id: article.id,
      slug: article.slug,
      title: article.title,
      lang: article.lang,
    });
    expect(whole.slug).toBe(whole.slug.normalize('NFC'));
    expect(whole.body.length).toBeGreaterThan(0);
    expect(whole.related.map(({ id }) => id)).not.toContain(article.id);
  });

  test('is found by its slug however it is percent-encoded', async () => {
    const lower = address.replace(/%[0-9A-F]{2}/g, (byte) => byte.toLowerCase());
    const everyByte = `/api/articles/${[...Buffer.from(article.slug)].map((byte) => `%${byte.toString(16)}`).join('')}`;
    for (const path of [lower, everyByte])
      expect(await (await send(path)).json()).toMatchObject({ id: article.id });
  });

  test('is found by its slug in decomposed letters', async () => {
    const twoSpellings = (await walk(articles, 100)).find(({ slug }) => slug !== slug.normalize('NFD'));
    if (twoSpellings === undefined)
      throw new Error(`${base} has no article whose slug decomposes, as أ does.`);
    const { id, slug } = twoSpellings;
    expect((await read('GET /api/articles/:slug', { slug: slug.normalize('NFD') })).id).toBe(id);
    await read('GET /api/articles/:slug/comments', { slug: slug.normalize('NFD') });
  });

  test('is answered with 304 to whoever holds it', async () => {
    const first = await send(address);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^(W\/)?"[^"]+"$/);
    for (const held of [etag, etag.replace('W/', ''), `"other", ${etag}`, '*']) {
      const again = await send(address, { headers: { 'if-none-match': held } });
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    }
    expect((await send(address, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  test.each(['no-such-article', 'لا-شيء', '%00', '%E0%A4', '%2e%2e%2fsite', "'--", '%F0%9F%98%80'])(
    'that is not there (%s) is a problem of its own, as are its comments',
    async (slug) => {
      await problemOf('not_found', await send(`/api/articles/${slug}`));
      await problemOf('not_found', await send(`/api/articles/${slug}/comments`));
    },
  );
});

test('a page of a list that begins nowhere leads to the beginning of the list', async () => {
  const page = paths.article('ar', article.slug);
  for (const address of [paths.front('ar'), paths.front('en'), page])
    for (const after of ['nonsense', '', '1.2', '1'.repeat(5_000), '%ff']) {
      const answer = await send(`${address}?after=${after}`);
      expect([answer.status, answer.headers.get('location')]).toEqual([302, address]);
      expect((await send(address)).status).toBe(200);
    }
  const { nextCursor } = await articles({ limit: '1' });
  const further = await send(`${paths.front('ar')}?after=${encodeURIComponent(nextCursor ?? '')}`);
  expect(further.status).toBe(200);
});
