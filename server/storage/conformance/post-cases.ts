import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ConformanceCase } from './conformance-case.ts';
import { draft, kept, later, minute, post, start, walkComments } from './samples.ts';

export const postCases: readonly ConformanceCase[] = [
  {
    name: 'a post is answered with the comment, counted everywhere, and there after reopening',
    async run({ open }) {
      const storage = await open();
      await storage.saveArticle(draft({ slug: 'a' }));
      const articleId = (await storage.getArticle('a', later))?.id;
      const first = post('a', { id: 'first', author: { name: 'هيئة التحرير', staff: true } });
      const comment = {
        id: 'first',
        articleId,
        author: { name: 'هيئة التحرير', staff: true },
        text: first.text,
        createdAt: new Date(first.now).toISOString(),
        state: 'published',
        likes: { count: 0 },
        replies: [],
        replyCount: 0,
      };
      const answer = await storage.postComment(first);
      assert.deepEqual(answer, { outcome: 'posted', comment, issueToken: true });
      const reply = await kept(storage, post('a', { parentId: 'first' }));
      assert.equal(
        JSON.stringify(Object.keys(reply)),
        '["id","articleId","parentId","author","text","createdAt","state","likes","replies","replyCount"]',
      );
      await storage.close();
      const again = await open();
      assert.deepEqual((await again.getComment('first', later))?.comment, {
        ...comment,
        replies: [reply],
        replyCount: 1,
      });
      assert.equal((await again.getArticle('a', later))?.comments.count, 2);
      assert.equal((await again.listArticles({ now: later, limit: 1 })).items[0]?.comments.count, 2);
      assert.equal((await again.listComments('a', { now: later, order: 'newest', limit: 1 }))?.total, 2);
    },
  },
  {
    name: 'names and words are kept code point for code point',
    async run({ open }) {
      const storage = await open();
      await storage.saveArticle(draft({ slug: 'a' }));
      const words = [
        'می‌خواهم',
        // Fatha before shadda and shadda before fatha: one look, two texts.
        'مُحَمَّد',
        'محم\u064e\u0651د',
        'محم\u0651\u064eد',
        'أ',
        'ا\u0654',
        'e\u0301',
        'é',
        'ﷺ',
        '👩🏽‍💻🏴󠁧󠁢󠁳󠁣󠁴󠁿',
        '\u2067abc\u2069',
        'a\tb\nc',
        '  x  ',
        "'; drop table comments; --",
        '{"a":1}',
        'null',
        '123',
        '\ufffd\uffff',
        '𐎀',
      ];
      const same = async (text: string) => {
        const { id } = await kept(storage, post('a', { text, author: { name: text, staff: false } }));
        const back = (await storage.getComment(id, later))?.comment;
        assert.deepEqual(Array.from(back?.text ?? ''), Array.from(text));
        assert.equal(back?.author.name, text);
      };
      for (const text of words) await same(text);
      const any = fc
        .string({ unit: 'binary', minLength: 1, maxLength: 40 })
        .filter((text) => !text.includes('\0'));
      await fc.assert(fc.asyncProperty(any, same), { numRuns: 60, seed: 20261123 });
    },
  },
  {
    name: 'there is no posting to an article that is not public, whose comments are not open, or below a stranger',
    async run({ open, alter }) {
      const storage = await open();
      const outcome = async (...[slug, changes]: Parameters<typeof post>) =>
        (await storage.postComment(post(slug, changes))).outcome;
      for (const commentsState of ['open', 'closed', 'hidden'] as const) {
        await storage.saveArticle(draft({ slug: commentsState, commentsState }));
      }
      await storage.saveArticle(draft({ slug: 'future', publishedAt: start + 2 * minute }));
      await storage.saveArticle(draft({ slug: 'other' }));
      assert.equal(await outcome('nowhere'), 'not_found');
      assert.equal(await outcome('future'), 'not_found');
      assert.equal(await outcome('future', { now: start + 2 * minute }), 'posted');
      assert.equal(await outcome('closed'), 'comments_closed');
      assert.equal(await outcome('hidden'), 'comments_closed');
      await kept(storage, post('open', { id: 'parent' }));
      await kept(storage, post('open', { id: 'pending', state: 'pending' }));
      await kept(storage, post('open', { id: 'removed' }));
      await alter((tx) =>
        tx.updateTable('comments').set({ state: 'removed' }).where('id', '=', 'removed').execute(),
      );
      assert.equal(await outcome('open', { parentId: 'parent' }), 'posted');
      for (const parentId of ['nothing', 'pending', 'removed', '']) {
        assert.equal(await outcome('open', { parentId }), 'parent_invalid', parentId);
      }
      assert.equal(await outcome('other', { parentId: 'parent' }), 'parent_invalid');
      assert.equal((await storage.listComments('open', { now: later, order: 'newest', limit: 9 }))?.total, 3);
    },
  },
  {
    name: 'a held comment is seen and counted nowhere',
    async run({ open }) {
      const storage = await open();
      await storage.saveArticle(draft({ slug: 'a' }));
      await kept(storage, post('a', { id: 'top' }));
      const before = await storage.versions(later, 'a');
      const held = await kept(storage, post('a', { id: 'held', state: 'pending' }));
      assert.equal(held.state, 'pending');
      await kept(storage, post('a', { id: 'heldReply', parentId: 'top', state: 'pending' }));
      assert.deepEqual(await storage.versions(later, 'a'), before);
      const [top, ...others] = await walkComments(storage, 'a');
      assert.deepEqual([top?.id, top?.replyCount, top?.replies, others], ['top', 0, [], []]);
      assert.equal((await storage.getArticle('a', later))?.comments.count, 1);
      assert.equal(await storage.getComment('held', later), undefined);
      assert.equal(await storage.getComment('heldReply', later), undefined);
      const states = ['top', 'held', 'heldReply', 'nothing'].map((id) => storage.commentState('a', id));
      assert.deepEqual(await Promise.all(states), ['published', 'pending', 'pending', undefined]);
      assert.equal(await storage.commentState('b', 'held'), undefined);
    },
  },
  {
    name: 'a reader known by the cookie stays the same writer and gets no other token',
    async run({ open, alter }) {
      const storage = await open();
      await storage.saveArticle(draft({ slug: 'a' }));
      const known = post('a');
      assert.equal((await storage.postComment(known)).outcome, 'posted');
      const issued = async (presentedToken: string | undefined) => {
        const answer = await storage.postComment(post('a', { presentedToken }));
        return 'issueToken' in answer && answer.issueToken;
      };
      assert.equal(await issued(known.freshToken), false);
      assert.equal(await issued(undefined), true);
      assert.equal(await issued('unknown'), true);
      await alter((tx) =>
        tx.updateTable('sessions').set({ expires: start }).where('token', '=', known.freshToken).execute(),
      );
      assert.equal(await issued(known.freshToken), true);
      await alter((tx) =>
        tx
          .updateTable('sessions')
          .set({ expires: null, revoked: start })
          .where('token', '=', known.freshToken)
          .execute(),
      );
      assert.equal(await issued(known.freshToken), true);
    },
  },
  {
    name: 'posts, imports and reads at the same time lose and double nothing',
    async run({ open }) {
      const [one, other] = [await open(), await open()];
      await one.saveArticle(draft({ slug: 'a' }));
      await kept(one, post('a', { id: 'top' }));
      const ids = Array.from({ length: 40 }, (_, at) => `p${at}`);
      let reading = true;
      const reader = (async () => {
        let seen = 0;
        while (reading) {
          const page = await other.listComments('a', { now: later, order: 'newest', limit: 100 });
          const total = page?.total ?? 0;
          assert.ok(total >= seen, 'what was seen once stays');
          seen = total;
          await new Promise(setImmediate);
        }
      })();
      const posts = ids.map((id, at) =>
        kept(at % 2 === 0 ? one : other, post('a', { id, parentId: at % 3 === 0 ? 'top' : undefined })),
      );
      const imports = ids.slice(0, 10).map((slug) => one.saveArticle(draft({ slug })));
      await Promise.all([...posts, ...imports]);
      reading = false;
      await reader;
      const all = await walkComments(one, 'a');
      const found = all.flatMap(({ id, replies }) => [id, ...replies.map((reply) => reply.id)]);
      assert.deepEqual(found.toSorted(), ['top', ...ids].toSorted());
      assert.equal((await other.getArticle('a', later))?.comments.count, 41);
      assert.equal(all.find(({ id }) => id === 'top')?.replyCount, 14);
    },
  },
];
