import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import type { Comment, CommentOrder } from '#contract/comment';
import type { CommentPost, Storage } from '../port.ts';

type ArticleDraft = Parameters<Storage['saveArticle']>[0];

/** When the cases begin; a minute is long enough for nothing in them to fall on the same time. */
export const start = Date.UTC(2026, 10, 1, 8);
export const minute = 60_000;

let serial = 0;
const next = (kind: string): string => `${kind}-${(serial += 1)}`;

/** A small article, published at `start`, but for what is said otherwise. */
export function draft(changes: Partial<ArticleDraft> = {}): ArticleDraft {
  const name = next('article');
  return {
    slug: name,
    source: name,
    title: 'افتتاح رواق الحكايات',
    lang: 'ar',
    dir: 'rtl',
    authors: [{ name: 'سعاد' }],
    readingMinutes: 1,
    tags: [],
    body: [paragraph('في المدينة القديمة.')],
    commentsState: 'open',
    publishedAt: start,
    now: start,
    ...changes,
  };
}

export const paragraph = (text: string) => ({ type: 'paragraph' as const, children: [{ text }] });

/** A first comment of a new reader at `slug`, with a key of its own. */
export function post(slug: string, changes: Partial<CommentPost> = {}): CommentPost {
  const name = next('comment');
  const whole = {
    id: name,
    slug,
    author: { name: 'قارئة', staff: false },
    text: name,
    state: 'published' as const,
    now: start + minute,
    key: next('key'),
    addressHash: next('address'),
    presentedToken: undefined,
    freshToken: next('token'),
    ...changes,
  };
  const content = JSON.stringify([whole.slug, whole.parentId, whole.author.name, whole.text]);
  return { fingerprint: hash('sha256', content), ...whole };
}

/** Posts and insists that the comment was kept, now or before. */
export async function kept(storage: Storage, comment: CommentPost): Promise<Comment> {
  const answer = await storage.postComment(comment);
  assert.ok(answer.outcome === 'posted' || answer.outcome === 'repeated', `kept, not ${answer.outcome}`);
  return answer.comment;
}

/** All items of a list, walked page by page; a walk that does not end is a failure, not a hang. */
export async function walk<Item>(
  limit: number,
  page: (cursor: string | undefined) => Promise<{ items: Item[]; nextCursor: string | null } | undefined>,
  between: () => Promise<unknown> = async () => undefined,
): Promise<Item[]> {
  const all: Item[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const answer = await page(cursor);
    assert.ok(answer, 'a list to walk');
    assert.ok(answer.items.length <= limit, 'no page is longer than asked');
    all.push(...answer.items);
    if (answer.nextCursor === null) return all;
    assert.equal(answer.items.length, limit, 'only the last page is short');
    cursor = answer.nextCursor;
    await between();
  }
  assert.fail(`a walk still goes on after ${mostPages} pages`);
}
const mostPages = 200;

/** All top-level comments of an article. */
export const walkComments = (
  storage: Storage,
  slug: string,
  order: CommentOrder = 'newest',
  limit = 100,
  between?: () => Promise<unknown>,
): Promise<Comment[]> =>
  walk(limit, (cursor) => storage.listComments(slug, { now: later, order, limit, cursor }), between);

/** A time after all that the cases publish. */
export const later = start + 24 * 60 * minute;
