import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DatabaseSite } from './api-contract/database-site.ts';
import { sampleArticles } from './api-contract/judged-server.ts';
import { connected, dropDatabase, madeDatabase } from './storage/conformance/test-database.ts';
import { migrations } from './storage/migrations/migrations.ts';

let site: DatabaseSite;
beforeEach(async () => {
  site = new DatabaseSite();
  await site.open();
});
afterEach(() => site.close());

describe('a server whose database is away', () => {
  test('waits for it alive, not ready, and says so in one sentence', async () => {
    await site.proxy.cut();
    const { child, ask, until } = await site.server({ LOG_LEVEL: 'warn' });
    await until('/healthz', 200);
    const ready = await ask('/readyz');
    expect([ready.status, ready.headers.get('retry-after')]).toEqual([503, '2']);
    const page = await ask('/ar/');
    expect([page.status, JSON.parse(page.body).code]).toEqual([503, 'unavailable']);
    await setTimeout(2_500);
    const said = child.said().out.trim().split('\n');
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(
      /DATABASE_URL is «postgres:\/\/riwaq@127\.0\.0\.1:\d+\/riwaq_test_\w+», where no PostgreSQL answers \(ECONNREFUSED\)\. Trying again every second\./,
    );
    await site.proxy.open();
    await until('/readyz', 200);
    expect((await ask('/ar/')).status).toBe(200);
    child.signal('SIGTERM');
    expect(await child.ended).toBe(0);
  }, 40_000);

  test('that goes in mid-request tells each who asks within three seconds, and recovers by itself', async () => {
    expect((await site.ran(['cli', 'import', ...(await sampleArticles())], site.databaseUrl)).code).toBe(0);
    const { ask, until } = await site.server();
    await until('/readyz', 200);
    const { items }: { items: { slug: string }[] } = JSON.parse((await ask('/api/articles')).body);
    const address = `/api/articles/${encodeURIComponent(items[0]?.slug ?? '')}`;
    const post = {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ author: { name: 'هدى' }, text: 'مرّة واحدة' }),
    };
    for (const harm of ['cut', 'stall'] as const) {
      // Somebody else writes, so that ours is under way when it happens.
      const holder = await connected(site.databaseUrl);
      await holder.query('begin; select pg_advisory_xact_lock(7249283016)');
      const underWay = ask(`${address}/comments`, post);
      await setTimeout(100);
      const at = performance.now();
      if (harm === 'cut') await site.proxy.cut();
      else site.proxy.stall();
      const answers = await Promise.all([underWay, ask(address), ask('/ar/'), ask('/readyz')]);
      expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 503]);
      expect(performance.now() - at).toBeLessThan(3_000);
      expect((await ask('/healthz')).status).toBe(200);
      await holder.end();
      await site.proxy.cut();
      await site.proxy.open();
      await until('/readyz', 200);
      expect((await ask(address)).status).toBe(200);
    }
    expect((await ask(`${address}/comments`, post)).status).toBe(201);
    expect((await ask(`${address}/comments`, post)).status).toBe(201);
    expect(await site.query('select text from comments')).toEqual([{ text: 'مرّة واحدة' }]);
  }, 60_000);
});

describe('a database that cannot be used is refused in one sentence', () => {
  const refusedWith = async (url: string, sentence: RegExp) => {
    for (const args of [['main'], ['cli', 'articles', 'list']]) {
      const { code, err } = await site.ran(args, url);
      expect([code, err]).toEqual([1, expect.stringMatching(sentence)]);
      expect(err.trim().split('\n')).toHaveLength(1);
      expect(err).not.toContain('secret');
    }
  };

  test('a wrong password', async () => {
    const url = new URL(site.databaseUrl);
    url.password = 'not-the-secret';
    await refusedWith(
      url.href,
      /does not take this name and password; allowed: those of a role that may log in\.$/m,
    );
  }, 20_000);

  test('too old a version', async () => {
    const [row] = await site.query('show server_version_num');
    const version = String(row?.['server_version_num']);
    site.proxy.rewrite = (text) => text.replace(version, '140012');
    await refusedWith(site.byProxy, /which runs PostgreSQL 1\S.*; allowed: PostgreSQL 15 or newer\.$/m);
  }, 20_000);

  test('a newer schema, which stays as it is', async () => {
    expect((await site.ran(['cli', 'articles', 'list'], site.databaseUrl)).code).toBe(0);
    await site.query('insert into schema_version values (99, now())');
    await refusedWith(
      site.databaseUrl,
      /which has schema 99, and this Riwaq can use schemas up to \d+; start a newer Riwaq\.$/m,
    );
    expect(await site.query('select count(*)::int as count from schema_version')).toEqual([
      { count: migrations.length + 1 },
    ]);
  }, 20_000);

  test('one that is not there, another program’s, and one that cannot hold Arabic', async () => {
    const url = new URL(site.databaseUrl);
    url.pathname = '/riwaq_nowhere';
    await refusedWith(url.href, /which has no such database; allowed: one that was made before/);
    await site.query('create table articles (id int)');
    await refusedWith(
      site.databaseUrl,
      /which holds tables of another program; allowed: an empty database\.$/m,
    );
    await dropDatabase(site.key);
    await madeDatabase(site.key, `template template0 encoding 'SQL_ASCII' locale 'C'`);
    await refusedWith(site.databaseUrl, /which is encoded in SQL_ASCII; allowed: a database in UTF8\.$/m);
  }, 30_000);
});

test('four processes that start together on an empty database migrate and fill it once', async () => {
  const four = await Promise.all(Array.from({ length: 4 }, () => site.server({ SEED: 'demo' })));
  await Promise.all(four.map(({ until }) => until('/readyz', 200)));
  expect(await site.query('select count(*)::int as count from schema_version')).toEqual([
    { count: migrations.length },
  ]);
  const [{ articles, comments } = {}] = await site.query(
    'select (select count(*)::int from articles) as articles, (select count(*)::int from comments) as comments',
  );
  expect([articles, comments]).toEqual([13, 37]);
}, 60_000);
