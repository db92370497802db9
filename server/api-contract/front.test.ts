import { afterAll, describe, expect, test } from 'vitest';
import { limits } from '#contract/limits';
import { addressOf, outsider, problemOf, walk } from './outsider.ts';
import { judgedServer } from './judged-server.ts';

const { base, stop } = await judgedServer();
afterAll(stop);
const { send, read, posted, openArticle } = outsider(base);

describe('the front', () => {
  test('begins with the newest articles, and the list goes on where it ends', async () => {
    const { top, nextCursor } = await read('GET /api/front');
    expect(top.length).toBeGreaterThan(0);
    expect(top.length).toBeLessThanOrEqual(limits.front.top);
    const articles = (query: Readonly<Record<string, string>>) => read('GET /api/articles', {}, query);
    const rest = async () =>
      walk((query) => articles({ ...(nextCursor !== null && { cursor: nextCursor }), ...query }), 2);
    const all = [...top, ...(nextCursor === null ? [] : await rest())];
    expect(all).toEqual(await walk(articles, 100));
  });

  test('shows nothing twice, and sections in the order of the site, none of them empty', async () => {
    const { top, sections } = await read('GET /api/front');
    const shown = [...top, ...sections.flatMap(({ items }) => items)].map(({ id }) => id);
    expect(new Set(shown).size).toBe(shown.length);
    const known = (await read('GET /api/site')).sections.map(({ slug }) => slug);
    const order = sections.map(({ slug }) => known.indexOf(slug));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    for (const { slug, items } of sections) {
      expect(items.length).toBeGreaterThan(0);
      expect(items.length).toBeLessThanOrEqual(limits.front.section);
      expect(items.every(({ section }) => section?.slug === slug)).toBe(true);
    }
  });

  test('tells at once of a comment, and of the most commented first', async () => {
    const { slug } = await openArticle();
    const most = (await read('GET /api/front')).discussed[0]?.comments.count ?? 0;
    const mine = (await read('GET /api/articles/:slug', { slug })).comments.count;
    for (let at = mine; at <= most; at += 1)
      await posted(slug, { author: { name: 'هدى' }, text: `كلمة ${at}` });
    const { discussed } = await read('GET /api/front');
    expect(discussed[0]).toMatchObject({ slug, comments: { count: Math.max(mine, most + 1) } });
    const counts = discussed.map(({ comments }) => comments.count);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(counts.length).toBeLessThanOrEqual(limits.front.discussed);
    expect(counts).not.toContain(0);
  });

  test('is answered with 304 to whoever holds it, and takes no other method', async () => {
    const address = addressOf('GET /api/front', {});
    const etag = (await send(address)).headers.get('etag') ?? '';
    expect((await send(address, { headers: { 'if-none-match': etag } })).status).toBe(304);
    await problemOf('method_not_allowed', await send(address, { method: 'DELETE' }));
  });
});
