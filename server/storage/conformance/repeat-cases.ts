import assert from 'node:assert/strict';
import { limits } from '#contract/limits';
import type { ConformanceCase, ConformanceSite } from './conformance-case.ts';
import type { CommentPost, Storage } from '../port.ts';
import { draft, kept, later, minute, post, start } from './samples.ts';

const day = 24 * 60 * minute;

/** The same post sent again, as a browser does: everything its own but the key and the content. */
const again = (first: CommentPost, changes: Partial<CommentPost> = {}): CommentPost => ({
  ...post(first.slug),
  parentId: first.parentId,
  author: first.author,
  text: first.text,
  key: first.key,
  fingerprint: first.fingerprint,
  now: first.now + 1000,
  ...changes,
});

export const repeatCases: readonly ConformanceCase[] = [
  {
    name: 'the same key and content again give the first answer, whatever has happened since',
    async run({ open, alter }) {
      const storage = await open();
      const article = draft({ slug: 'a' });
      await storage.saveArticle(article);
      await kept(storage, post('a', { id: 'top' }));
      const first = post('a', { id: 'first', parentId: 'top', state: 'pending' });
      const comment = await kept(storage, first);
      const repeat = async () => storage.postComment(again(first));
      assert.deepEqual(await repeat(), { outcome: 'repeated', comment, issueToken: true });
      await alter((tx) =>
        tx
          .updateTable('comments')
          .set({ state: 'published', like_count: 4, text: 'x', edited: later })
          .where('id', '=', 'first')
          .execute(),
      );
      assert.deepEqual(await repeat(), { outcome: 'repeated', comment, issueToken: true });
      await alter((tx) => tx.updateTable('comments').set({ state: 'removed' }).execute());
      await storage.saveArticle({ ...article, commentsState: 'closed' });
      assert.deepEqual(await repeat(), { outcome: 'repeated', comment, issueToken: true });
      assert.equal((await storage.postComment(post('a'))).outcome, 'comments_closed');
      await storage.close();
      const reopened = await open();
      assert.deepEqual(await reopened.postComment(again(first)), {
        outcome: 'repeated',
        comment,
        issueToken: true,
      });
    },
  },
  {
    name: 'whether a post was kept before can be asked without keeping it',
    async run({ open }) {
      const storage = await open();
      for (const slug of ['a', 'b']) await storage.saveArticle(draft({ slug }));
      for (const first of [post('a'), post('a', { key: undefined })]) {
        assert.equal(await storage.wasPosted(first), false);
        await kept(storage, first);
        const repeated = again(first, { addressHash: first.addressHash });
        assert.equal(await storage.wasPosted(repeated), true);
        assert.equal(await storage.wasPosted({ ...repeated, fingerprint: 'other' }), false);
        assert.equal(await storage.wasPosted({ ...repeated, slug: 'b' }), false);
        assert.equal(await storage.wasPosted({ ...repeated, slug: 'nowhere' }), false);
      }
      assert.equal((await storage.listComments('a', { now: later, order: 'newest', limit: 9 }))?.total, 2);
    },
  },
  {
    name: 'a post concerns the article at its slug and the writer of its token, where there are such',
    async run({ open }) {
      const storage = await open();
      await storage.saveArticle(draft({ slug: 'a' }));
      const first = post('a');
      const { articleId: article } = await kept(storage, first);
      const asked = (slug: string, presentedToken: string | undefined, now = later) =>
        storage.partiesTo({ slug, presentedToken, now });
      const writer = (await asked('a', first.freshToken))?.writer;
      assert.equal(typeof writer, 'string');
      assert.deepEqual(await asked('a', first.freshToken), { article, writer });
      assert.deepEqual(await asked('a', 'made up'), { article, writer: undefined });
      assert.deepEqual(await asked('a', undefined), { article, writer: undefined });
      assert.equal(await asked('nowhere', first.freshToken), undefined);
      assert.equal(await asked('a', undefined, start - 1), undefined);
    },
  },
  {
    name: 'a key with other content, or at another article, is a mismatch and keeps nothing',
    async run({ open }) {
      const storage = await open();
      for (const slug of ['a', 'b']) await storage.saveArticle(draft({ slug }));
      const first = post('a');
      await kept(storage, first);
      assert.deepEqual(await storage.postComment(post('a', { key: first.key })), {
        outcome: 'idempotency_mismatch',
      });
      const elsewhere = again(first, { slug: 'b' });
      assert.deepEqual(await storage.postComment(elsewhere), { outcome: 'idempotency_mismatch' });
      assert.deepEqual([await totalOf(storage, 'a'), await totalOf(storage, 'b')], [1, 0]);
    },
  },
  {
    name: 'eight posts at once with one key are one comment, one count and one answer',
    async run({ open }) {
      const storages = [await open(), await open()];
      const [storage] = storages;
      assert.ok(storage);
      await storage.saveArticle(draft({ slug: 'a' }));
      const first = post('a');
      const copies = Array.from({ length: 8 }, (_, at) => again(first, { id: `copy${at}` }));
      const answers = await Promise.all(
        copies.map((copy, at) => (storages[at % 2] ?? storage).postComment(copy)),
      );
      assert.equal(answers.filter(({ outcome }) => outcome === 'posted').length, 1);
      assert.equal(answers.filter(({ outcome }) => outcome === 'repeated').length, 7);
      assert.equal(
        new Set(answers.map((answer) => ('comment' in answer ? JSON.stringify(answer.comment) : ''))).size,
        1,
      );
      assert.equal(await totalOf(storage, 'a'), 1);
    },
  },
  {
    name: 'a key is remembered for its days, and forgotten after',
    async run({ open }) {
      const storage = await open();
      await storage.saveArticle(draft({ slug: 'a' }));
      const first = post('a');
      await kept(storage, first);
      const kind = async (now: number) => {
        await kept(storage, post('a', { now }));
        return (await storage.postComment(again(first, { now }))).outcome;
      };
      assert.equal(await kind(first.now + limits.idempotencyDays * day), 'repeated');
      assert.equal(await kind(first.now + limits.idempotencyDays * day + minute), 'posted');
    },
  },
  {
    name: 'after a lost answer the repetition gives the cookie, and with it the writer',
    async run(site) {
      const storage = await site.open();
      await storage.saveArticle(draft({ slug: 'a' }));
      const first = post('a', { id: 'first' });
      await kept(storage, first);
      const lost = again(first);
      const answer = await storage.postComment(lost);
      assert.ok('issueToken' in answer && answer.issueToken);
      const writer = await writerOf(site, 'first');
      for (const token of [first.freshToken, lost.freshToken]) {
        const next = post('a', { presentedToken: token });
        await kept(storage, next);
        assert.equal(await writerOf(site, next.id), writer);
      }
      const owner = await storage.postComment(again(first, { presentedToken: lost.freshToken }));
      assert.ok('issueToken' in owner && !owner.issueToken);
    },
  },
  {
    name: 'a repetition by another known reader takes the comment over, and nothing else',
    async run(site) {
      const storage = await site.open();
      await storage.saveArticle(draft({ slug: 'a' }));
      const first = post('a', { id: 'first' });
      await kept(storage, first);
      await kept(storage, post('a', { id: 'second', presentedToken: first.freshToken }));
      const other = post('a', { id: 'other' });
      await kept(storage, other);
      const owner = await writerOf(site, 'second');
      const answer = await storage.postComment(again(first, { presentedToken: other.freshToken }));
      assert.ok(answer.outcome === 'repeated' && !answer.issueToken);
      assert.equal(await writerOf(site, 'first'), await writerOf(site, 'other'));
      assert.equal(await writerOf(site, 'second'), owner);
    },
  },
  {
    name: 'a plain form sent twice is one comment, by address or by cookie, within its minutes and no longer',
    async run({ open }) {
      const storage = await open();
      await storage.saveArticle(draft({ slug: 'a' }));
      const first = post('a', { key: undefined, addressHash: 'home' });
      const comment = await kept(storage, first);
      const form = (changes: Partial<CommentPost>) =>
        storage.postComment(again(first, { key: undefined, ...changes }));
      const window = limits.formRepeatMinutes * minute;
      const repeated = { outcome: 'repeated', comment, issueToken: false };
      // A neighbour behind the same address says the same: not kept twice, but given no right to it.
      assert.deepEqual(await form({ addressHash: 'home', now: first.now + window }), repeated);
      assert.deepEqual(await form({ addressHash: 'away', presentedToken: first.freshToken }), repeated);
      assert.equal(await totalOf(storage, 'a'), 1);
      for (const [at, changes] of [
        { addressHash: 'away' },
        { addressHash: 'home', now: first.now + window + 1 },
        { addressHash: 'elsewhere', presentedToken: 'unknown' },
        { addressHash: 'home', text: 'غيره', fingerprint: 'other' },
      ].entries()) {
        assert.equal((await form(changes)).outcome, 'posted', `of ${at}`);
      }
    },
  },
  {
    name: 'a plain form repeated by a neighbour gives the neighbour no writer',
    async run(site) {
      const storage = await site.open();
      await storage.saveArticle(draft({ slug: 'a' }));
      const first = post('a', { id: 'mine', key: undefined, addressHash: 'home' });
      await kept(storage, first);
      const known = post('a', { id: 'known' });
      await kept(storage, known);
      const owner = await writerOf(site, 'mine');
      const stranger = again(first, { key: undefined, addressHash: 'home' });
      const neighbour = { ...stranger, freshToken: 'n', presentedToken: known.freshToken };
      for (const repeat of [stranger, neighbour]) {
        assert.deepEqual((await storage.postComment(repeat)).outcome, 'repeated');
        assert.equal(await writerOf(site, 'mine'), owner);
      }
      const next = post('a', { presentedToken: stranger.freshToken });
      const answer = await storage.postComment(next);
      assert.ok('issueToken' in answer && answer.issueToken, 'the token of the repetition stands for nobody');
      assert.notEqual(await writerOf(site, next.id), owner);
    },
  },
  {
    name: 'a refused post leaves nothing behind, so that its key is free',
    async run({ open }) {
      const storage = await open();
      const article = draft({ slug: 'a', commentsState: 'closed' });
      await storage.saveArticle(article);
      const refused = post('a', { now: start + minute });
      assert.equal((await storage.postComment(refused)).outcome, 'comments_closed');
      await storage.saveArticle({ ...article, commentsState: 'open' });
      assert.equal(
        (await storage.postComment({ ...refused, parentId: 'nothing' })).outcome,
        'parent_invalid',
      );
      assert.equal((await storage.postComment(refused)).outcome, 'posted');
    },
  },
];

async function totalOf(storage: Storage, slug: string): Promise<number | undefined> {
  return (await storage.listComments(slug, { now: later, order: 'newest', limit: 100 }))?.total;
}

async function writerOf(site: ConformanceSite, id: string): Promise<string | undefined> {
  let writer: string | undefined;
  await site.alter(async (tx) => {
    writer = (await tx.selectFrom('comments').select('writer').where('id', '=', id).executeTakeFirst())
      ?.writer;
  });
  assert.ok(writer, `a writer of ${id}`);
  return writer;
}
