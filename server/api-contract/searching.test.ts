import { afterAll, expect, test } from 'vitest';
import type { Block, Run } from '#contract/article';
import { outsider, walk } from './outsider.ts';
import { judgedServer } from './judged-server.ts';

const { base, stop } = await judgedServer();
afterAll(stop);
const { read } = outsider(base);
const articles = (query: Readonly<Record<string, string>>) => read('GET /api/articles', {}, query);

const written = (runs: readonly Run[]) => runs.map(({ text }) => text).join('');
const wordsOf = (block: Block): string => ('children' in block ? written(block.children) : '');

/** An article's own words, as a reader sees them. */
async function textOf(slug: string): Promise<string> {
  const { title, summary = '', body } = await read('GET /api/articles/:slug', { slug });
  return [title, ...body.map(wordsOf), summary].join('\n');
}

const some = (await articles({ limit: '20' })).items;
const texts = new Map(await Promise.all(some.map(async ({ slug }) => [slug, await textOf(slug)] as const)));

test('an article is found by its title, its first words, and a word without its marks', async () => {
  for (const { id, title, slug } of some.slice(0, 3)) {
    const sentence = (texts.get(slug) ?? '').split('\n')[1]?.split(' ').slice(0, 3).join(' ') ?? '';
    const bare = title.replace(/[\u064b-\u0652]/g, '');
    for (const q of [title, sentence, bare])
      expect((await articles({ q, limit: '100' })).items.map((one) => one.id)).toContain(id);
  }
});

test('articles with the very words come before those that match folded, each newest first', async () => {
  const vowelled = new Set(
    [...texts.values()].flatMap(
      (text) => text.match(/[\u0621-\u064a]*[\u064b-\u0652][\u0621-\u0652]*/g) ?? [],
    ),
  );
  for (const marked of vowelled) {
    for (const q of [marked, marked.replace(/[\u064b-\u0652]/g, '')]) {
      const found = await walk((query) => articles({ ...query, q }), 2);
      const exact = await Promise.all(found.map(async ({ slug }) => (await textOf(slug)).includes(q)));
      if (!exact.includes(true) || !exact.includes(false)) continue;
      expect(exact).toEqual(exact.toSorted((a, b) => Number(b) - Number(a)));
      for (const kind of [true, false]) {
        const times = found
          .filter((_, at) => exact[at] === kind)
          .map(({ publishedAt }) => Date.parse(publishedAt));
        expect(times).toEqual(times.toSorted((a, b) => b - a));
      }
      return;
    }
  }
  throw new Error(
    `${base} has no word that one article spells with marks and another without; import two such.`,
  );
});

test.each([
  '',
  ' ',
  '؟',
  '"',
  '%',
  '*',
  'a OR b',
  'NEAR(a b)',
  "'; drop table articles; --",
  '\ud83d\ude00',
  '\0',
])('asking for "%s" is no fault', async (q) => {
  const { items } = await articles({ q });
  expect(Array.isArray(items)).toBe(true);
});
