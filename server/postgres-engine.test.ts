import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DatabaseSite } from './api-contract/database-site.ts';
import { askedBy, connected } from './storage/conformance/test-database.ts';
import { draft, later, paragraph, start } from './storage/conformance/samples.ts';
import type { Engine } from './storage/engine.ts';
import { openPostgresEngine } from './storage/postgres.ts';
import { storageOver } from './storage/storage-over.ts';

let site: DatabaseSite;
let engine: Engine;

beforeEach(async () => {
  site = new DatabaseSite();
  await site.open();
  engine = await openPostgresEngine({ databaseUrl: site.byProxy });
});
afterEach(async () => {
  await engine.close();
  await site.close();
});

const add = (slug: string) =>
  engine.write((tx) => tx.insertInto('sections').values({ slug, name: slug }).execute());
const kept = async () =>
  (await site.query('select slug from sections order by slug')).map(({ slug }) => slug);
const outcomes = async (works: readonly Promise<unknown>[]) =>
  (await Promise.allSettled(works)).map((one) =>
    one.status === 'fulfilled' ? 'kept' : String(one.reason.name),
  );

test('another writer’s turn that outlasts a try is waited for, and the next try begins anew', async () => {
  const other = await connected(site.databaseUrl);
  await other.query('begin; select pg_advisory_xact_lock(7249283016)');
  const waiting = outcomes([add('a'), add('b')]);
  await setTimeout(2_600);
  await other.end();
  expect(await waiting).toEqual(['kept', 'kept']);
  await add('c');
  expect(await kept()).toEqual(['a', 'b', 'c']);
}, 20_000);

test('a work that the database refuses takes back its own words and nobody else’s', async () => {
  await add('taken');
  const undone = engine.write(async (tx) => {
    await tx.insertInto('sections').values({ slug: 'undone', name: '' }).execute();
    throw new Error('no');
  });
  // Sent together, they share a transaction: an SQL error would end all of it without a savepoint.
  const works = [add('a'), add('taken'), undone, sleeping(0), add('b'), add('a')];
  expect(await outcomes(works)).toEqual(['kept', 'error', 'Error', 'kept', 'kept', 'error']);
  expect(await kept()).toEqual(['a', 'b', 'taken']);
  // What the database quotes was written by readers, and errors end in logs.
  const refused = await add('taken').catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: '23505' });
  expect(JSON.stringify(refused)).not.toContain('taken');
});

test('a question that takes too long is given up, with all who share its transaction, and the writer goes on', async () => {
  const works = [add('a'), sleeping(9), add('b')];
  expect(await outcomes(works)).toEqual(['StorageError', 'StorageError', 'StorageError']);
  await add('c');
  expect(await kept()).toEqual(['c']);
}, 20_000);

test('a server that ends every connection is asked on a new one', async () => {
  await add('a');
  await askedBy(engine.read, 'select 1');
  await site.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`);
  await setTimeout(100);
  await add('b');
  await askedBy(engine.read, 'select 1');
  // In the middle of a work: told, and the next is served.
  const works = outcomes([sleeping(2)]);
  await setTimeout(300);
  await site.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where query like 'select pg_sleep(2)' and pid <> pg_backend_pid()`,
  );
  expect(await works).toEqual(['StorageError']);
  await add('c');
  expect(await kept()).toEqual(['a', 'b', 'c']);
});

test('more readers than connections all get their answer, and none is left open', async () => {
  const answers = Array.from({ length: 40 }, () => askedBy(engine.read, 'select 1 as one, pg_sleep(0.05)'));
  expect((await Promise.all(answers)).every(([row]) => row?.['one'] === 1)).toBe(true);
  const connections = () =>
    site.query(
      `select count(*)::int as count from pg_stat_activity where application_name = 'riwaq' and datname = current_database() and pid <> pg_backend_pid()`,
    );
  expect((await connections())[0]?.['count']).toBeLessThanOrEqual(9);
  await engine.close();
  expect(await connections()).toEqual([{ count: 0 }]);
});

describe('whole numbers and letters', () => {
  test('int8 comes as a number, up to the largest that is whole', async () => {
    const most = Number.MAX_SAFE_INTEGER;
    const rows = await askedBy(engine.read, `select ${most}::bigint as most, count(*) as count from site`);
    expect(rows).toEqual([{ most, count: 1 }]);
  });

  test('NUL is nowhere, and asking for it is no error', async () => {
    await add('a\uFFFDb');
    const named = await engine.read.selectFrom('sections').select('slug').where('slug', '=', '\0').execute();
    expect(named).toEqual([]);
  });
});

describe('a network that swallows all', () => {
  test('is told within three seconds in the middle of a transaction too', async () => {
    const at = performance.now();
    const work = engine.write(async (tx) => {
      await tx.insertInto('sections').values({ slug: 'a', name: '' }).execute();
      site.proxy.stall();
      await tx.selectFrom('sections').select('slug').execute();
    });
    expect(await outcomes([work])).toEqual(['StorageError']);
    expect(performance.now() - at).toBeLessThan(3_000);
    await site.proxy.cut();
    await site.proxy.open();
    await setTimeout(1_000);
    await add('b');
    expect(await kept()).toEqual(['b']);
  }, 20_000);

  test('does not keep the process from ending', async () => {
    await askedBy(engine.read, 'select 1');
    await add('a');
    site.proxy.stall();
    const at = performance.now();
    await engine.close();
    expect(performance.now() - at).toBeLessThan(2_000);
  }, 20_000);
});

const sleeping = (seconds: number) => engine.write((tx) => askedBy(tx, `select pg_sleep(${seconds})`));

test('search goes by the index of terms, whatever the planner knows of the tables', async () => {
  const storage = storageOver(engine);
  const body = (at: number) => Array.from({ length: 300 }, (_, word) => `كلمة${at * 300 + word}`).join(' ');
  for (let at = 0; at < 40; at += 1)
    await storage.saveArticle(
      draft({ slug: `a${at}`, body: [paragraph(body(at))], publishedAt: start - at }),
    );
  const found = await storage.listArticles({ now: later, limit: 5, search: 'كلمة605' });
  expect(found.items.map(({ slug }) => slug)).toEqual(['a2', 'a20']);
  // Statistics come when a connection ends.
  await storage.close();
  const [{ scans } = {}] = await site.query(
    `select idx_scan::int as scans from pg_stat_user_indexes where indexrelname = 'article_terms_by_term'`,
  );
  // Once for the very words, once for the folded ones.
  expect(scans).toBe(2);
}, 20_000);

test('who watches is told of what he may have missed once the way is back, and of what comes then', async () => {
  let told = 0;
  const end = engine.watch(() => (told += 1));
  const more = async (than: number) =>
    vi.waitFor(() => expect(told).toBeGreaterThan(than), { timeout: 15_000, interval: 20 });
  await more(0);
  await site.proxy.cut();
  const other = await openPostgresEngine({ databaseUrl: site.databaseUrl });
  const write = (slug: string) =>
    other.write((tx) => tx.insertInto('sections').values({ slug, name: slug }).execute());
  await write('missed');
  const before = told;
  await setTimeout(200);
  expect(told).toBe(before);
  await site.proxy.open();
  await more(before);
  const back = told;
  await write('heard');
  await more(back);
  end();
  await setTimeout(500);
  const connections = await site.query(
    `select count(*)::int as count from pg_stat_activity where query like 'listen%' and datname = current_database()`,
  );
  expect(connections).toEqual([{ count: 0 }]);
  await other.close();
}, 40_000);
