import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Block } from '#contract/article';
import { termsOf } from '#contract/text/fold';
import type { ConformanceCase } from './conformance-case.ts';
import type { Storage } from '../port.ts';
import { exactText } from '../search.ts';
import { draft, later, paragraph, start, walk } from './samples.ts';

export const searchCases: readonly ConformanceCase[] = [
  {
    name: 'search finds folded words, their beginnings and their stems, in title, standfirst and body',
    async run({ open }) {
      const storage = await open();
      await storage.saveArticle(draft({ slug: 'title', title: 'المكتبة الوطنيّة' }));
      await storage.saveArticle(
        draft({ slug: 'standfirst', summary: 'زيارة إلى ألمانيا', publishedAt: start - 1 }),
      );
      const verse: Block = { type: 'verse', lines: [[[{ text: 'مُحَمَّدٌ' }], [{ text: 'سنة ٢٠٢٦' }]]] };
      await storage.saveArticle(
        draft({ slug: 'body', body: [paragraph('علی PostgreSQL ولبنان'), verse], publishedAt: start - 2 }),
      );
      const found = {
        مكتبة: 'title',
        والمكتبه: 'title',
        'الوطنية المكتبة': 'title',
        المانيا: 'standfirst',
        زيا: 'standfirst',
        محمد: 'body',
        '2026': 'body',
        على: 'body',
        // Its first letter could be a particle and is none; in the text one stands before it.
        لبنان: 'body',
        postgres: 'body',
        'محمد ٢٠٢٦ علي': 'body',
      };
      for (const [query, slug] of Object.entries(found))
        assert.deepEqual(await slugs(storage, query), [slug], query);
      for (const query of ['مانيا', 'كتبة', 'محمد المكتبة', 'سلام', 'w', 's']) {
        assert.deepEqual(await slugs(storage, query), [], query);
      }
    },
  },
  {
    name: 'the very words come before folded matches, each class newest first, page by page',
    async run({ open }) {
      const storage = await open();
      const bodies = ['على الرصيف', 'علي الرصيف', 'على الرصيف', 'علي الرصيف', 'على الرصيف', 'عَلى الرصيف'];
      for (const [at, text] of bodies.entries()) {
        await storage.saveArticle(draft({ slug: `${at}`, body: [paragraph(text)], publishedAt: start - at }));
      }
      const expected = ['0', '2', '4', '1', '3', '5'];
      for (const limit of [1, 2, 3, 5, 6, 7]) {
        const walked = await walk(limit, (cursor) =>
          storage.listArticles({ now: later, limit, search: ' على الرصيف ', cursor }),
        );
        assert.deepEqual(
          walked.map(({ slug }) => slug),
          expected,
          `by ${limit}`,
        );
      }
      assert.deepEqual(await slugs(storage, 'عَلى'), ['5', '0', '1', '2', '3', '4']);
    },
  },
  {
    name: 'an update leaves no old word behind',
    async run({ open }) {
      const storage = await open();
      const first = draft({ slug: 'a', body: [paragraph('قديم')], tags: ['old'] });
      await storage.saveArticle(first);
      await storage.saveArticle({ ...first, body: [paragraph('جديد')], tags: ['new'] });
      assert.deepEqual(await slugs(storage, 'قديم'), []);
      assert.deepEqual(await slugs(storage, 'جديد'), ['a']);
      assert.equal((await storage.listArticles({ now: later, limit: 5, tag: 'old' })).items.length, 0);
      assert.equal((await storage.listArticles({ now: later, limit: 5, tag: 'new' })).items.length, 1);
    },
  },
  {
    name: 'a word too long for an index is found by its beginning and by itself',
    async run({ open }) {
      const storage = await open();
      // With letters of two and of four bytes, and a length that no index takes whole.
      for (const [slug, letter] of Object.entries({ long: 'ب', longest: '𞤢' })) {
        const word = letter.repeat(3_000);
        await storage.saveArticle(draft({ slug, body: [paragraph(`قبل ${word} بعد`)] }));
        for (const query of [word, letter.repeat(250), letter.repeat(20), `قبل ${letter.repeat(150)}`])
          assert.deepEqual(await slugs(storage, query), [slug], `${letter} × ${query.length}`);
        assert.deepEqual(await slugs(storage, `${letter.repeat(100)}ت`), []);
      }
    },
  },
  {
    name: 'an article with more words than an index holds is kept, and found by those that come first',
    async run({ open }) {
      const storage = await open();
      const words = Array.from({ length: 40_000 }, (_, at) => spelt(at));
      const body = [paragraph(words.join(' '))];
      await storage.saveArticle(draft({ slug: 'novel', body }));
      await storage.saveArticle(
        draft({ slug: 'note', body: [paragraph(words[1] ?? '')], publishedAt: start - 1 }),
      );
      assert.deepEqual(await slugs(storage, words[1] ?? ''), ['novel', 'note']);
      assert.deepEqual(await slugs(storage, words.slice(100, 105).join(' ')), ['novel']);
      assert.deepEqual(await slugs(storage, words.at(-1) ?? ''), []);
      assert.deepEqual((await storage.getArticle('novel', later))?.body, body);
    },
  },
  {
    name: 'a query without a word finds nothing, and no query is an error',
    async run({ open }) {
      const storage = await open();
      await storage.saveArticle(draft());
      const empty = { items: [], nextCursor: null };
      for (const search of ['', ' ', '؟!', '"', '()', '*', '«»', '‌', '👍', 'ـ']) {
        assert.deepEqual(await storage.listArticles({ now: later, limit: 5, search }), empty, search);
      }
      for (const search of [
        '" OR "',
        'a AND',
        'NEAR(a b)',
        'terms:a',
        "'; drop table articles --",
        'ا '.repeat(100),
        'x'.repeat(200),
        '%',
        '^a',
        'a*',
        '-a',
        '𞤀𞤁',
        'ß',
        'İ',
      ]) {
        await storage.listArticles({ now: later, limit: 5, search });
      }
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 30 }), async (search) => {
          if (!search.includes('\0')) await storage.listArticles({ now: later, limit: 5, search });
        }),
        { numRuns: 100 },
      );
    },
  },
  {
    name: 'search agrees with the rule spelt out, on texts and queries of any words',
    async run({ open }) {
      const storage = await open();
      const vocabulary = [
        'علي',
        'على',
        'عَلِيّ',
        'والكتاب',
        'كتاب',
        'الكتابة',
        'كُتب',
        'ألمانيا',
        'المانيا',
        'Café',
        'CAFÉ',
        '٢٠٢٦',
        '2026',
        'می‌خواهم',
        'ميخواهم',
        'بالبيت',
        'بيت',
      ];
      const words = fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 4 });
      const texts: string[] = fc.sample(words, { numRuns: 60, seed: 20261123 }).map((list) => list.join(' '));
      for (const [at, text] of texts.entries()) {
        await storage.saveArticle(draft({ slug: `p${at}`, title: text, body: [], publishedAt: start - at }));
      }
      const piece = fc
        .tuple(fc.constantFrom(...vocabulary), fc.nat(9))
        .map(([word, cut]) => word.slice(0, cut + 1));
      await fc.assert(
        fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 3 }), async (list) => {
          const query = list.join(' ');
          assert.deepEqual(await slugs(storage, query), expectedOf(texts, query), query);
        }),
        { numRuns: 150, seed: 20261123 },
      );
    },
  },
];

/** A word of its own for every number, as long as a long word is. */
const spelt = (number: number): string =>
  [...String(number + 100_000)].map((digit) => 'بتجدرسفقكم'[Number(digit)]).join('') + 'ح';

/** The rule of search, without a database. */
function expectedOf(texts: readonly string[], query: string): string[] {
  const wanted = termsOf(query);
  const matching = [...texts.entries()].filter(([, text]) => {
    const terms = termsOf(text);
    return wanted.every(({ word, stem }) =>
      terms.some((term) => term.word.startsWith(word) || term.stem === stem || term.stem === word),
    );
  });
  const isExact = ([, text]: [number, string]) => exactText(text).includes(exactText(query.trim()));
  return wanted.length === 0
    ? []
    : [...matching.filter(isExact), ...matching.filter((entry) => !isExact(entry))].map(([at]) => `p${at}`);
}

async function slugs(storage: Storage, search: string): Promise<string[]> {
  const { items } = await storage.listArticles({ now: later, limit: 100, search });
  return items.map(({ slug }) => slug);
}
