import assert from 'node:assert/strict';
import { limits } from '#contract/limits';
import type { ConformanceCase, ConformanceSite } from './conformance-case.ts';
import type { CommentPost, Storage } from '../port.ts';
import { draft, kept, later, minute, post, start } from './samples.ts';

const window = limits.editWindowMinutes * minute;
const published = 'published' as const;

/** A site with one article and one comment, `mine`, by whom `token` stands for. */
async function withOwn(site: ConformanceSite, changes: Partial<CommentPost> = {}) {
  const storage = await site.open();
  await storage.saveArticle(draft({ slug: 'a' }));
  const first = post('a', { id: 'mine', text: 'الأوّل', ...changes });
  await kept(storage, first);
  return { storage, token: first.freshToken, written: first.now };
}

const list = (storage: Storage) => storage.listComments('a', { now: later, order: 'newest', limit: 9 });
const versionOf = async (storage: Storage) => (await storage.versions(later, 'a')).article?.comments ?? 0;

export const ownCases: readonly ConformanceCase[] = [
  {
    name: 'a writer edits a comment within the time for it, and the words before are kept',
    async run(site) {
      const { storage, token, written } = await withOwn(site);
      await kept(storage, post('a', { id: 'answer', parentId: 'mine' }));
      const before = await versionOf(storage);
      const edit = (text: string, now: number) =>
        storage.editComment({ id: 'mine', text, now, presentedToken: token, state: published });
      const first = await edit('الثاني', written + 1);
      assert.ok(first.outcome === 'done');
      const shown = (await storage.getComment('mine', later))?.comment;
      assert.deepEqual(first.comment, shown);
      assert.deepEqual(
        [shown?.text, shown?.editedAt, shown?.replyCount, shown?.replies.length],
        ['الثاني', new Date(written + 1).toISOString(), 1, 1],
      );
      assert.equal(await versionOf(storage), before + 1);
      // The same words again are no edit.
      const same = await edit('الثاني', written + 2);
      assert.deepEqual(same, first);
      assert.equal(await versionOf(storage), before + 1);
      assert.equal((await edit('الثالث', written + window - 1)).outcome, 'done');
      assert.deepEqual(await edit('الرابع', written + window), { outcome: 'edit_window_closed' });
      assert.equal((await list(storage))?.items[0]?.text, 'الثالث');
      await site.alter(async (tx) => {
        const rows = await tx
          .selectFrom('comment_edits')
          .select(['text', 'edited'])
          .orderBy('edited')
          .execute();
        assert.deepEqual(
          rows.map((row) => ({ ...row })),
          [
            { text: 'الأوّل', edited: written + 1 },
            { text: 'الثاني', edited: written + window - 1 },
          ],
        );
      });
    },
  },
  {
    name: 'nobody but its writer edits or removes a comment, and what is not there is not found',
    async run(site) {
      const { storage, written } = await withOwn(site);
      const other = post('a', { id: 'other' });
      await kept(storage, other);
      const held = post('a', { id: 'held', state: 'pending' });
      await kept(storage, held);
      const now = written + 1;
      for (const presentedToken of [undefined, 'forged', '', other.freshToken]) {
        for (const [id, outcome] of [
          ['mine', 'forbidden'],
          ['held', 'not_found'],
          ['nothing', 'not_found'],
        ] as const) {
          const act = { id, now, presentedToken };
          assert.deepEqual(await storage.editComment({ ...act, text: 'x', state: published }), { outcome });
          assert.equal(await storage.removeComment(act), outcome);
        }
      }
      await site.alter((tx) => tx.updateTable('sessions').set({ revoked: now }).execute());
      const act = { id: 'other', now, presentedToken: other.freshToken };
      assert.equal(await storage.removeComment(act), 'forbidden');
      assert.equal((await list(storage))?.total, 2);
    },
  },
  {
    name: 'a removed comment is counted nowhere, what answers it stays counted, and removing it again is no change',
    async run(site) {
      const { storage, token, written } = await withOwn(site);
      const middle = post('a', { id: 'middle', parentId: 'mine', presentedToken: token });
      await kept(storage, middle);
      await kept(storage, post('a', { id: 'last', parentId: 'middle' }));
      const act = (id: string) => ({ id, now: written + 2, presentedToken: token });
      const before = await versionOf(storage);
      assert.equal(await storage.removeComment(act('middle')), 'removed');
      assert.equal(await versionOf(storage), before + 1);
      const page = await list(storage);
      assert.deepEqual([page?.total, page?.items[0]?.replyCount], [2, 1]);
      assert.equal((await storage.getArticle('a', later))?.comments.count, 2);
      assert.equal(await storage.removeComment(act('middle')), 'removed');
      assert.equal(await storage.removeComment({ ...act('middle'), now: written + window }), 'removed');
      assert.equal(await storage.removeComment({ ...act('middle'), presentedToken: undefined }), 'not_found');
      assert.equal(await versionOf(storage), before + 1);
      assert.equal((await list(storage))?.total, 2);
      assert.deepEqual(await storage.editComment({ ...act('middle'), text: 'x', state: published }), {
        outcome: 'not_found',
      });
      assert.equal(
        await storage.removeComment({ ...act('mine'), now: written + window }),
        'edit_window_closed',
      );
      const answer = await storage.postComment(post('a', { parentId: 'middle' }));
      assert.deepEqual(answer, { outcome: 'parent_invalid' });
      await site.alter(async (tx) => {
        const row = await tx
          .selectFrom('comments')
          .select('removed')
          .where('id', '=', 'middle')
          .executeTakeFirst();
        assert.equal(row?.removed, written + 2);
      });
    },
  },
  {
    name: 'where comments are held, an edited one is held again and a held one stays so, in its writer’s hands',
    async run(site) {
      const { storage, token, written } = await withOwn(site);
      await kept(storage, post('a', { id: 'answer', parentId: 'mine' }));
      const act = { id: 'mine', now: written + 1, presentedToken: token };
      const answer = await storage.editComment({ ...act, text: 'جديد', state: 'pending' });
      assert.ok(answer.outcome === 'done');
      assert.deepEqual([answer.comment.state, answer.comment.text], ['pending', 'جديد']);
      const page = await list(storage);
      // Its answer is published, so its place stays; nothing of what it says now or said before does.
      assert.deepEqual(
        [
          page?.total,
          page?.items[0]?.state,
          page?.items[0]?.text,
          page?.items[0]?.author.name,
          page?.items[0]?.editedAt,
        ],
        [1, 'pending', '', '', undefined],
      );
      const again = await storage.editComment({ ...act, text: 'أجدّ', state: published });
      assert.ok(again.outcome === 'done' && again.comment.state === 'pending');
      assert.equal((await list(storage))?.total, 1);
      const mine = await storage.ownComments('a', act);
      assert.equal(mine?.comments['mine']?.can.edit, true);
      assert.equal(await storage.removeComment(act), 'removed');
      const after = await list(storage);
      assert.deepEqual([after?.total, after?.items[0]?.state], [1, 'removed']);
    },
  },
  {
    name: 'a browser is told of its own comments for their time, of its likes, and of nobody else’s',
    async run(site) {
      const { storage, token, written } = await withOwn(site);
      await kept(storage, post('a', { id: 'held', state: 'pending', presentedToken: token }));
      await kept(storage, post('a', { id: 'gone', presentedToken: token }));
      const other = post('a', { id: 'other' });
      await kept(storage, other);
      await storage.saveArticle(draft({ slug: 'b' }));
      await kept(storage, post('b', { id: 'elsewhere', presentedToken: token }));
      const act = (id: string) => ({ id, now: written + 1, presentedToken: token, freshToken: 'fresh' });
      await storage.removeComment(act('gone'));
      for (const id of ['mine', 'other', 'elsewhere']) await storage.likeComment(act(id));
      const at = (now: number, presentedToken: string | undefined = token, slug = 'a') =>
        storage.ownComments(slug, { now, presentedToken });
      const until = new Date(written + window).toISOString();
      const can = { edit: true, delete: true, until };
      const cannot = { edit: false, delete: false };
      const inTime = {
        comments: {
          mine: { liked: true, can },
          held: { liked: false, can },
          other: { liked: true, can: cannot },
        },
      };
      assert.deepEqual(await at(written + window - 1), inTime);
      assert.deepEqual(await at(written + window), {
        comments: { mine: { liked: true, can: cannot }, other: { liked: true, can: cannot } },
      });
      assert.deepEqual(await at(written + 1, other.freshToken), {
        comments: { other: { liked: false, can } },
      });
      for (const nobody of [undefined, 'forged']) {
        const mine = await storage.ownComments('a', { now: written + 1, presentedToken: nobody });
        assert.deepEqual(mine, { comments: {} });
      }
      // What is liked and no longer there is not told of.
      const gone = { id: 'other', now: written + 1, presentedToken: other.freshToken };
      assert.equal(await storage.removeComment(gone), 'removed');
      assert.deepEqual(Object.keys((await at(written + 1))?.comments ?? {}), ['mine', 'held']);
      assert.equal(await at(later, token, 'nowhere'), undefined);
      assert.equal(await at(start - 1), undefined);
      await storage.withdrawArticle('a');
      assert.equal(await at(written + 1), undefined);
    },
  },
  {
    name: 'closed comments can still be edited, removed and liked; hidden and withdrawn ones are not there',
    async run({ open }) {
      const storage = await open();
      const article = draft({ slug: 'a' });
      await storage.saveArticle(article);
      const first = post('a', { id: 'mine' });
      await kept(storage, first);
      const act = { id: 'mine', now: first.now + 1, presentedToken: first.freshToken, freshToken: 'fresh' };
      const all = async () => [
        (await storage.likeComment(act)).outcome,
        (await storage.unlikeComment(act)).outcome,
        (await storage.reportComment({ ...act, reason: 'سبب' })).outcome,
        (await storage.editComment({ ...act, text: `${first.text}!`, state: published })).outcome,
      ];
      const gone = Array(4).fill('not_found');
      await storage.saveArticle({ ...article, commentsState: 'hidden' });
      assert.deepEqual(await all(), gone);
      assert.equal(await storage.removeComment(act), 'not_found');
      assert.deepEqual(await storage.ownComments('a', act), { comments: {} });
      await storage.withdrawArticle('a');
      await storage.saveArticle({ ...article, commentsState: 'closed' });
      assert.deepEqual(await all(), gone);
      assert.equal(await storage.removeComment(act), 'not_found');
      await storage.restoreArticle('a');
      assert.deepEqual(await all(), ['done', 'done', 'done', 'done']);
      assert.equal(await storage.removeComment(act), 'removed');
    },
  },
];
