import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { recordChange } from '../comment-change.ts';
import type { Database } from '../database.ts';
import type { Storage } from '../port.ts';
import type { ConformanceCase, ConformanceSite } from './conformance-case.ts';
import { draft, kept, later, minute, post, start } from './samples.ts';

type Row = Partial<Pick<Database['comments'], 'state' | 'edited' | 'text'>>;

/** Changes a comment as a call of the port would: the row, and what is told of it. */
const change = ({ alter }: ConformanceSite, id: string, row: Row) =>
  alter(async (tx) => {
    await tx.updateTable('comments').set(row).where('id', '=', id).execute();
    const { article } = await tx
      .selectFrom('comments')
      .select('article')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await recordChange(tx, article, id);
  });

/** What is told since `after`, as `type id of root`. */
async function told(storage: Storage, after: number, limit = 100): Promise<string[]> {
  const found = await storage.commentChanges('a', { now: later, after, limit });
  return (found?.changes ?? []).map(({ type, id, rootId }) => `${type} ${id} of ${rootId}`);
}

const versionOf = async (storage: Storage): Promise<number> =>
  (await storage.commentVersions(['a'], later)).get('a') ?? -1;

export const changeCases: readonly ConformanceCase[] = [
  {
    name: 'what is new, changed and removed is told since any version, each comment once',
    async run(site) {
      const storage = await site.open();
      await storage.saveArticle(draft({ slug: 'a' }));
      await storage.saveArticle(draft({ slug: 'b' }));
      const versions = [await versionOf(storage)];
      const mark = async () => versions.push(await versionOf(storage));
      await kept(storage, post('a', { id: 'top' }));
      await mark();
      await kept(storage, post('a', { id: 'reply', parentId: 'top' }));
      await kept(storage, post('b', { id: 'elsewhere' }));
      await mark();
      await kept(storage, post('a', { id: 'alone' }));
      await mark();
      await change(site, 'top', { edited: later, text: 'x' });
      await mark();
      await change(site, 'reply', { state: 'removed' });
      await mark();
      const since = await Promise.all(versions.map((version) => told(storage, version)));
      assert.deepEqual(since, [
        ['new alone of alone', 'new top of top', 'removed reply of top'],
        ['new alone of alone', 'changed top of top', 'removed reply of top'],
        ['new alone of alone', 'changed top of top', 'removed reply of top'],
        ['changed top of top', 'removed reply of top'],
        ['removed reply of top'],
        [],
      ]);
      const [first = 0] = versions;
      const found = await storage.commentChanges('a', { now: later, after: first, limit: 9 });
      assert.equal(found?.version, versions.at(-1));
      assert.equal(found?.total, 3);
      const ids = (found?.changes ?? []).map(({ version }) => version);
      assert.ok(ids.every((id, at) => id > (ids[at - 1] ?? first) && id <= (versions.at(-1) ?? 0)));
      assert.deepEqual(await told(storage, first, 1), ['new alone of alone']);
    },
  },
  {
    name: 'a held comment is told to nobody until it is published, and is new then',
    async run(site) {
      const storage = await site.open();
      await storage.saveArticle(draft({ slug: 'a' }));
      const before = await versionOf(storage);
      await kept(storage, post('a', { id: 'held', state: 'pending' }));
      await kept(storage, post('a', { id: 'refused', state: 'pending' }));
      await change(site, 'held', { text: 'x', edited: later });
      await change(site, 'refused', { state: 'removed' });
      assert.deepEqual(await told(storage, before), []);
      await change(site, 'held', { state: 'published' });
      assert.deepEqual(await told(storage, before), ['new held of held']);
    },
  },
  {
    name: 'comments older than the telling of changes are no news, and changed ones are no new ones',
    async run(site) {
      const storage = await site.open();
      await storage.saveArticle(draft({ slug: 'a' }));
      await kept(storage, post('a', { id: 'old' }));
      await kept(storage, post('a', { id: 'older' }));
      // As the step of the schema leaves them.
      await site.alter((tx) => tx.updateTable('comments').set({ appeared: 0, changed: null }).execute());
      assert.deepEqual(await told(storage, 0), []);
      await change(site, 'old', { edited: later });
      assert.deepEqual(await told(storage, 0), ['changed old of old']);
    },
  },
  {
    name: 'nothing is told of an article that is unknown, withdrawn, waiting or hides its comments',
    async run({ open }) {
      const storage = await open();
      const article = draft({ slug: 'a' });
      await storage.saveArticle(article);
      await storage.saveArticle(draft({ slug: 'due', publishedAt: later + minute }));
      await kept(storage, post('a'));
      const query = { now: later, after: 0, limit: 9 };
      const slugs = ['due', 'nobody', 'a', 'a'];
      assert.deepEqual([...(await storage.commentVersions(slugs, later)).keys()], ['a']);
      assert.deepEqual(await storage.commentVersions([], later), new Map());
      for (const slug of ['due', 'nobody'])
        assert.equal(await storage.commentChanges(slug, query), undefined);
      await storage.withdrawArticle('a');
      assert.equal(await storage.commentChanges('a', query), undefined);
      await storage.restoreArticle('a');
      assert.equal((await storage.commentChanges('a', query))?.changes.length, 1);
      await storage.saveArticle({ ...article, commentsState: 'hidden', now: start + minute });
      assert.equal(await storage.commentChanges('a', query), undefined);
      assert.equal((await storage.commentVersions(['a'], later)).size, 0);
    },
  },
  {
    name: 'whoever watches is told what any opening has written, and nothing after the end',
    async run({ open }) {
      const [one, other] = [await open(), await open()];
      await one.saveArticle(draft({ slug: 'a' }));
      const told = { one: 0, other: 0 };
      const ends = [one.watch(() => (told.one += 1)), other.watch(() => (told.other += 1))];
      // Whatever is told at the beginning.
      await setTimeout(1_500);
      const before = { ...told };
      await kept(one, post('a'));
      const deadline = performance.now() + 5_000;
      while (told.one === before.one || told.other === before.other) {
        assert.ok(performance.now() < deadline, 'both are told within seconds');
        await setTimeout(20);
      }
      for (const end of ends) end();
      await setTimeout(300);
      const after = { ...told };
      await kept(other, post('a'));
      await setTimeout(1_500);
      assert.deepEqual(told, after);
    },
  },
];
