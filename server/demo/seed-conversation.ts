import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import type { ArticleStorage, CommentStorage } from '../storage/port.ts';

const file = join(import.meta.dirname, 'conversation.yaml');

interface Written {
  name: string;
  text: string;
  /** After the article's publication. */
  minutes: number;
  staff?: boolean;
  replies?: Written[];
}

const Written: v.GenericSchema<Written> = v.strictObject({
  name: v.string(),
  text: v.string(),
  minutes: v.pipe(v.number(), v.integer()),
  staff: v.exactOptional(v.boolean()),
  replies: v.exactOptional(v.array(v.lazy(() => Written))),
});
const Conversation = v.array(v.strictObject({ article: v.string(), comments: v.array(Written) }));

type Kept = Pick<ArticleStorage, 'getArticle'> & Pick<CommentStorage, 'postComment'>;

/**
 * Lays the demo's comments under its articles, each at its own time, in the order of time; those that
 * would lie in the future are left out. `slugs` gives an article's address by its file.
 */
export async function seedConversation(
  storage: Kept,
  slugs: ReadonlyMap<string, string>,
  now: number,
): Promise<void> {
  const threads = v.parse(Conversation, parse(await readFile(file, 'utf8')));
  for (const { article: source, comments } of threads) {
    const slug = slugs.get(source);
    if (slug === undefined) throw new Error(`conversation.yaml names ${source}, which is no demo article`);
    const article = await storage.getArticle(slug, now);
    // By a clock that is behind, it waits for its date, and its readers with it.
    if (article === undefined) continue;
    const published = Date.parse(article.publishedAt);
    for (const comment of inOrder(comments, source)) {
      const at = published + comment.minutes * 60_000;
      if (at <= now) await post(storage, article.slug, comment, at);
    }
  }
}

interface Placed extends Written {
  id: string;
  parentId: string | undefined;
}

/**
 * All of a thread, each with its id and its parent's; a reply never comes before what it answers. The ids
 * are always the same: two processes that fill one site keep each comment once.
 */
function inOrder(comments: readonly Written[], source: string): Placed[] {
  const all: Placed[] = [];
  const add = (comment: Written, parentId: string | undefined) => {
    const id = hash(`${source} ${all.length}`).slice(0, 24);
    all.push({ ...comment, id, parentId });
    for (const reply of comment.replies ?? []) add(reply, id);
  };
  for (const comment of comments) add(comment, undefined);
  return all.toSorted((one, other) => one.minutes - other.minutes);
}

async function post(
  storage: Kept,
  slug: string,
  { id, parentId, name, text, staff = false }: Placed,
  now: number,
): Promise<void> {
  const { outcome } = await storage.postComment({
    id,
    slug,
    parentId,
    author: { name, staff },
    text,
    state: 'published',
    now,
    // Nobody's browser wrote them: no address, and a token that nobody holds.
    key: `demo ${id}`,
    fingerprint: hash(id),
    addressHash: hash(`demo:${id}`),
    presentedToken: undefined,
    freshToken: hash(randomBytes(24).toString('hex')),
  });
  if (outcome !== 'posted' && outcome !== 'repeated')
    throw new Error(`the demo comment of ${name} was not kept: ${outcome}`);
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
