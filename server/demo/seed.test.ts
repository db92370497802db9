import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { Article, type Block, type Run } from '#contract/article';
import { type Comment, CommentDraft } from '#contract/comment';
import { importSource } from '../importing/import-source.ts';
import { openPictures } from '../importing/picture-shelf.ts';
import type { Storage } from '../storage/port.ts';
import { openSqlite } from '../storage/sqlite.ts';
import { seedConversation } from './seed-conversation.ts';
import { seedDemo } from './seed.ts';

const now = Date.now();
const timeZone = 'Asia/Beirut';
const folder = join(import.meta.dirname, 'articles');
const files = (await readdir(folder)).filter((name) => /\.(?:txt|md|html)$/.test(name));
let dataDir = '';
let storage: Storage;
const articles: Article[] = [];
const comments: Comment[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'riwaq-demo-'));
  storage = await openSqlite({ dataDir });
  await seedDemo(storage, { dataDir, timeZone });
  const { items } = await storage.listArticles({ now, limit: 100 });
  for (const { slug } of items) {
    const article = await storage.getArticle(slug, now);
    if (article !== undefined) articles.push(v.parse(Article, article));
    const page = await storage.listComments(slug, { now, order: 'oldest', limit: 100 });
    comments.push(...(page?.items ?? []));
  }
}, 60_000);
afterAll(async () => {
  await storage.close();
  await rm(dataDir, { recursive: true });
});

describe('the demo’s articles', () => {
  test.each(files)('%s comes in as it is written: nothing is left out of it or guessed', async (name) => {
    const bytes = await readFile(join(folder, name));
    const takePicture = openPictures({ folder, dataDir });
    expect(
      await importSource({ name, bytes, now: Date.UTC(2027, 0, 1), timeZone, takePicture }),
    ).toMatchObject({ ok: true, notes: [] });
  });

  test('all of them are there', () => {
    expect(articles).toHaveLength(files.length);
  });

  test('ten are Arabic, one English, one French, in four sections', () => {
    const langs = Map.groupBy(articles, ({ lang }) => lang);
    expect(langs.get('ar')?.length).toBeGreaterThanOrEqual(10);
    expect([langs.get('en')?.length, langs.get('fr')?.length]).toEqual([1, 1]);
    const sections = new Set(articles.map(({ section }) => section?.slug));
    expect(sections).toEqual(new Set(['culture', 'cities', 'science', 'printing']));
  });

  test('each has 250 to 900 words', () => {
    for (const { slug, body } of articles) {
      const words = runsIn(body)
        .map(({ text }) => text)
        .join(' ')
        .match(/[\p{L}\p{M}\p{N}]+/gu);
      expect([slug, words?.length]).toEqual([slug, expect.toSatisfy(isAnArticle)]);
    }
  });

  test('together they hold every type of block, vowelled verse, and all that front matter can say', () => {
    const blocks = articles.flatMap(({ body }) => body).flatMap(withInner);
    expect(new Set(blocks.map(({ type }) => type))).toEqual(new Set(Object.keys(blockTypes)));
    const verse = blocks.filter(({ type }) => type === 'verse');
    const vowels = JSON.stringify(verse).match(/[\u064b-\u0652]/g);
    expect(vowels?.length).toBeGreaterThan(100);
    expect(articles.some(({ correction }) => correction !== undefined)).toBe(true);
    expect(articles.some(({ credit }) => credit !== undefined)).toBe(true);
    expect(articles.some(({ image }) => image?.caption !== undefined && image.credit !== undefined)).toBe(
      true,
    );
    expect(articles.some(({ comments: { state } }) => state === 'closed')).toBe(true);
  });
});

describe('the demo’s conversation', () => {
  const all = () => comments.flatMap((comment) => [comment, ...comment.replies]);

  test('has some thirty comments, several of them replies to replies and some by the paper’s own people', () => {
    expect(all().length).toBeGreaterThanOrEqual(28);
    const replies = comments.flatMap(({ id, replies: list }) =>
      list.filter(({ parentId }) => parentId !== id),
    );
    expect(replies.length).toBeGreaterThanOrEqual(3);
    expect(all().filter(({ author }) => author.staff).length).toBeGreaterThanOrEqual(2);
  });

  test('runs in both directions, within one comment too', () => {
    const isArabic = (text: string) => /\p{Script=Arabic}{2}/u.test(text);
    const isLatin = (text: string) => /\p{Script=Latin}{2}/u.test(text);
    expect(all().filter(({ text }) => isLatin(text) && !isArabic(text)).length).toBeGreaterThanOrEqual(4);
    expect(all().filter(({ text }) => isLatin(text) && isArabic(text)).length).toBeGreaterThanOrEqual(3);
    // Letters that Arabic itself has not: Persian and Urdu.
    expect(all().filter(({ text }) => /[\u06cc\u06a9\u06c1]/.test(text)).length).toBeGreaterThanOrEqual(2);
  });

  test('holds nothing that a reader could not have posted, in the order of time', () => {
    for (const { author, text } of all()) {
      const draft = v.parse(CommentDraft, { author: { name: author.name }, text });
      expect([draft.author.name, draft.text]).toEqual([author.name, text]);
    }
    for (const { createdAt, replies } of comments)
      expect(replies.filter((reply) => reply.createdAt <= createdAt)).toEqual([]);
  });
});

test('a clock that is behind the articles’ dates stops no start', async () => {
  const files = await readdir(join(import.meta.dirname, 'articles'));
  const slugs = new Map(files.map((name) => [name, 'waiting']));
  await expect(seedConversation(storage, slugs, Date.UTC(2020, 0, 1))).resolves.toBeUndefined();
});

const isAnArticle = (words: number): boolean => words >= 250 && words <= 900;

const blockTypes: Record<Block['type'], true> = {
  paragraph: true,
  heading: true,
  quote: true,
  list: true,
  figure: true,
  verse: true,
  code: true,
  separator: true,
  table: true,
  embed: true,
};

function withInner(block: Block): Block[] {
  return block.type === 'list' ? [block, ...block.items.flat().flatMap(withInner)] : [block];
}

function runsIn(blocks: readonly Block[]): Run[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'list':
        return block.items.flatMap(runsIn);
      case 'verse':
        return block.lines.flat().flat();
      case 'table':
        return [...block.head, ...block.rows.flat()].flat();
      case 'paragraph':
      case 'heading':
      case 'quote':
        return block.children;
      default:
        return [];
    }
  });
}
