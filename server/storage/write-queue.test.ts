import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Engine } from './engine.ts';
import { openSqliteEngine } from './sqlite.ts';

let dataDir = '';
let engine: Engine;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'riwaq-queue-'));
  engine = await openSqliteEngine({ dataDir });
});
afterEach(async () => {
  await engine.close();
  await rm(dataDir, { recursive: true });
});

const add = (slug: string) =>
  engine.write(async (tx) => {
    await tx.insertInto('sections').values({ slug, name: slug }).execute();
    return slug;
  });
/** What another process would find on the disk. */
function kept(): string[] {
  const db = new DatabaseSync(join(dataDir, 'riwaq.db'), { readOnly: true });
  const rows = db.prepare('select slug from sections order by slug').all();
  db.close();
  return rows.map(({ slug }) => String(slug));
}

test('whoever is answered is on the disk at that moment, also in a burst', async () => {
  const slugs = Array.from({ length: 100 }, (_, at) => `s${at}`);
  const seen = slugs.map(async (slug) => {
    await add(slug);
    return kept().includes(slug);
  });
  expect(await Promise.all(seen)).toEqual(slugs.map(() => true));
});

test('a burst shares its commits', async () => {
  const commits = () => engine.changes?.();
  const marks = new Set<number | undefined>();
  await Promise.all(
    Array.from({ length: 64 }, async (_, at) => {
      await add(`s${at}`);
      marks.add(commits());
    }),
  );
  expect(kept()).toHaveLength(64);
  expect(marks.size).toBeLessThanOrEqual(4);
});

test('one that fails takes back its own words and nobody else’s', async () => {
  const failing = engine.write(async (tx) => {
    await tx.insertInto('sections').values({ slug: 'undone', name: '' }).execute();
    throw new Error('no');
  });
  // A key that is taken is the database's refusal of this one only.
  const answers = await Promise.allSettled([add('a'), add('b'), failing, add('b'), add('c')]);
  expect(answers.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'rejected',
    'fulfilled',
  ]);
  expect(kept()).toEqual(['a', 'b', 'c']);
});

test('closing waits for all that was asked', async () => {
  const asked = ['x', 'y', 'z'].map(add);
  await engine.close();
  await Promise.all(asked);
  expect(kept()).toEqual(['x', 'y', 'z']);
});
