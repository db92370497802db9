import { describe, expect, test } from 'vitest';
import { runArticles } from './cli-articles.ts';
import { draft, start } from './storage/conformance/samples.ts';
import { onSqliteSite } from './storage/conformance/sqlite-site.ts';
import { type Storage, StorageError } from './storage/port.ts';

const usage =
  'usage: npm run articles -- list | withdraw SLUG… | restore SLUG… (a SLUG or the address of its article)';

async function run(storage: Parameters<typeof runArticles>[1]['storage'], ...args: string[]) {
  const lines: string[] = [];
  const code = await runArticles(args, { storage, write: (line) => void lines.push(line), now: () => start });
  return [code, ...lines];
}

const onSite = (work: (storage: Storage) => Promise<void>) =>
  onSqliteSite(async ({ open }) => work(await open()));

/** A database that has gone away. */
const away = {
  listAllArticles: () => Promise.reject(new StorageError('unavailable')),
  withdrawArticle: async (slug: string) => {
    if (slug === 'first') return 'withdrawn' as const;
    throw new StorageError('full');
  },
  restoreArticle: () => Promise.reject(new StorageError('unavailable')),
};

describe('runArticles', () => {
  test.each([[[]], [['withdraw']], [['restore']], [['list', 'all']], [['remove', 'a']]])(
    'says how when it is asked %j',
    async (args) => {
      expect(await run(away, ...args)).toEqual([1, usage]);
    },
  );

  test('lists every article in one line, however many there are', () =>
    onSite(async (storage) => {
      expect(await run(storage, 'list')).toEqual([0, 'no articles yet']);
      const count = 103;
      for (let at = 0; at < count; at += 1)
        await storage.saveArticle(draft({ slug: `a${at}`, source: `a${at}.txt`, publishedAt: start - at }));
      await storage.saveArticle(draft({ slug: 'soon', source: 'soon.txt', publishedAt: start + 1 }));
      await storage.withdrawArticle('a0');
      const [code, ...lines] = await run(storage, 'list');
      expect([code, lines.length]).toEqual([0, count + 1]);
      expect(lines.slice(0, 3)).toEqual([
        'waiting 2026-11-01T08:00:00.001Z soon (soon.txt) — افتتاح رواق الحكايات',
        'withdrawn 2026-11-01T08:00:00.000Z a0 (a0.txt) — افتتاح رواق الحكايات',
        'published 2026-11-01T07:59:59.999Z a1 (a1.txt) — افتتاح رواق الحكايات',
      ]);
    }));

  test('withdraws and restores, one line for each, and goes on past what it must refuse', () =>
    onSite(async (storage) => {
      for (const slug of ['أول', 'second']) await storage.saveArticle(draft({ slug }));
      // The same letters in another spelling.
      const spelt = 'أول'.normalize('NFD');
      expect(await run(storage, 'withdraw', spelt, 'nothing', 'second', 'second')).toEqual([
        1,
        'withdrawn أول',
        'refused: no article has the address nothing',
        'withdrawn second',
        'unchanged second — already withdrawn',
      ]);
      expect(await storage.getArticle('أول', start)).toBeUndefined();
      expect(await run(storage, 'restore', 'أول', 'second', 'second')).toEqual([
        0,
        'restored أول',
        'restored second',
        'unchanged second — not withdrawn',
      ]);
      expect(await storage.getArticle('أول', start)).toBeDefined();
      expect(await run(storage, 'restore', 'nothing')).toEqual([
        1,
        'refused: no article has the address nothing',
      ]);
    }));

  test.each([
    ['the encoded slug', encodeURIComponent('سوق-الكتب')],
    ['the address', `https://example.org/ar/articles/${encodeURIComponent('سوق-الكتب')}`],
    ['the address as browsers show it', 'http://localhost:3000/en/articles/سوق-الكتب'],
    ['the address without its scheme', 'example.org/ar/articles/سوق-الكتب/'],
    ['its path', '/ar/articles/سوق-الكتب'],
    ['the address of a comment', 'https://example.org/ar/articles/سوق-الكتب?page=2#comment-1'],
  ])('takes %s for the slug', (_, given) =>
    onSite(async (storage) => {
      await storage.saveArticle(draft({ slug: 'سوق-الكتب' }));
      expect(await run(storage, 'withdraw', given)).toEqual([0, 'withdrawn سوق-الكتب']);
      expect(await run(storage, 'restore', given)).toEqual([0, 'restored سوق-الكتب']);
    }),
  );

  test.each([
    ['http://example.org/ar/', 'http://example.org/ar/'],
    ['http://example.org/ar/articles/', 'http://example.org/ar/articles/'],
    ['100%', '100%'],
    ['%0a', '\\u000a'],
  ])('an address of no article is refused as it was given: %s', async (given, said) => {
    const storage = { ...away, withdrawArticle: async () => 'unknown' as const };
    expect(await run(storage, 'withdraw', given)).toEqual([1, `refused: no article has the address ${said}`]);
  });

  test('a database that fails ends the run in one sentence', async () => {
    expect(await run(away, 'withdraw', 'first', 'second', 'third')).toEqual([
      1,
      'withdrawn first',
      'refused: the disk of the database is full, so second, third were not withdrawn',
    ]);
    expect(await run(away, 'restore', 'first')).toEqual([
      1,
      'refused: the database cannot be used, so first was not restored',
    ]);
    expect(await run(away, 'list')).toEqual([
      1,
      'refused: the database cannot be used, so the articles were not listed',
    ]);
  });

  test('neither a slug nor a title can write on the terminal', () =>
    onSite(async (storage) => {
      expect(await run(storage, 'withdraw', 'a\nwithdrawn b\u001b[2J')).toEqual([
        1,
        'refused: no article has the address a\\u000awithdrawn b\\u001b[2J',
      ]);
      await storage.saveArticle(draft({ slug: 'a', source: 'a', title: 'x\u202ey' }));
      expect((await run(storage, 'list')).at(-1)).toBe(
        'published 2026-11-01T08:00:00.000Z a (a) — x\\u202ey',
      );
    }));
});
