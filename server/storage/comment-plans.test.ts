import { CompiledQuery, type KyselyPlugin, type RootOperationNode } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commentOrders } from '#contract/comment';
import { draft, kept, later, post } from './conformance/samples.ts';
import { inFolder } from './conformance/sqlite-site.ts';
import type { Engine } from './engine.ts';
import type { Storage } from './port.ts';
import { openSqliteEngine } from './sqlite.ts';
import { storageOver } from './storage-over.ts';

// A thread of ten thousand comments must not be read through for a page of twenty. The plans of the embedded
// engine hang on no figures, so they say the same here as there.
const asked: RootOperationNode[] = [];
const recorder: KyselyPlugin = {
  transformQuery({ node }) {
    asked.push(node);
    return node;
  },
  transformResult: async ({ result }) => result,
};

let engine: Engine;
let storage: Storage;
let done: () => void = () => {};
let over: Promise<void>;
beforeAll(async () => {
  const opened = Promise.withResolvers<void>();
  over = inFolder(async (dataDir) => {
    engine = await openSqliteEngine({ dataDir });
    storage = storageOver({ ...engine, read: engine.read.withPlugin(recorder) });
    await storage.saveArticle(draft({ slug: 'a' }));
    await kept(storage, post('a', { id: 'top', freshToken: 'token' }));
    await kept(storage, post('a', { id: 'other' }));
    for (const [id, parentId] of [
      ['one', 'top'],
      ['two', 'one'],
      ['three', 'two'],
    ] as const)
      await kept(storage, post('a', { id, parentId }));
    const closed = new Promise<void>((resolve) => (done = resolve));
    opened.resolve();
    await closed;
    await storage.close();
  });
  await opened.promise;
});
afterAll(async () => {
  done();
  await over;
});

/** How the embedded engine goes about all that `work` asks. */
async function plansOf(work: () => Promise<unknown>): Promise<string[]> {
  asked.length = 0;
  await work();
  const plans: string[] = [];
  for (const node of asked.splice(0)) {
    const { sql, parameters } = engine.read.getExecutor().compileQuery(node, { queryId: 'plan' });
    const { rows } = await engine.read.executeQuery<{ detail: string }>(
      CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]),
    );
    plans.push(...rows.map(({ detail }) => detail));
  }
  expect(plans.length).toBeGreaterThan(0);
  return plans;
}

const scanned = (plans: readonly string[]) =>
  plans.filter((detail) => /^SCAN (?!branch|CONSTANT)/.test(detail));
const query = { now: later, limit: 1 };

test.each(commentOrders)(
  'a page of comments, %s first, is found by an index, in its order',
  async (order) => {
    const first = await storage.listComments('a', { ...query, order });
    const cursor = first?.nextCursor ?? '';
    expect(cursor).not.toBe('');
    const index = order === 'liked' ? 'comments_by_likes' : 'comments_by_time';
    for (const at of [undefined, cursor]) {
      const plans = await plansOf(() => storage.listComments('a', { ...query, order, cursor: at }));
      expect(plans.some((detail) => detail.includes(`USING INDEX ${index} (article=?`))).toBe(true);
      if (at !== undefined)
        expect(
          plans.some((detail) =>
            new RegExp(`${index} \\(article=\\? AND .*(position|like_count)`).test(detail),
          ),
        ).toBe(true);
      expect(scanned(plans)).toEqual([]);
    }
  },
);

test('no top-level page is sorted', async () => {
  for (const order of commentOrders) {
    const plans = await plansOf(() => storage.listComments('a', { now: later, limit: 1, order }));
    // Only the first replies of the page's own comments are.
    expect(plans.filter((detail) => detail.includes('TEMP B-TREE')).length).toBeLessThanOrEqual(1);
  }
});

test('a page of replies is found by an index, wherever it begins', async () => {
  const first = await storage.listReplies('top', query);
  for (const at of [{}, { cursor: first?.nextCursor ?? '' }, { from: 'two' }]) {
    const plans = await plansOf(() => storage.listReplies('top', { ...query, ...at }));
    expect(plans.some((detail) => detail.includes('USING INDEX comments_of_root (root=?'))).toBe(true);
    expect(plans.filter((detail) => detail.includes('TEMP B-TREE'))).toEqual([]);
    expect(scanned(plans)).toEqual([]);
  }
});

test('the replies below a reply, a comment and what is one’s own are found without reading through all', async () => {
  for (const work of [
    () => storage.listReplies('one', query),
    () => storage.listReplies('one', { ...query, from: 'three' }),
    () => storage.getComment('two', later),
    () => storage.getComment('top', later),
    () => storage.ownComments('a', { now: later, presentedToken: 'token' }),
  ])
    expect(scanned(await plansOf(work))).toEqual([]);
});
