import assert from 'node:assert/strict';
import type { ConformanceCase } from './conformance-case.ts';
import { type ArticleRecord, CursorError, type Storage } from '../port.ts';
import { draft, kept, later, minute, post, start, walk } from './samples.ts';

export const withdrawalCases: readonly ConformanceCase[] = [
  {
    name: 'a withdrawn article is nowhere, its comments with it, and comes back whole',
    async run({ open }) {
      const storage = await open();
      await fill(storage);
      const before = await everywhere(storage);
      assert.deepEqual(
        before.map(({ found }) => found),
        before.map(() => true),
        'found everywhere to begin with',
      );

      assert.equal(await storage.withdrawArticle('it'), 'withdrawn');
      assert.deepEqual(
        (await everywhere(storage)).filter(({ found }) => found),
        [],
      );
      assert.deepEqual(await storage.postComment(post('it')), { outcome: 'not_found' });
      assert.deepEqual(await storage.postComment(first), { outcome: 'not_found' });
      assert.equal(await storage.isWithdrawn('it', later), true);
      assert.equal(await storage.isEmpty(), false);

      assert.equal(await storage.restoreArticle('it'), 'restored');
      assert.deepEqual(await everywhere(storage), before);
      assert.equal(await storage.isWithdrawn('it', later), false);
      const repeated = await storage.postComment({ ...first, freshToken: 'another' });
      assert.equal(repeated.outcome, 'repeated');
      assert.equal((await storage.postComment(post('it'))).outcome, 'posted');
    },
  },
  {
    name: 'what is withdrawn or restored already stays so, and nothing is known of an unknown slug',
    async run({ open }) {
      const storage = await open();
      await storage.saveArticle(draft({ slug: 'it' }));
      const look = async () => [await storage.versions(later, 'it'), await storage.isWithdrawn('it', later)];
      const unmoved = async (move: Promise<string>, answer: string) => {
        const before = await look();
        assert.equal(await move, answer);
        assert.deepEqual(await look(), before);
      };
      await unmoved(storage.restoreArticle('it'), 'already');
      await unmoved(storage.withdrawArticle('other'), 'unknown');
      await unmoved(storage.restoreArticle('other'), 'unknown');
      assert.equal(await storage.isWithdrawn('other', later), false);
      await storage.withdrawArticle('it');
      await unmoved(storage.withdrawArticle('it'), 'already');
    },
  },
  {
    name: 'withdrawing and restoring each are a new version, for every opening at once',
    async run({ open }) {
      const [one, other] = [await open(), await open()];
      await one.saveArticle(draft({ slug: 'it' }));
      await one.saveArticle(draft({ slug: 'beside' }));
      const look = () => other.versions(later, 'it');
      const beside = () => other.versions(later, 'beside');
      const [first, besideFirst] = [await look(), await beside()];
      await one.withdrawArticle('it');
      const withdrawn = await look();
      assert.equal(withdrawn.article, undefined);
      assert.notEqual(withdrawn.articles, first.articles);
      assert.equal(await other.getArticle('it', later), undefined);
      await one.restoreArticle('it');
      const restored = await look();
      assert.ok(![first.articles, withdrawn.articles].includes(restored.articles));
      assert.notEqual(restored.article?.version, first.article?.version);
      assert.equal(restored.article?.comments, first.article?.comments);
      assert.deepEqual((await beside()).article, besideFirst.article);
      assert.ok(await other.getArticle('it', later));
    },
  },
  {
    name: 'a withdrawn article that is imported again is updated and stays withdrawn',
    async run({ open }) {
      const storage = await open();
      const it = draft({ slug: 'it' });
      await storage.saveArticle(it);
      await storage.withdrawArticle('it');
      assert.deepEqual(await storage.saveArticle(it), {
        outcome: 'unchanged',
        slug: 'it',
        withdrawn: true,
      });
      const changed = { ...it, title: 'عنوان آخر', publishedAt: start + minute };
      assert.deepEqual(await storage.saveArticle(changed), {
        outcome: 'updated',
        slug: 'it',
        withdrawn: true,
      });
      assert.equal(await storage.getArticle('it', later), undefined);
      assert.deepEqual(await storage.saveArticle(draft({ slug: 'it' })), {
        outcome: 'slug_taken',
        slug: 'it',
      });
      await storage.restoreArticle('it');
      assert.equal((await storage.getArticle('it', later))?.title, 'عنوان آخر');
      assert.deepEqual(await storage.saveArticle(changed), { outcome: 'unchanged', slug: 'it' });
    },
  },
  {
    name: 'an article that waits for its date is no withdrawn one, withdrawn or not',
    async run({ open }) {
      const storage = await open();
      await storage.saveArticle(draft({ slug: 'it', publishedAt: start + minute }));
      assert.equal(await storage.isWithdrawn('it', start), false);
      assert.equal(await storage.withdrawArticle('it'), 'withdrawn');
      assert.equal(await storage.isWithdrawn('it', start + minute - 1), false);
      assert.equal(await storage.isWithdrawn('it', start + minute), true);
      await storage.restoreArticle('it');
      assert.equal(await storage.getArticle('it', start), undefined);
      assert.ok(await storage.getArticle('it', start + minute));
    },
  },
  {
    name: 'the operator sees every article once, with its state, newest first',
    async run({ open }) {
      const storage = await open();
      assert.deepEqual(await storage.listAllArticles({ now: later, limit: 9 }), {
        items: [],
        nextCursor: null,
      });
      for (let at = 0; at < 11; at += 1)
        await storage.saveArticle(draft({ slug: `a${at}`, source: `a${at}.txt`, publishedAt: start - at }));
      await storage.saveArticle(draft({ slug: 'soon', title: 'غداً', publishedAt: later + minute }));
      await storage.saveArticle(draft({ slug: 'never', publishedAt: later + 2 * minute }));
      for (const slug of ['a4', 'never']) await storage.withdrawArticle(slug);
      for (const limit of [1, 5, 13, 100]) {
        const all = await walk(limit, (cursor) => storage.listAllArticles({ now: later, limit, cursor }));
        assert.deepEqual(
          all.map(({ slug, state }) => `${slug} ${state}`),
          [
            'never withdrawn',
            'soon waiting',
            ...Array.from({ length: 11 }, (_, at) => `a${at} ${at === 4 ? 'withdrawn' : 'published'}`),
          ],
        );
      }
      const { items, nextCursor } = await storage.listAllArticles({ now: later, limit: 3 });
      const record: ArticleRecord = {
        slug: 'a0',
        title: 'افتتاح رواق الحكايات',
        state: 'published',
        publishedAt: new Date(start).toISOString(),
        source: 'a0.txt',
      };
      assert.deepEqual(items.slice(1), [
        { ...items[1], title: 'غداً', publishedAt: new Date(later + minute).toISOString() },
        record,
      ]);
      assert.ok(nextCursor);
      await assert.rejects(storage.listArticles({ now: later, limit: 3, cursor: nextCursor }), CursorError);
      await assert.rejects(storage.listAllArticles({ now: later, limit: 3, cursor: '1' }), CursorError);
    },
  },
];

const first = post('it', { id: 'first' });

/** `it` among others that tell of it, alone in its section and under its tag, with a comment and a reply. */
async function fill(storage: Storage): Promise<void> {
  const section = { slug: 'own', name: 'خاص' };
  await storage.saveArticle(draft({ slug: 'it', section, tags: ['t'], body: [] }));
  await storage.saveArticle(draft({ slug: 'beside', publishedAt: start - minute }));
  await kept(storage, first);
  await kept(storage, post('it', { id: 'answer', parentId: 'first' }));
}

/** Every place of the port where a reader could meet `it`, with what stands there. */
async function everywhere(storage: Storage): Promise<{ place: string; found: boolean; what: unknown }[]> {
  const now = later;
  const front = await storage.front(now);
  const places: Record<string, unknown> = {
    'the list': (await storage.listArticles({ now, limit: 5 })).items.find(({ slug }) => slug === 'it'),
    'its section': (await storage.listArticles({ now, limit: 5, section: 'own' })).items[0],
    'its tag': (await storage.listArticles({ now, limit: 5, tag: 't' })).items[0],
    'the search': (await storage.listArticles({ now, limit: 5, search: 'رواق' })).items.find(
      ({ slug }) => slug === 'it',
    ),
    'the sections': (await storage.listSections(now))[0],
    'the front': front.top.find(({ slug }) => slug === 'it'),
    'the most discussed': front.discussed[0],
    'related articles': (await storage.getArticle('beside', now))?.related[0],
    'its own address': await storage.getArticle('it', now),
    'its comments': await storage.listComments('it', { now, order: 'newest', limit: 5 }),
    'a comment': await storage.getComment('first', now),
    'a reply': await storage.getComment('answer', now),
    'the replies': await storage.listReplies('first', { now, limit: 5 }),
  };
  return Object.entries(places).map(([place, what]) => ({ place, found: what !== undefined, what }));
}
