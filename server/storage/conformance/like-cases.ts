import assert from 'node:assert/strict';
import type { ConformanceCase } from './conformance-case.ts';
import { draft, kept, later, minute, post, start } from './samples.ts';

let serial = 0;
/** What a browser without a cookie does to `id`. */
const by = (presentedToken?: string, id = 'c') => ({
  id,
  now: start + 2 * minute,
  presentedToken,
  freshToken: `liker-${(serial += 1)}`,
});

export const likeCases: readonly ConformanceCase[] = [
  {
    name: 'a like counts once a browser, is shown to everybody, and can be taken back',
    async run({ open }) {
      const storages = [await open(), await open()];
      const [storage] = storages;
      assert.ok(storage);
      await storage.saveArticle(draft({ slug: 'a' }));
      const first = post('a', { id: 'c' });
      await kept(storage, first);
      const version = async () => (await storage.versions(later, 'a')).article?.comments ?? 0;
      const before = await version();
      const done = (count: number, mine: boolean, issueToken: boolean) => ({
        outcome: 'done',
        slug: 'a',
        likes: { count, mine },
        issueToken,
      });
      const stranger = by();
      assert.deepEqual(await storage.likeComment(stranger), done(1, true, true));
      assert.equal(await version(), before + 1);
      const known = by(stranger.freshToken);
      assert.deepEqual(await storage.likeComment(known), done(1, true, false));
      assert.equal(await version(), before + 1);
      // One's own comment may be liked too.
      assert.deepEqual(await storage.likeComment(by(first.freshToken)), done(2, true, false));
      assert.deepEqual(await storage.likeComment(by('forged')), done(3, true, true));
      const eight = await Promise.all(
        Array.from({ length: 8 }, (_, at) => (storages[at % 2] ?? storage).likeComment(by(first.freshToken))),
      );
      assert.ok(eight.every((answer) => answer.outcome === 'done' && answer.likes.count === 3));
      assert.equal((await storage.getComment('c', later))?.comment.likes.count, 3);
      // A stranger takes back nobody's.
      assert.deepEqual(await storage.unlikeComment(by()), done(3, false, false));
      assert.deepEqual(await storage.unlikeComment(known), done(2, false, false));
      assert.deepEqual(await storage.unlikeComment(known), done(2, false, false));
      assert.deepEqual(await storage.likeComment(known), done(3, true, false));
      await storage.close();
      const again = await open();
      assert.equal(
        (await again.listComments('a', { now: later, order: 'liked', limit: 1 }))?.items[0]?.likes.count,
        3,
      );
      assert.ok((await again.ownComments('a', known))?.comments['c']?.liked);
    },
  },
  {
    name: 'the count of likes is the number of those who like it, whoever comes and goes at once',
    async run({ open, alter }) {
      const storages = [await open(), await open()];
      const [storage] = storages;
      assert.ok(storage);
      await storage.saveArticle(draft({ slug: 'a' }));
      await kept(storage, post('a', { id: 'c' }));
      const readers = Array.from({ length: 12 }, () => by());
      const on = (at: number) => storages[at % 2] ?? storage;
      await Promise.all(readers.map((reader, at) => on(at).likeComment(reader)));
      await Promise.all(
        readers.map(({ freshToken }, at) =>
          at % 3 === 0 ? on(at).unlikeComment(by(freshToken)) : on(at).likeComment(by(freshToken)),
        ),
      );
      assert.equal((await storage.getComment('c', later))?.comment.likes.count, 8);
      await alter(async (tx) => {
        assert.equal((await tx.selectFrom('likes').select('writer').execute()).length, 8);
      });
    },
  },
  {
    name: 'only what is published is liked and reported',
    async run({ open }) {
      const storage = await open();
      await storage.saveArticle(draft({ slug: 'a' }));
      const own = post('a', { id: 'gone' });
      await kept(storage, own);
      await kept(storage, post('a', { id: 'answer', parentId: 'gone' }));
      await kept(storage, post('a', { id: 'held', state: 'pending' }));
      await storage.removeComment({ ...by(own.freshToken, 'gone') });
      for (const id of ['gone', 'held', 'nothing', '']) {
        const act = by(own.freshToken, id);
        assert.deepEqual(await storage.likeComment(act), { outcome: 'not_found' });
        assert.deepEqual(await storage.unlikeComment(act), { outcome: 'not_found' });
        assert.deepEqual(await storage.reportComment({ ...act, reason: 'x' }), { outcome: 'not_found' });
      }
      // Nobody became a writer by it.
      const refused = by(undefined, 'nothing');
      await storage.likeComment(refused);
      const next = post('a', { presentedToken: refused.freshToken });
      const answer = await storage.postComment(next);
      assert.ok(answer.outcome === 'posted' && answer.issueToken);
    },
  },
  {
    name: 'the first report of a browser is kept, and is nobody’s to see',
    async run({ open, alter }) {
      const storage = await open();
      await storage.saveArticle(draft({ slug: 'a' }));
      await kept(storage, post('a', { id: 'c' }));
      const shown = await storage.getComment('c', later);
      const version = await storage.versions(later, 'a');
      const first = by();
      const done = (issueToken: boolean) => ({ outcome: 'done', slug: 'a', issueToken });
      assert.deepEqual(await storage.reportComment({ ...first, reason: 'سبّ' }), done(true));
      assert.deepEqual(await storage.reportComment({ ...by(first.freshToken), reason: 'غيره' }), done(false));
      assert.deepEqual(await storage.reportComment({ ...by(), reason: 'وأنا' }), done(true));
      assert.deepEqual(await storage.getComment('c', later), shown);
      assert.deepEqual(await storage.versions(later, 'a'), version);
      await alter(async (tx) => {
        const rows = await tx.selectFrom('reports').select(['reason', 'settled', 'created']).execute();
        assert.deepEqual(
          rows.map((row) => ({ ...row })).toSorted((one, other) => (one.reason < other.reason ? -1 : 1)),
          ['سبّ', 'وأنا'].map((reason) => ({ reason, settled: null, created: first.now })),
        );
      });
    },
  },
  {
    name: 'whoever first likes or reports is the writer of what is posted next',
    async run({ open }) {
      const storage = await open();
      await storage.saveArticle(draft({ slug: 'a' }));
      await kept(storage, post('a', { id: 'c' }));
      for (const act of [
        async (one: ReturnType<typeof by>) => storage.likeComment(one),
        async (one: ReturnType<typeof by>) => storage.reportComment({ ...one, reason: 'x' }),
      ]) {
        const reader = by();
        await act(reader);
        const answer = await storage.postComment(post('a', { presentedToken: reader.freshToken }));
        assert.ok(answer.outcome === 'posted' && !answer.issueToken);
      }
    },
  },
];
