import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { draft, kept, later, post } from './conformance/samples.ts';
import { migrations } from './migrations/migrations.ts';
import { startChild } from './conformance/sqlite-child.ts';
import { checkSqliteVersion, databaseFile } from './sqlite-file.ts';
import { inFolder } from './conformance/sqlite-site.ts';
import { openSqlite, openSqliteEngine } from './sqlite.ts';

/** Every file of a folder with its content's hash. */
const snapshot = (folder: string) =>
  readdirSync(folder).map((name) => [
    name,
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex'),
  ]);

async function refusal(dataDir: string): Promise<string> {
  try {
    await (await openSqlite({ dataDir })).close();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'opened';
}

describe('opening', () => {
  test('makes the folder, in WAL with every commit synced and references checked', () =>
    inFolder(async (parent) => {
      const engine = await openSqliteEngine({ dataDir: join(parent, 'a', 'b') });
      const pragma = (name: string) => sql<Record<string, unknown>>`pragma ${sql.raw(name)}`;
      const valueOf = (name: string) =>
        engine.write(async (tx) => Object.values((await pragma(name).execute(tx)).rows[0] ?? {})[0]);
      expect(await valueOf('journal_mode')).toBe('wal');
      expect(await valueOf('synchronous')).toBe(2);
      expect(await valueOf('foreign_keys')).toBe(1);
      expect((await pragma('busy_timeout').execute(engine.read)).rows).toEqual([{ timeout: 5000 }]);
      await expect(engine.read.deleteFrom('site').execute()).rejects.toThrow('storage unavailable');
      await engine.close();
      expect(readdirSync(join(parent, 'a', 'b'))).toEqual([databaseFile]);
    }));

  test('refuses a newer schema and touches nothing', () =>
    inFolder(async (dataDir) => {
      await (await openSqlite({ dataDir })).close();
      const db = new DatabaseSync(join(dataDir, databaseFile));
      db.exec(`insert into schema_version values (99, '')`);
      db.close();
      const before = snapshot(dataDir);
      expect(await refusal(dataDir)).toBe(
        `DATA_DIR is "${dataDir}": riwaq.db in it has schema 99, and this Riwaq can use schemas up to ${migrations.length}; start a newer Riwaq.`,
      );
      expect(snapshot(dataDir)).toEqual(before);
    }));

  test('refuses a newer schema that still stands in the log, and leaves the log', () =>
    inFolder(async (parent) => {
      const [made, left] = [join(parent, 'made'), join(parent, 'left')];
      await (await openSqlite({ dataDir: made })).close();
      const db = new DatabaseSync(join(made, databaseFile));
      db.exec(`pragma wal_autocheckpoint = 0; insert into schema_version values (99, '')`);
      // As a process that was killed leaves them; the index of the log is made anew by whoever comes.
      mkdirSync(left);
      const files = [databaseFile, `${databaseFile}-wal`];
      for (const name of files) copyFileSync(join(made, name), join(left, name));
      db.close();
      const before = snapshot(left);
      expect(await refusal(left)).toContain('riwaq.db in it has schema 99');
      expect(snapshot(left).filter(([name]) => files.includes(name ?? ''))).toEqual(before);
    }));

  test("refuses another program's database and touches nothing", () =>
    inFolder(async (dataDir) => {
      const db = new DatabaseSync(join(dataDir, databaseFile));
      db.exec('create table theirs (a)');
      db.close();
      const before = snapshot(dataDir);
      expect(await refusal(dataDir)).toMatch(/^DATA_DIR is ".*": riwaq.db in it must be a database of Riwaq/);
      expect(snapshot(dataDir)).toEqual(before);
    }));

  test.each(['short', 'a text of some length\n'.repeat(1000)])(
    'refuses a file that is no database and touches nothing',
    (text) =>
      inFolder(async (dataDir) => {
        writeFileSync(join(dataDir, databaseFile), text);
        const before = snapshot(dataDir);
        expect(await refusal(dataDir)).toBe(
          `DATA_DIR is "${dataDir}": riwaq.db in it must be an SQLite database, and is none.`,
        );
        expect(snapshot(dataDir)).toEqual(before);
      }),
  );

  test('refuses a folder that cannot be one', () =>
    inFolder(async (parent) => {
      const dataDir = join(parent, 'file', 'data');
      writeFileSync(join(parent, 'file'), '');
      expect(await refusal(dataDir)).toMatch(
        /^DATA_DIR is ".*file\/data": it must be a folder that this user can read and write \(ENOTDIR/,
      );
      // Where no folder can be made, and none was missed either: this must come to an end.
      expect(await refusal('/proc/riwaq/data')).toMatch(
        /^DATA_DIR is "\/proc\/riwaq\/data": it must be a folder/,
      );
      mkdirSync(join(parent, 'odd', databaseFile), { recursive: true });
      expect(await refusal(join(parent, 'odd'))).toMatch(
        /^DATA_DIR is ".*": riwaq.db in it cannot be opened/,
      );
    }));

  test('refuses a folder that this user may not write', () =>
    inFolder(async (parent) => {
      const dataDir = join(parent, 'data');
      mkdirSync(dataDir);
      chmodSync(parent, 0o755);
      chmodSync(dataDir, 0o555);
      // Root may write everywhere, so that the child has to be somebody else.
      const somebody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined;
      const code = `console.log(await openSqlite({ dataDir }).then(() => 'opened', (error) => error.message));`;
      const child = startChild(code, [dataDir], somebody);
      const value = await child.nextLine();
      await child.ended;
      expect(value).toMatch(
        /^DATA_DIR is ".*": it must be a folder that this user can read and write \(EACCES/,
      );
      expect(readdirSync(dataDir)).toEqual([]);
    }));

  test.each(['3.51.2', '3.9.99', '2.99.99', 'absent'])('refuses SQLite %s', (version) => {
    expect(() => checkSqliteVersion(version)).toThrow(`SQLite is ${version}: Riwaq needs 3.51.3 or newer`);
  });

  test.each(['3.51.3', '3.53.4', '4.0.0'])('accepts SQLite %s', (version) => checkSqliteVersion(version));

  test(
    'four processes that start together on an empty folder migrate once',
    () =>
      inFolder(async (dataDir) => {
        const code = `
        while (Date.now() < Number(words[1]));
        const storage = await openSqlite({ dataDir });
        await storage.saveArticle(draft({ source: words[0], slug: words[0] }));
        await storage.close();`;
        for (let round = 0; round < 3; round += 1) {
          rmSync(join(dataDir, databaseFile), { force: true });
          const together = String(Date.now() + 700);
          const children = ['a', 'b', 'c', 'd'].map((name) => startChild(code, [dataDir, name, together]));
          await Promise.all(children.map(({ ended }) => ended));
          const db = new DatabaseSync(join(dataDir, databaseFile));
          expect(
            db
              .prepare('select version from schema_version')
              .all()
              .map(({ version }) => version),
          ).toEqual(migrations.map(({ version }) => version));
          db.close();
          const storage = await openSqlite({ dataDir });
          const { items } = await storage.listArticles({ now: later, limit: 9 });
          expect(items.map(({ slug }) => slug).toSorted()).toEqual(['a', 'b', 'c', 'd']);
          await storage.close();
        }
      }),
    30_000,
  );
});

describe('migrations', () => {
  test('bring up a database of the first schema, with what stands in it', () =>
    inFolder(async (dataDir) => {
      const storage = await openSqlite({ dataDir });
      await storage.saveArticle(draft({ slug: 'a' }));
      await kept(storage, post('a', { id: 'old' }));
      await storage.close();
      const db = new DatabaseSync(join(dataDir, databaseFile));
      // As the build before it left it.
      db.exec(`drop index comments_by_change; alter table comments drop column changed;
        alter table comments drop column appeared; delete from schema_version where version > 1`);
      db.close();
      const again = await openSqlite({ dataDir });
      expect((await again.getComment('old', later))?.comment.text).toBeDefined();
      const before = (await again.commentVersions(['a'], later)).get('a') ?? -1;
      await kept(again, post('a', { id: 'new', parentId: 'old' }));
      const query = { now: later, limit: 9 };
      const told = async (after: number) =>
        (await again.commentChanges('a', { ...query, after }))?.changes.map(({ type, id }) => [type, id]);
      expect([await told(0), await told(before)]).toEqual([[['new', 'new']], [['new', 'new']]]);
      await again.close();
    }));

  test('count up by one', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, at) => at + 1));
  });

  test('only add', () => {
    const adding =
      /^(create (unique )?(table|index|virtual table) |insert into |alter table \w+ add column \w+ \w+( (?!not null)|$|.* default ))/;
    for (const statement of migrations.flatMap((step) => step.sqlite)) expect(statement).toMatch(adding);
    expect('alter table a add column b text').toMatch(adding);
    expect('alter table a add column b integer not null default 0').toMatch(adding);
    for (const wrong of [
      'drop table a',
      'alter table a drop column b',
      'alter table a add column b text not null',
      'update a set b = 1',
    ]) {
      expect(wrong).not.toMatch(adding);
    }
  });
});
