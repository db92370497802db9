import assert from 'node:assert/strict';
import fc from 'fast-check';
import { limits } from '#contract/limits';
import type { ConformanceCase } from './conformance-case.ts';
import type { Storage } from '../port.ts';
import { draft, kept, later, minute, post, start, walk, walkComments } from './samples.ts';

const secret = 'سرّ';

export const placeCases: readonly ConformanceCase[] = [
  {
    name: 'a removed comment keeps its place at any depth while published ones stand below it, and no longer',
    async run({ open }) {
      const storage = await open();
      await storage.saveArticle(draft({ slug: 'a' }));
      const first = post('a', { id: 'top', text: secret, author: { name: secret, staff: true } });
      await kept(storage, first);
      const presentedToken = first.freshToken;
      const own = { presentedToken, text: secret };
      await kept(storage, post('a', { ...own, id: 'one', parentId: 'top' }));
      await kept(storage, post('a', { ...own, id: 'beside', parentId: 'top' }));
      await kept(storage, post('a', { ...own, id: 'two', parentId: 'one' }));
      await kept(storage, post('a', { id: 'three', parentId: 'two', presentedToken }));
      const act = (id: string) => ({ id, now: first.now + 1, presentedToken });
      await storage.editComment({ ...act('two'), text: `${secret}!`, state: 'published' });
      for (const id of ['one', 'beside', 'two'])
        assert.equal(await storage.removeComment(act(id)), 'removed');
      const stand = async () => {
        const top = (await walkComments(storage, 'a'))[0];
        const replies = (await storage.listReplies('top', { now: later, limit: 9 }))?.items ?? [];
        assert.deepEqual(top?.replies, replies);
        return replies.map(({ id, state }) => `${id} ${state}`);
      };
      assert.deepEqual(await stand(), ['one removed', 'two removed', 'three published']);
      const page = await storage.listComments('a', { now: later, order: 'oldest', limit: 9 });
      assert.equal(page?.total, 2);
      const [place] = page?.items[0]?.replies ?? [];
      assert.deepEqual(place, {
        id: 'one',
        articleId: place?.articleId,
        parentId: 'top',
        author: { name: '', staff: false },
        text: '',
        createdAt: new Date(first.now).toISOString(),
        state: 'removed',
        likes: { count: 0 },
        replies: [],
        replyCount: 1,
      });
      const located = await storage.getComment('two', later);
      assert.deepEqual(
        [located?.comment.text, located?.comment.editedAt, located?.comment.replyCount, located?.rootId],
        ['', undefined, 1, 'top'],
      );
      const below = await storage.listReplies('one', { now: later, limit: 9 });
      assert.deepEqual(
        below?.items.map(({ id }) => id),
        ['two', 'three'],
      );
      assert.equal(await storage.getComment('beside', later), undefined);
      assert.equal(await storage.removeComment(act('top')), 'removed');
      assert.ok(!JSON.stringify([await walkComments(storage, 'a'), located, below]).includes(secret));
      assert.equal(await storage.removeComment(act('three')), 'removed');
      assert.deepEqual(await walkComments(storage, 'a'), []);
      for (const id of ['top', 'one', 'two', 'three'])
        assert.equal(await storage.getComment(id, later), undefined);
      assert.equal((await storage.getArticle('a', later))?.comments.count, 0);
    },
  },
  {
    name: 'a page of replies can begin with any of them, and goes on from there',
    async run({ open }) {
      const storage = await open();
      await storage.saveArticle(draft({ slug: 'a' }));
      const first = post('a', { id: 'top' });
      await kept(storage, first);
      await kept(storage, post('a', { id: 'other' }));
      const ids = Array.from({ length: limits.inlineReplies + 8 }, (_, at) => `r${at}`);
      for (const [at, id] of ids.entries()) {
        const parentId = at === 0 || at % 4 === 1 ? 'top' : `r${at - 1}`;
        await kept(
          storage,
          post('a', { id, parentId, presentedToken: first.freshToken, now: first.now + at }),
        );
      }
      // One that is gone and keeps its place, and one that is gone altogether.
      const act = { now: first.now + 1, presentedToken: first.freshToken };
      await storage.removeComment({ ...act, id: 'r2' });
      await storage.removeComment({ ...act, id: 'r4' });
      const shown = ids.filter((id) => id !== 'r4');
      const from = (id: string, of = 'top', limit = 5) =>
        walk(limit, (cursor) =>
          storage.listReplies(of, { now: later, limit, cursor, from: cursor === undefined ? id : undefined }),
        );
      for (const id of ['r0', 'r2', 'r3', 'r21', 'r27']) {
        for (const limit of [1, 5, 100]) {
          assert.deepEqual(
            (await from(id, 'top', limit)).map((reply) => reply.id),
            shown.slice(shown.indexOf(id)),
          );
        }
      }
      assert.deepEqual(
        (await from('r3', 'r1')).map(({ id }) => id),
        ['r3'],
      );
      for (const [of, id] of [
        ['top', 'r4'],
        ['top', 'other'],
        ['top', 'top'],
        ['top', 'nothing'],
        ['r1', 'r0'],
        ['other', 'r0'],
      ] as const) {
        assert.equal(
          await storage.listReplies(of, { now: later, limit: 5, from: id }),
          undefined,
          `${id} of ${of}`,
        );
      }
    },
  },
  {
    name: 'whatever is posted, edited, held, liked and removed, places and counts agree with it',
    async run({ open }) {
      const storage = await open();
      let site = 0;
      const step = fc.oneof(
        { weight: 3, arbitrary: fc.record({ act: fc.constant('post' as const), at: fc.nat(20) }) },
        fc.record({
          act: fc.constantFrom(
            'top' as const,
            'remove' as const,
            'hold' as const,
            'edit' as const,
            'like' as const,
          ),
          at: fc.nat(20),
        }),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 24 }), async (steps) => {
          const slug = `site${(site += 1)}`;
          await storage.saveArticle(draft({ slug }));
          await agree(storage, slug, steps);
        }),
        { numRuns: 30, seed: 20261127 },
      );
    },
  },
];

interface Said {
  id: string;
  parent: string | undefined;
  state: 'published' | 'pending' | 'removed';
  likes: number;
}
type Act = 'post' | 'top' | 'remove' | 'hold' | 'edit' | 'like';

/** Takes the steps, keeps its own simple book of them, and compares what everybody sees. */
async function agree(
  storage: Storage,
  slug: string,
  steps: readonly { act: Act; at: number }[],
): Promise<void> {
  const said: Said[] = [];
  const freshToken = `token-${slug}`;
  let now = start + minute;
  for (const [index, { act, at }] of steps.entries()) {
    now += 1;
    const one = said[at % Math.max(1, said.length)];
    const own = { id: one?.id ?? 'nothing', now, presentedToken: index === 0 ? undefined : freshToken };
    if (act === 'post' || act === 'top') {
      const parent = act === 'top' ? undefined : said.filter(({ state }) => state === 'published')[at];
      const id = `${slug}-${index}`;
      const token = said.length === 0 ? undefined : freshToken;
      await kept(storage, post(slug, { id, parentId: parent?.id, now, freshToken, presentedToken: token }));
      said.push({ id, parent: parent?.id, state: 'published', likes: 0 });
    } else if (one === undefined) {
      continue;
    } else if (act === 'remove') {
      assert.equal(await storage.removeComment(own), 'removed');
      one.state = 'removed';
    } else if (act === 'like') {
      const { outcome } = await storage.likeComment({ ...own, freshToken: 'none' });
      assert.equal(outcome, one.state === 'published' ? 'done' : 'not_found');
      if (one.state === 'published') one.likes = 1;
    } else {
      const state = act === 'hold' ? ('pending' as const) : ('published' as const);
      const { outcome } = await storage.editComment({ ...own, text: `${index}`, state });
      assert.equal(outcome, one.state === 'removed' ? 'not_found' : 'done');
      if (one.state === 'published') one.state = state;
    }
  }

  const below = (id: string): Said[] =>
    said.filter(({ parent }) => parent === id).flatMap((child) => [child, ...below(child.id)]);
  const count = (of: readonly Said[]) => of.filter(({ state }) => state === 'published').length;
  const isShown = (one: Said) => one.state === 'published' || count(below(one.id)) > 0;
  // Ids end in the number of their step, so this is the order of time.
  const byTime = (all: readonly Said[]) =>
    all.filter(isShown).toSorted((one, other) => said.indexOf(one) - said.indexOf(other));

  const tops = await walkComments(storage, slug, 'oldest', 2);
  assert.deepEqual(
    tops.map(({ id, state, likes, replyCount }) => ({ id, state, likes: likes.count, replyCount })),
    byTime(said.filter(({ parent }) => parent === undefined)).map((one) => ({
      id: one.id,
      state: one.state,
      likes: one.likes,
      replyCount: count(below(one.id)),
    })),
  );
  for (const one of said) {
    const located = await storage.getComment(one.id, later);
    assert.equal(located === undefined, !isShown(one), `${one.id} is ${one.state}`);
    const replies = await storage.listReplies(one.id, { now: later, limit: 100 });
    const expected = byTime(below(one.id)).map(({ id, state }) => ({ id, state }));
    assert.deepEqual(
      replies?.items.map(({ id, state }) => ({ id, state })),
      isShown(one) ? expected : undefined,
    );
    for (const { state, text, author } of [...(replies?.items ?? []), ...(located ? [located.comment] : [])])
      assert.equal(text === '' && author.name === '', state !== 'published');
    if (located !== undefined && one.parent === undefined)
      assert.deepEqual(located.comment.replies, replies?.items.slice(0, limits.inlineReplies));
  }
  assert.equal(
    (await storage.listComments(slug, { now: later, order: 'newest', limit: 1 }))?.total,
    count(said),
  );
  assert.equal((await storage.getArticle(slug, later))?.comments.count, count(said));
}
