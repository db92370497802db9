import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import { CommentPage, commentOrders } from '#contract/comment';
import { limits } from '#contract/limits';
import type { ConformanceCase } from './conformance-case.ts';
import { CursorError, type Storage } from '../port.ts';
import { draft, kept, later, minute, post, start, walk, walkComments } from './samples.ts';

export const commentCases: readonly ConformanceCase[] = [
  {
    name: 'comments come newest, oldest or most liked first, and a walk meets each once while others arrive',
    async run({ open, alter }) {
      const storage = await open();
      await storage.saveArticle(draft({ slug: 'a' }));
      const likes = [0, 3, 1, 3, 0, 2, 3, 0, 0, 1, 2];
      // Two in every millisecond.
      for (const at of likes.keys())
        await kept(storage, post('a', { id: `c${at}`, now: start + Math.floor(at / 2) }));
      await alter(async (tx) => {
        for (const [at, count] of likes.entries()) {
          await tx.updateTable('comments').set({ like_count: count }).where('id', '=', `c${at}`).execute();
        }
      });
      const oldest = likes.map((_, at) => `c${at}`);
      const liked = [6, 3, 1, 10, 5, 9, 2, 8, 7, 4, 0].map((at) => `c${at}`);
      const expected = { oldest, newest: oldest.toReversed(), liked };
      let arrived = 0;
      for (const order of commentOrders) {
        for (const limit of [1, 3, 11, 100]) {
          const walked = await walkComments(storage, 'a', order, limit, () =>
            arrived++ < 40
              ? kept(storage, post('a', { id: `late${arrived}`, now: start + minute }))
              : Promise.resolve(),
          );
          const ids = walked.map(({ id }) => id);
          assert.deepEqual(
            ids.filter((id) => id.startsWith('c')),
            expected[order],
            `${order} by ${limit}`,
          );
          assert.equal(new Set(ids).size, ids.length);
        }
      }
    },
  },
  {
    name: 'a cursor belongs to one article and one order',
    async run({ open }) {
      const storage = await open();
      for (const slug of ['a', 'b']) {
        await storage.saveArticle(draft({ slug }));
        for (let at = 0; at < 3; at += 1) await kept(storage, post(slug));
      }
      const query = { now: later, limit: 1 };
      for (const order of commentOrders) {
        const page = await storage.listComments('a', { ...query, order });
        const cursor = page?.nextCursor ?? '';
        assert.ok(await storage.listComments('a', { ...query, order, cursor }));
        await assert.rejects(storage.listComments('b', { ...query, order, cursor }), CursorError);
        for (const other of commentOrders.filter((name) => name !== order)) {
          await assert.rejects(storage.listComments('a', { ...query, order: other, cursor }), CursorError);
        }
        for (const damaged of [
          '',
          'x',
          cursor.slice(1),
          `${cursor}.`,
          cursor.replace(/\d/, (digit) => `${digit}0`),
        ]) {
          await assert.rejects(storage.listComments('a', { ...query, order, cursor: damaged }), CursorError);
        }
        await assert.rejects(
          storage.listReplies(page?.items[0]?.id ?? '', { ...query, cursor }),
          CursorError,
        );
      }
    },
  },
  {
    name: 'the first replies of a branch travel with it, flat and oldest first, the others by cursor',
    async run({ open }) {
      const storage = await open();
      await storage.saveArticle(draft({ slug: 'a' }));
      await kept(storage, post('a', { id: 'top' }));
      await kept(storage, post('a', { id: 'lonely' }));
      // Held answers between the others take nobody's place.
      for (const held of [1, 2, 3]) {
        await kept(storage, post('a', { parentId: 'top', state: 'pending', now: start + minute * held + 1 }));
      }
      const ids: string[] = [];
      for (let at = 0; at < limits.inlineReplies + 5; at += 1) {
        // Every third answers the one before it.
        const parentId = at % 3 === 2 ? `r${at - 1}` : 'top';
        ids.push(
          (await kept(storage, post('a', { id: `r${at}`, parentId, now: start + minute * (at + 2) }))).id,
        );
      }
      const [lonely, top] = await walkComments(storage, 'a');
      assert.deepEqual(
        top?.replies.map(({ id }) => id),
        ids.slice(0, limits.inlineReplies),
      );
      assert.equal(top?.replyCount, ids.length);
      assert.deepEqual([lonely?.replies, lonely?.replyCount], [[], 0]);
      assert.equal(top?.replies[2]?.parentId, 'r1');
      assert.deepEqual(top?.replies[1], { ...top?.replies[1], replies: [], replyCount: 1 });

      const walked = await walk(4, (cursor) => storage.listReplies('top', { now: later, limit: 4, cursor }));
      assert.deepEqual(
        walked.map(({ id }) => id),
        ids,
      );
      const below = await storage.listReplies('r1', { now: later, limit: 20 });
      assert.deepEqual(
        below?.items.map(({ id }) => id),
        ['r2'],
      );
      assert.equal(await storage.listReplies('nothing', { now: later, limit: 20 }), undefined);
      const located = await storage.getComment('r2', later);
      assert.deepEqual(
        [located?.rootId, located?.articleSlug, located?.comment.parentId],
        ['top', 'a', 'r1'],
      );
      const whole = await storage.getComment('top', later);
      assert.deepEqual([whole?.rootId, whole?.comment], ['top', top]);
    },
  },
  {
    name: 'a removed comment leaves its place only above published answers, without name and words',
    async run({ open, alter }) {
      const storage = await open();
      await storage.saveArticle(draft({ slug: 'a' }));
      await kept(storage, post('a', { id: 'place', text: 'سرّ', author: { name: 'اسم', staff: true } }));
      await kept(storage, post('a', { id: 'answer', parentId: 'place' }));
      await kept(storage, post('a', { id: 'gone' }));
      await kept(storage, post('a', { id: 'goneReply', parentId: 'answer' }));
      await alter(async (tx) => {
        await tx
          .updateTable('comments')
          .set({ state: 'removed', removed: start })
          .where('id', 'in', ['place', 'gone', 'goneReply'])
          .execute();
        await tx.updateTable('comments').set({ reply_count: 1 }).where('id', '=', 'place').execute();
        await tx.updateTable('comments').set({ reply_count: 0 }).where('id', '=', 'answer').execute();
        await tx.updateTable('articles').set({ comment_count: 1 }).execute();
      });
      const page = await storage.listComments('a', { now: later, order: 'newest', limit: 9 });
      assert.deepEqual(
        page?.items.map(({ id }) => id),
        ['place'],
      );
      const [place] = page?.items ?? [];
      assert.deepEqual(
        [place?.text, place?.author, place?.state],
        ['', { name: '', staff: false }, 'removed'],
      );
      assert.deepEqual(
        place?.replies.map(({ id }) => id),
        ['answer'],
      );
      assert.equal(page?.total, 1);
      assert.ok(!JSON.stringify(page).includes('سرّ'));
      assert.equal((await storage.getComment('place', later))?.comment.text, '');
      assert.deepEqual(
        (await storage.listReplies('place', { now: later, limit: 9 }))?.items.map(({ id }) => id),
        ['answer'],
      );
      for (const id of ['gone', 'goneReply']) {
        assert.equal(await storage.getComment(id, later), undefined);
        assert.equal(await storage.listReplies(id, { now: later, limit: 9 }), undefined);
      }
    },
  },
  {
    name: 'hidden comments are kept, and shown and counted nowhere',
    async run({ open }) {
      const storage = await open();
      const article = draft({ slug: 'a' });
      await storage.saveArticle(article);
      await kept(storage, post('a', { id: 'c' }));
      await storage.saveArticle({ ...article, commentsState: 'hidden' });
      const query = { now: later, order: 'newest' as const, limit: 9 };
      assert.deepEqual(await storage.listComments('a', query), { items: [], nextCursor: null, total: 0 });
      assert.deepEqual((await storage.getArticle('a', later))?.comments, { state: 'hidden', count: 0 });
      assert.equal(await storage.getComment('c', later), undefined);
      assert.equal(await storage.listReplies('c', query), undefined);
      await storage.saveArticle({ ...article, commentsState: 'closed' });
      assert.equal((await storage.listComments('a', query))?.total, 1);
      assert.ok(await storage.getComment('c', later));
    },
  },
  {
    name: 'whatever is posted in whatever order, lists and counts agree with what was posted',
    async run({ open }) {
      const storage = await open();
      let site = 0;
      const step = fc.record({ parent: fc.option(fc.nat(30)), pending: fc.boolean(), ms: fc.nat(3) });
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { maxLength: 20 }),
          fc.integer({ min: 1, max: 7 }),
          async (steps, limit) => {
            const slug = `site${(site += 1)}`;
            await storage.saveArticle(draft({ slug }));
            await agree(storage, slug, steps, limit);
          },
        ),
        { numRuns: 25, seed: 20261123 },
      );
    },
  },
];

interface Said {
  id: string;
  parent: string | null;
  root: string | null;
  at: number;
}

/** Posts the steps, keeps its own simple book of them, and compares. */
async function agree(
  storage: Storage,
  slug: string,
  steps: readonly { parent: number | null; pending: boolean; ms: number }[],
  limit: number,
): Promise<void> {
  const shown: Said[] = [];
  for (const [index, { parent: wish, pending, ms }] of steps.entries()) {
    const parent = wish === null ? undefined : shown[wish % Math.max(1, shown.length)];
    const id = `${slug}-${index}`;
    const state = pending ? ('pending' as const) : ('published' as const);
    await kept(storage, post(slug, { id, parentId: parent?.id, state, now: start + ms }));
    if (!pending)
      shown.push({
        id,
        parent: parent?.id ?? null,
        root: parent ? (parent.root ?? parent.id) : null,
        at: ms,
      });
  }
  const byTime = shown.toSorted((one, other) => one.at - other.at);
  const below = (id: string): Said[] =>
    byTime.filter((said) => said.parent !== null && ancestors(said, shown).includes(id));
  const tops = byTime.filter(({ root }) => root === null);
  const oldest = await walkComments(storage, slug, 'oldest', limit);
  assert.deepEqual(
    oldest.map(({ id }) => id),
    tops.map(({ id }) => id),
  );
  const newest = await walkComments(storage, slug, 'newest', limit);
  assert.deepEqual(newest, oldest.toReversed());
  for (const top of oldest) {
    assert.deepEqual(
      top.replies.map(({ id }) => id),
      below(top.id)
        .slice(0, limits.inlineReplies)
        .map(({ id }) => id),
    );
  }
  for (const { id, root } of shown) {
    const located = await storage.getComment(id, later);
    assert.equal(located?.comment.replyCount, below(id).length);
    assert.equal(located?.rootId, root ?? id);
    const replies = await storage.listReplies(id, { now: later, limit: 100 });
    assert.deepEqual(
      replies?.items.map((reply) => reply.id),
      below(id).map((reply) => reply.id),
    );
  }
  const page = await storage.listComments(slug, { now: later, order: 'newest', limit: 100 });
  assert.equal(page?.total, shown.length);
  assert.equal((await storage.getArticle(slug, later))?.comments.count, shown.length);
  assert.deepEqual(v.parse(CommentPage, page), page);
}

function ancestors(said: Said, all: readonly Said[]): string[] {
  const parent = all.find(({ id }) => id === said.parent);
  return parent === undefined ? [] : [parent.id, ...ancestors(parent, all)];
}
