import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { draft, kept, later, paragraph, post, start } from './conformance/samples.ts';
import { StorageError } from './port.ts';
import { startChild } from './conformance/sqlite-child.ts';
import { storageErrorOf } from './sqlite-errors.ts';
import { databaseFile } from './sqlite-file.ts';
import { inFolder } from './conformance/sqlite-site.ts';
import { openSqlite, openSqliteEngine } from './sqlite.ts';
import { storageOver } from './storage-over.ts';

const holding = `
  const db = new DatabaseSync(dataDir + '/${databaseFile}');
  db.exec("begin immediate; update site set articles_version = articles_version + 1");
  console.log('locked');
  setTimeout(() => { db.exec('commit'); db.close(); }, Number(words[0]));`;

describe('an acknowledged comment', () => {
  test(
    'is there after kill -9, once, counted, in a sound file',
    () =>
      inFolder(async (dataDir) => {
        const code = `
        const storage = await openSqlite({ dataDir });
        await storage.saveArticle(draft({ slug: 'a', source: 'a' }));
        for (let at = 0; ; at += 1) {
          await Promise.all([0, 1, 2].map(async (part) => {
            const id = [words[0], at, part].join('-');
            await storage.postComment(post('a', { id, key: id, freshToken: id }));
            process.stdout.write(id + '\\n');
          }));
        }`;
        const acknowledged: string[] = [];
        for (const round of ['one', 'two', 'three']) {
          const child = startChild(code, [dataDir, round]);
          for (let count = 0; count < 60; count += 1) acknowledged.push(String(await child.nextLine()));
          child.process.kill('SIGKILL');
          await child.ended.catch(() => undefined);
          for (let line = await child.nextLine(); line !== undefined; line = await child.nextLine()) {
            acknowledged.push(line);
          }
        }
        const db = new DatabaseSync(join(dataDir, databaseFile));
        expect(db.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
        const ids = db
          .prepare('select id from comments')
          .all()
          .map(({ id }) => id);
        expect(acknowledged.filter((id) => !ids.includes(id))).toEqual([]);
        expect(db.prepare('select comment_count from articles').get()).toEqual({ comment_count: ids.length });
        expect(db.prepare('select count(*) as keys from idempotency_keys').get()).toEqual({
          keys: ids.length,
        });
        db.close();
      }),
    30_000,
  );
});

describe('beside another process', () => {
  test('an import there is seen here at once', () =>
    inFolder(async (dataDir) => {
      const storage = await openSqlite({ dataDir });
      const before = await storage.versions(later);
      const child = startChild(
        `const storage = await openSqlite({ dataDir });
         await storage.saveArticle(draft({ slug: 'there', source: 'there' }));
         console.log('saved');
         setTimeout(() => storage.close(), 300);`,
        [dataDir],
      );
      await child.nextLine();
      expect(await storage.getArticle('there', later)).toBeDefined();
      expect((await storage.versions(later)).articles).not.toBe(before.articles);
      await child.ended;
      await storage.close();
    }));

  test('reads go on while it writes, and a post waits for it without stopping the process', () =>
    inFolder(async (dataDir) => {
      const storage = await openSqlite({ dataDir });
      await storage.saveArticle(draft({ slug: 'a' }));
      const child = startChild(holding, [dataDir, '500']);
      await child.nextLine();
      let posted = false;
      const posting = kept(storage, post('a')).then(() => (posted = true));
      let reads = 0;
      let longest = 0;
      while (!posted) {
        const begun = performance.now();
        expect(await storage.getArticle('a', later)).toBeDefined();
        reads += 1;
        await setTimeout(5);
        longest = Math.max(longest, performance.now() - begun);
      }
      await posting;
      await child.ended;
      expect(reads).toBeGreaterThan(20);
      expect(longest).toBeLessThan(200);
      await storage.close();
    }));

  test('posts that wait for it are kept in the order they came', () =>
    inFolder(async (dataDir) => {
      const storage = await openSqlite({ dataDir });
      await storage.saveArticle(draft({ slug: 'a' }));
      const child = startChild(holding, [dataDir, '300']);
      await child.nextLine();
      const asked: string[] = [];
      const done: string[] = [];
      const posts: Promise<unknown>[] = [];
      while (done.length === 0) {
        const id = `p${asked.length}`;
        asked.push(id);
        posts.push(kept(storage, post('a', { id })).then(() => done.push(id)));
        await setTimeout(4);
      }
      await Promise.all(posts);
      expect(done).toEqual(asked);
      await child.ended;
      await storage.close();
    }));

  test(
    'posts that wait too long are all told in time, and nothing of them is kept',
    () =>
      inFolder(async (dataDir) => {
        const storage = await openSqlite({ dataDir });
        await storage.saveArticle(draft({ slug: 'a' }));
        const child = startChild(holding, [dataDir, '7000']);
        await child.nextLine();
        const begun = performance.now();
        const posts = await Promise.allSettled([1, 2, 3].map(() => storage.postComment(post('a'))));
        expect(performance.now() - begun).toBeLessThan(6500);
        for (const answer of posts)
          expect(answer).toMatchObject({ status: 'rejected', reason: { reason: 'unavailable' } });
        child.process.kill();
        await child.ended.catch(() => undefined);
        await kept(storage, post('a'));
        expect((await storage.listComments('a', { now: later, order: 'newest', limit: 9 }))?.total).toBe(1);
        await storage.close();
      }),
    15_000,
  );
});

describe('within one process', () => {
  test('nothing slips into an open transaction, and no read waits for it', () =>
    inFolder(async (dataDir) => {
      const engine = await openSqliteEngine({ dataDir });
      const storage = storageOver(engine);
      await storage.saveArticle(draft({ slug: 'a' }));
      const failing = engine.write(async (tx) => {
        await tx.updateTable('articles').set({ comment_count: 77 }).execute();
        await setTimeout(100);
        throw new Error('given up');
      });
      let failed = false;
      failing.catch(() => (failed = true));
      await setTimeout(20);
      const posting = kept(storage, post('a')).then(() => expect(failed).toBe(true));
      const imported = storage.saveArticle(draft({ slug: 'b' })).then(() => expect(failed).toBe(true));
      for (let at = 0; at < 10; at += 1) {
        expect((await storage.getArticle('a', later))?.comments.count).toBe(0);
        expect((await storage.listArticles({ now: later, limit: 9 })).items).toHaveLength(1);
      }
      expect(failed).toBe(false);
      await expect(failing).rejects.toThrow('given up');
      await Promise.all([posting, imported]);
      expect((await storage.getArticle('a', later))?.comments.count).toBe(1);
      expect(await storage.getArticle('b', later)).toBeDefined();
      await storage.close();
    }));

  test('a transaction has the lock before its first step', () =>
    inFolder(async (dataDir) => {
      const engine = await openSqliteEngine({ dataDir });
      const other = new DatabaseSync(join(dataDir, databaseFile));
      await engine.write(async () =>
        expect(() => other.exec('begin immediate')).toThrow('database is locked'),
      );
      other.close();
      await engine.close();
    }));

  test('values arrive as they are: integers as integers, words as words, and nothing else', () =>
    inFolder(async (dataDir) => {
      const engine = await openSqliteEngine({ dataDir });
      const kindOf = async (value: unknown) =>
        (await sql<{ kind: string }>`select typeof(${value}) as kind`.execute(engine.read)).rows[0]?.kind;
      expect(await Promise.all([1, 2 ** 52, 1.5, '1', null].map(kindOf))).toEqual([
        'integer',
        'integer',
        'real',
        'text',
        'null',
      ]);
      await expect(kindOf(true)).rejects.toThrow('SQLite cannot be given a value of type boolean');
      await engine.close();
    }));

  test('a full disk refuses writes and nothing else, and is over when there is room', () =>
    inFolder(async (dataDir) => {
      const engine = await openSqliteEngine({ dataDir });
      const storage = storageOver(engine);
      await storage.saveArticle(draft({ slug: 'a' }));
      const room = (pages: number) =>
        engine.write(async (tx) => void (await sql`pragma max_page_count = ${sql.lit(pages)}`.execute(tx)));
      await room(1);
      const large = draft({ slug: 'large', body: [paragraph('كلام '.repeat(50_000))] });
      await expect(storage.saveArticle(large)).rejects.toMatchObject({
        name: 'StorageError',
        reason: 'full',
      });
      await storage.check();
      expect(await storage.getArticle('large', later)).toBeUndefined();
      expect(await storage.getArticle('a', later)).toBeDefined();
      expect((await storage.listArticles({ now: later, limit: 9, search: 'كلام' })).items).toEqual([]);
      await room(1_000_000);
      expect(await storage.saveArticle(large)).toEqual({ outcome: 'added', slug: 'large' });
      await kept(storage, post('large', { now: start }));
      await storage.close();
    }));

  test.each([
    [13, 'full'],
    [5, 'unavailable'],
    [10 | (12 << 8), 'unavailable'],
    [11, 'unavailable'],
    [14, 'unavailable'],
  ])('result code %i is "%s"', (errcode, reason) => {
    const cause = Object.assign(new Error('of SQLite'), { errcode });
    const error = storageErrorOf(cause);
    expect(error).toBeInstanceOf(StorageError);
    expect(error).toMatchObject({ reason, cause });
  });

  test('a mistake of ours is not called a fault of the database', () => {
    const mistake = Object.assign(new Error('UNIQUE constraint failed'), { errcode: 19 | (8 << 8) });
    expect(storageErrorOf(mistake)).toBe(mistake);
  });
});
