import assert from 'node:assert/strict';
import type { ConformanceCase } from './conformance-case.ts';
import { StorageError } from '../port.ts';
import { draft, kept, later, minute, post, start } from './samples.ts';

export const versionCases: readonly ConformanceCase[] = [
  {
    name: 'a site is empty until an article is saved',
    async run({ open }) {
      const storage = await open();
      await storage.check();
      assert.equal(await storage.isEmpty(), true);
      assert.deepEqual(await storage.listArticles({ now: later, limit: 20 }), {
        items: [],
        nextCursor: null,
      });
      await storage.saveArticle(draft({ publishedAt: later + minute }));
      assert.equal(await storage.isEmpty(), false);
    },
  },
  {
    name: 'a closed storage throws StorageError and keeps what it had',
    async run({ open }) {
      const storage = await open();
      await storage.saveArticle(draft({ slug: 'a' }));
      const underWay = storage.postComment(post('a', { id: 'last' }));
      await storage.close();
      await storage.close();
      assert.equal((await underWay).outcome, 'posted');
      await assert.rejects(storage.check(), StorageError);
      await assert.rejects(storage.postComment(post('a')), StorageError);
      const again = await open();
      assert.ok(await again.getComment('last', later));
    },
  },
  {
    name: 'versions move with what changes and with nothing else',
    async run({ open }) {
      const storage = await open();
      await storage.saveArticle(draft({ slug: 'a' }));
      await storage.saveArticle(draft({ slug: 'b' }));
      const look = async () => ({
        a: await storage.versions(later, 'a'),
        b: await storage.versions(later, 'b'),
      });
      const first = await look();
      assert.deepEqual(await look(), first);
      await kept(storage, post('a'));
      const commented = await look();
      assert.equal(commented.a.articles, first.a.articles);
      assert.notEqual(commented.a.comments, first.a.comments);
      assert.notEqual(commented.a.article?.comments, first.a.article?.comments);
      assert.equal(commented.a.article?.version, first.a.article?.version);
      assert.deepEqual(commented.b.article, first.b.article);
      await kept(storage, post('a', { state: 'pending' }));
      assert.deepEqual(await look(), commented);
      await storage.saveArticle(draft({ slug: 'c', publishedAt: start - minute }));
      const imported = await look();
      assert.notEqual(imported.a.articles, commented.a.articles);
      assert.equal(imported.a.comments, commented.a.comments);
      assert.equal((await storage.versions(later, 'nothing')).article, undefined);
      assert.equal((await storage.versions(later)).article, undefined);
    },
  },
  {
    name: 'a publication date that falls due is a new version, without any write',
    async run({ open }) {
      const storage = await open();
      await storage.saveArticle(draft({ publishedAt: start - minute }));
      await storage.saveArticle(draft({ publishedAt: start + minute, slug: 'due' }));
      const versions = await Promise.all(
        [start, start + minute - 1, start + minute, later].map((now) => storage.versions(now)),
      );
      const [now, before, due, after] = versions.map(({ articles }) => articles);
      assert.equal(now, before);
      assert.notEqual(before, due);
      assert.equal(due, after);
    },
  },
  {
    name: 'what one opening writes, another sees at once',
    async run({ open }) {
      const [one, other] = [await open(), await open()];
      await one.saveArticle(draft({ slug: 'a' }));
      const before = await other.versions(later, 'a');
      assert.ok(await other.getArticle('a', later));
      await kept(one, post('a', { id: 'seen' }));
      assert.ok(await other.getComment('seen', later));
      assert.notEqual((await other.versions(later, 'a')).comments, before.comments);
      await other.saveArticle(draft({ slug: 'b' }));
      assert.ok(await one.getArticle('b', later));
      assert.notEqual((await one.versions(later)).articles, before.articles);
    },
  },
  {
    name: 'the key of address hashes is made once, however many ask for it first',
    async run({ open }) {
      const [one, other] = [await open(), await open()];
      const keys = await Promise.all([one, other, one, other].map((storage) => storage.addressKey()));
      assert.match(keys[0] ?? '', /^[0-9a-f]{64}$/);
      assert.equal(new Set(keys).size, 1);
      assert.equal(await (await open()).addressKey(), keys[0]);
    },
  },
];
