import assert from 'node:assert/strict';
import * as v from 'valibot';
import { Article, ArticlePage } from '#contract/article';
import { limits } from '#contract/limits';
import type { ConformanceCase } from './conformance-case.ts';
import { type ArticleQuery, CursorError, type Storage } from '../port.ts';
import { draft, later, minute, paragraph, start, walk } from './samples.ts';

export const articleCases: readonly ConformanceCase[] = [
  {
    name: 'an article comes back as it was saved, in the order of the contract, absent members left out',
    async run({ open }) {
      const storage = await open();
      const full = draft({
        slug: 'مَن-هنا',
        title: 'عنوانٌ بِشَدَّةٍ «ومی‌خواهم» 👩🏽‍💻',
        kicker: 'خاص',
        summary: 'ملخّص',
        section: { slug: 'ثقافة', name: 'ثقافة وفن' },
        dateline: 'بيروت',
        credit: 'فارس',
        creditLine: '(«فارس»)',
        image: { src: '/a.webp', width: 3, height: 2, alt: '' },
        correction: { text: 'صُحِّح الاسم', date: '2026-11-02' },
        tags: ['كتب', 'شعر'],
        body: [
          { type: 'heading', level: 2, children: [{ text: 'فصل', strong: true, lang: 'fa', dir: 'rtl' }] },
          { type: 'list', ordered: true, items: [[paragraph('واحد'), { type: 'separator' }]] },
          { type: 'verse', lines: [[[{ text: 'صدر' }], [{ text: 'عجز' }]]] },
        ],
      });
      assert.deepEqual(await storage.saveArticle(full), { outcome: 'added', slug: full.slug });
      const article = await storage.getArticle(full.slug, later);
      const { source: _, commentsState, publishedAt: __, now: ___, ...content } = full;
      const written = {
        ...content,
        id: article?.id,
        publishedAt: new Date(start).toISOString(),
        updatedAt: new Date(start).toISOString(),
        comments: { state: commentsState, count: 0 },
        related: [],
      };
      assert.deepEqual(article, written);
      assert.deepEqual(Object.keys(article ?? {}), Object.keys(Article.entries));

      await storage.saveArticle(draft({ slug: 'bare', publishedAt: start - minute }));
      const bare = await storage.getArticle('bare', later);
      assert.equal(JSON.stringify(bare), JSON.stringify(v.parse(Article, bare)));
      assert.ok(!JSON.stringify({ ...bare, related: [] }).includes('null'));
      const page = await storage.listArticles({ now: later, limit: 20 });
      assert.equal(JSON.stringify(page), JSON.stringify(v.parse(ArticlePage, page)));
    },
  },
  {
    name: 'the same file again is unchanged, a changed one updates the article at its first address and date',
    async run({ open }) {
      const storage = await open();
      const first = draft({ slug: 'first', source: 'file', publishedAt: undefined });
      await storage.saveArticle(first);
      const before = await storage.versions(later, 'first');
      const again = { ...first, now: start + minute };
      assert.deepEqual(await storage.saveArticle(again), { outcome: 'unchanged', slug: 'first' });
      assert.deepEqual(await storage.versions(later, 'first'), before);

      const id = (await storage.getArticle('first', later))?.id;
      const changed = { ...again, slug: 'second', title: 'عنوان آخر' };
      assert.deepEqual(await storage.saveArticle(changed), { outcome: 'updated', slug: 'first' });
      const article = await storage.getArticle('first', later);
      assert.equal(article?.id, id);
      assert.equal(article?.title, 'عنوان آخر');
      assert.equal(article?.publishedAt, new Date(start).toISOString());
      assert.equal(article?.updatedAt, new Date(start + minute).toISOString());
      assert.equal(await storage.getArticle('second', later), undefined);
      const after = await storage.versions(later, 'first');
      assert.equal(after.article?.version, (before.article?.version ?? 0) + 1);
      assert.equal((await storage.listArticles({ now: later, limit: 9 })).items.length, 1);
    },
  },
  {
    name: 'the address of another file is taken, and nothing changes',
    async run({ open }) {
      const storage = await open();
      await storage.saveArticle(draft({ slug: 'same', source: 'one' }));
      const before = await storage.versions(later, 'same');
      const other = draft({ slug: 'same', source: 'two', title: 'غيره' });
      assert.deepEqual(await storage.saveArticle(other), { outcome: 'slug_taken', slug: 'same' });
      assert.deepEqual(await storage.versions(later, 'same'), before);
      assert.notEqual((await storage.getArticle('same', later))?.title, 'غيره');
    },
  },
  {
    name: 'an article is found neither before its date nor once withdrawn, in no list and at no address',
    async run({ open, alter }) {
      const storage = await open();
      const section = { slug: 's', name: 'قسم' };
      await storage.saveArticle(draft({ slug: 'due', section, tags: ['t'], publishedAt: start + minute }));
      const seen = async (now: number) => [
        (await storage.getArticle('due', now)) !== undefined,
        (await storage.listArticles({ now, limit: 5 })).items.length === 1,
        (await storage.listArticles({ now, limit: 5, tag: 't' })).items.length === 1,
        (await storage.listArticles({ now, limit: 5, search: 'رواق' })).items.length === 1,
        (await storage.listSections(now)).length === 1,
        (await storage.listComments('due', { now, order: 'newest', limit: 5 })) !== undefined,
        (await storage.versions(now, 'due')).article !== undefined,
      ];
      const none = Array.from({ length: 7 }, () => false);
      assert.deepEqual(await seen(start + minute - 1), none);
      assert.deepEqual(
        await seen(start + minute),
        none.map(() => true),
      );
      await alter((tx) => tx.updateTable('articles').set({ withdrawn: 1 }).execute());
      assert.deepEqual(await seen(later), none);
      assert.equal(await storage.isEmpty(), false);
    },
  },
  {
    name: 'a new date moves an article in every list',
    async run({ open }) {
      const storage = await open();
      const old = draft({ slug: 'old', tags: ['t'], publishedAt: start - minute });
      await storage.saveArticle(old);
      await storage.saveArticle(draft({ slug: 'new', tags: ['t'] }));
      const orders = async () =>
        Promise.all(
          [{}, { tag: 't' }, { search: 'رواق' }].map(async (filter) =>
            (await storage.listArticles({ now: later, limit: 5, ...filter })).items.map(({ slug }) => slug),
          ),
        );
      assert.deepEqual(await orders(), [
        ['new', 'old'],
        ['new', 'old'],
        ['new', 'old'],
      ]);
      await storage.saveArticle({ ...old, publishedAt: start + minute });
      assert.deepEqual(await orders(), [
        ['old', 'new'],
        ['old', 'new'],
        ['old', 'new'],
      ]);
      assert.equal(
        (await storage.getArticle('old', later))?.publishedAt,
        new Date(start + minute).toISOString(),
      );
    },
  },
  {
    name: 'section, tag and language narrow the list, alone and together',
    async run({ open }) {
      const storage = await open();
      const section = { slug: 'art', name: 'فن' };
      await storage.saveArticle(draft({ slug: 'a', section, tags: ['x', 'y'] }));
      await storage.saveArticle(draft({ slug: 'b', section, lang: 'ar-LB', publishedAt: start - 1 }));
      await storage.saveArticle(draft({ slug: 'c', tags: ['x'], lang: 'fa', publishedAt: start - 2 }));
      const slugs = async (filter: Partial<ArticleQuery>) =>
        (await storage.listArticles({ now: later, limit: 9, ...filter })).items
          .map(({ slug }) => slug)
          .join('');
      for (const search of [undefined, 'رواق']) {
        assert.equal(await slugs({ search }), 'abc');
        assert.equal(await slugs({ search, section: 'art' }), 'ab');
        assert.equal(await slugs({ search, tag: 'x' }), 'ac');
        assert.equal(await slugs({ search, lang: 'ar' }), 'ab');
        assert.equal(await slugs({ search, lang: 'AR-lb' }), 'b');
        assert.equal(await slugs({ search, section: 'art', tag: 'x', lang: 'ar' }), 'a');
        assert.equal(await slugs({ search, section: 'nowhere' }), '');
        assert.equal(await slugs({ search, section: 'art', tag: 'x', lang: 'fa' }), '');
      }
    },
  },
  {
    name: 'a walk over pages meets every article once, newest first, while others are imported',
    async run({ open }) {
      const storage = await open();
      const expected = Array.from({ length: 23 }, (_, at) => `w${at}`);
      // Three in every millisecond, saved out of order.
      for (const at of [...expected.keys()].reverse()) {
        await storage.saveArticle(
          draft({ slug: `w${at}`, tags: ['t'], publishedAt: start - Math.floor(at / 3) }),
        );
      }
      for (const filter of [{}, { tag: 't' }, { search: 'رواق' }]) {
        for (const limit of [1, 4, 23, 100]) {
          const walked = await walkArticles(storage, { ...filter, limit }, () =>
            storage.saveArticle(draft({ tags: ['t'], publishedAt: start + minute })),
          );
          assert.deepEqual(
            walked.filter((slug) => slug.startsWith('w')),
            expected,
          );
          assert.equal(new Set(walked).size, walked.length);
        }
      }
    },
  },
  {
    name: 'a thousand articles of one date keep an order and a place each',
    async run({ open }) {
      const storage = await open();
      for (let at = 0; at < 1003; at += 1) await storage.saveArticle(draft({ slug: `m${at}` }));
      const walked = await walkArticles(storage, { limit: 100 });
      assert.equal(new Set(walked).size, 1003);
      const dates = await storage.listArticles({ now: later, limit: 100 });
      assert.ok(dates.items.every(({ publishedAt }) => publishedAt === new Date(start).toISOString()));
    },
  },
  {
    name: 'a cursor that is damaged, or of another list, is refused',
    async run({ open }) {
      const storage = await open();
      for (let at = 0; at < 3; at += 1) await storage.saveArticle(draft({ tags: ['t'] }));
      const { nextCursor } = await storage.listArticles({ now: later, limit: 1 });
      assert.ok(nextCursor);
      const foreign: Partial<ArticleQuery>[] = [
        { tag: 't' },
        { section: 's' },
        { lang: 'ar' },
        { search: 'رواق' },
      ];
      for (const filter of foreign) {
        await assert.rejects(
          storage.listArticles({ now: later, limit: 1, cursor: nextCursor, ...filter }),
          CursorError,
        );
      }
      const damaged = [
        '',
        '.',
        '1',
        'null',
        '9'.repeat(99),
        ` ${nextCursor}`,
        nextCursor.slice(1),
        `${nextCursor}=`,
      ];
      for (let at = 0; at < nextCursor.length; at += 1) {
        const other = nextCursor[at] === '7' ? '8' : '7';
        damaged.push(nextCursor.slice(0, at) + other + nextCursor.slice(at + 1));
      }
      for (const cursor of damaged) {
        await assert.rejects(storage.listArticles({ now: later, limit: 1, cursor }), CursorError, cursor);
      }
    },
  },
  {
    name: 'related articles are the newest others, of the same section before all',
    async run({ open }) {
      const storage = await open();
      const section = { slug: 'art', name: 'فن' };
      await storage.saveArticle(draft({ slug: 'it', section }));
      await storage.saveArticle(draft({ slug: 'near', section, publishedAt: start - 9 * minute }));
      for (let at = 1; at <= limits.related; at += 1) {
        await storage.saveArticle(draft({ slug: `far${at}`, publishedAt: start - at * minute }));
      }
      await storage.saveArticle(draft({ slug: 'future', section, publishedAt: later + minute }));
      const slugs = async () => (await storage.getArticle('it', later))?.related.map(({ slug }) => slug);
      assert.deepEqual(await slugs(), ['near', 'far1', 'far2'].slice(0, limits.related));
      for (let at = 1; at <= limits.related; at += 1) {
        await storage.saveArticle(draft({ slug: `close${at}`, section, publishedAt: start - at * minute }));
      }
      assert.deepEqual(await slugs(), ['close1', 'close2', 'close3'].slice(0, limits.related));
    },
  },
  {
    name: 'sections are those of public articles, called as last imported, by name',
    async run({ open }) {
      const storage = await open();
      assert.deepEqual(await storage.listSections(later), []);
      await storage.saveArticle(draft({ section: { slug: 'sport', name: 'رياضة' } }));
      await storage.saveArticle(draft({ section: { slug: 'news', name: 'خبر' } }));
      await storage.saveArticle(draft({ section: { slug: 'news', name: 'أخبار' } }));
      await storage.saveArticle(draft({ section: { slug: 'soon', name: 'آتٍ' }, publishedAt: later + 1 }));
      assert.deepEqual(await storage.listSections(later), [
        { slug: 'news', name: 'أخبار' },
        { slug: 'sport', name: 'رياضة' },
      ]);
    },
  },
];

async function walkArticles(
  storage: Storage,
  query: Omit<ArticleQuery, 'now'>,
  between?: () => Promise<unknown>,
): Promise<string[]> {
  const items = await walk(
    query.limit,
    (cursor) => storage.listArticles({ now: later, ...query, cursor }),
    between,
  );
  return items.map(({ slug }) => slug);
}
