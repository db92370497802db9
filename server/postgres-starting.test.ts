import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DatabaseSite } from './api-contract/database-site.ts';
import { dropDatabase, queried, testServer } from './storage/conformance/test-database.ts';

// Each test starts a program or more; a busy machine takes seconds for that.
vi.setConfig({ testTimeout: 60_000 });

let site: DatabaseSite;
beforeEach(async () => {
  site = new DatabaseSite();
  await site.open();
});
afterEach(() => site.close());

/** Of the same database, with something said otherwise. */
function addressWith(change: (url: URL) => void): string {
  const url = new URL(site.byProxy);
  change(url);
  return url.href;
}

describe('the end', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s comes at once while the database is waited for',
    async (signal) => {
      await site.proxy.cut();
      const { child, until } = await site.server({ LOG_LEVEL: 'warn' });
      await until('/healthz', 200);
      while (!child.said().out.includes('Trying again')) await setTimeout(20);
      const at = performance.now();
      child.signal(signal);
      expect(await child.ended).toBe(0);
      // Far from the ten seconds that a stop may take, on a machine however busy.
      expect(performance.now() - at).toBeLessThan(5_000);
    },
  );

  test('comes in time while the database is frozen', async () => {
    const { child, ask, until } = await site.server();
    await until('/readyz', 200);
    await Promise.all([ask('/ar/'), ask('/api/articles'), ask('/readyz')]);
    site.proxy.stall();
    const underWay = ask('/api/articles');
    await setTimeout(200);
    const at = performance.now();
    child.signal('SIGTERM');
    expect((await underWay).status).toBe(503);
    expect(await child.ended).toBe(0);
    expect(performance.now() - at).toBeLessThan(6_000);
  });
});

describe('a way to the database', () => {
  const listed = async (url: string) => await site.ran(['cli', 'articles', 'list'], url);

  test.each([
    [
      'with the host among its parameters',
      (url: URL) => url.href.replace(url.host, '').replace(/$/, `?host=127.0.0.1&port=${url.port}`),
    ],
    ['by its longer name', (url: URL) => url.href.replace('postgres:', 'postgresql:')],
    ['without encryption, said aloud', (url: URL) => `${url.href}?sslmode=disable`],
  ])('%s', async (_, form) => {
    expect(await listed(form(new URL(site.byProxy)))).toEqual({ code: 0, err: '' });
  });

  test.each<[string, (url: URL) => void, RegExp]>([
    [
      'encrypted, where the server has no certificate',
      (url) => url.searchParams.set('sslmode', 'require'),
      /which gives no such connection \(The server does not support SSL connections\); allowed: one that its server gives\.$/,
    ],
    [
      'by a certificate that is not there',
      (url) => url.searchParams.set('sslrootcert', '/nowhere/root.crt'),
      /which cannot be used as it stands \(ENOENT.*\/nowhere\/root\.crt.*\); allowed: an address as libpq takes it\.$/,
    ],
    [
      'with letters that are none',
      (url) => (url.password = '%ff'),
      /which cannot be used as it stands \(URI malformed\); allowed: an address as libpq takes it\.$/,
    ],
  ])('%s is refused in one sentence', async (_, change, sentence) => {
    const { code, err } = await listed(addressWith(change));
    const said = err
      .trim()
      .split('\n')
      .filter((line) => line.startsWith('DATABASE_URL'));
    expect([code, said]).toEqual([1, [expect.stringMatching(sentence)]]);
    expect(err).not.toMatch(/secret|%ff/);
  });
});

test('a role that may not use the tables is refused at the start, before readers meet it', async () => {
  const role = `riwaq_test_${site.key}`;
  const asRole = addressWith((url) => (url.username = role));
  const refused =
    /which does not let this role make and use tables; allowed: the owner of the database, or of a schema in it\.$/m;
  await site.query(`create role ${role} login password 'secret'`);
  try {
    // Nothing of the schema yet, then the schema of another role, then that with the right to read.
    for (const step of ['', 'open', `grant select on all tables in schema public to ${role}`]) {
      if (step === 'open')
        expect((await site.ran(['cli', 'articles', 'list'], site.databaseUrl)).code).toBe(0);
      else if (step !== '') await site.query(step);
      const { code, err } = await site.ran(['cli', 'articles', 'list'], asRole);
      expect([code, err]).toEqual([1, expect.stringMatching(refused)]);
    }
    await site.query(`grant all on all tables in schema public to ${role}`);
    expect((await site.ran(['cli', 'articles', 'list'], asRole)).code).toBe(0);
  } finally {
    await dropDatabase(site.key);
    await queried(testServer, `drop role ${role}`);
  }
});

test('a log never holds the password, whatever fails and however much is logged', async () => {
  const { child, ask, until } = await site.server({ LOG_LEVEL: 'trace' });
  await until('/readyz', 200);
  await site.query('alter table articles rename to gone');
  expect((await ask('/api/articles')).status).toBe(500);
  await site.query('alter table gone rename to articles');
  await site.proxy.cut();
  for (const path of ['/api/articles', '/ar/', '/readyz', '/api/articles/x'])
    expect((await ask(path)).status).toBe(503);
  // After the pause in which nobody asks the database, it is tried again, and that stands in the log.
  await vi.waitFor(
    async () => {
      await ask('/api/articles');
      expect(child.said().out).toContain('ECONNREFUSED');
    },
    { timeout: 15_000, interval: 300 },
  );
  const { out, err } = child.said();
  expect(out + err).not.toContain('secret');
});
