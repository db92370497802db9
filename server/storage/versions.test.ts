import { expect, test } from 'vitest';
import type { Engine } from './engine.ts';
import { inFolder } from './conformance/sqlite-site.ts';
import { draft, later, minute, start } from './conformance/samples.ts';
import { openSqliteEngine } from './sqlite.ts';
import { storageOver } from './storage-over.ts';

/** The embedded engine as one that cannot say cheaply whether anything has changed. */
async function onSilentEngine(work: (engine: Engine, asked: () => number) => Promise<void>): Promise<void> {
  await inFolder(async (dataDir) => {
    const { changes: _, ...engine } = await openSqliteEngine({ dataDir });
    let asked = 0;
    const read = new Proxy(engine.read, {
      get(target, name) {
        if (name === 'selectFrom') asked += 1;
        const member: unknown = Reflect.get(target, name);
        return typeof member === 'function' ? member.bind(target) : member;
      },
    });
    await work({ ...engine, read }, () => asked);
  });
}

test('many who ask at once share a question, and one that began before a commit is nobody’s who knows of it', () =>
  onSilentEngine(async (engine, asked) => {
    const storage = storageOver(engine);
    await storage.saveArticle(draft({ slug: 'a', source: 'a' }));
    const before = asked();
    const first = await Promise.all(Array.from({ length: 50 }, () => storage.versions(later, 'a')));
    expect(asked() - before).toBe(2);
    expect(new Set(first.map((one) => JSON.stringify(one))).size).toBe(1);

    const early = storage.versions(later, 'a');
    await storage.saveArticle(draft({ slug: 'a', source: 'a', title: 'عنوان آخر' }));
    const late = await Promise.all([storage.versions(later, 'a'), storage.versions(later, 'a')]);
    expect(late.map(({ article }) => article?.version)).toEqual([2, 2]);
    expect((await early).article?.version).toBeLessThanOrEqual(2);
    await storage.close();
  }));

test('who asks at once is told of the dates that have fallen due for him, and of no others', () =>
  onSilentEngine(async (engine) => {
    const storage = storageOver(engine);
    await storage.saveArticle(draft({ publishedAt: start - minute }));
    await storage.saveArticle(draft({ publishedAt: start + minute, slug: 'due' }));
    const times = [start, later, start + minute, start + minute - 1, start];
    const asked = await Promise.all(times.map((now) => storage.versions(now)));
    const [first, last, due, before, again] = asked.map(({ articles }) => articles);
    expect([last, again, before]).toEqual([due, first, first]);
    expect(due).not.toBe(first);
    await storage.close();
  }));

test('a question that fails does not fail the next', () =>
  onSilentEngine(async (engine) => {
    let isAway = true;
    const storage = storageOver({
      ...engine,
      read: new Proxy(engine.read, {
        get(target, name) {
          if (name === 'selectFrom' && isAway) throw new Error('away');
          const member: unknown = Reflect.get(target, name);
          return typeof member === 'function' ? member.bind(target) : member;
        },
      }),
    });
    const one = storage.versions(later, 'a');
    const other = storage.versions(later, 'a');
    isAway = false;
    await expect(one).rejects.toThrow('away');
    await expect(other).resolves.toHaveProperty('articles');
    await storage.close();
  }));
