import * as v from 'valibot';
import { type CommentOrder, CommentPage } from '#contract/comment';
import { postComment, sampleAddresses } from './sample-articles.ts';

/** Comments under the one article that has a long conversation. */
const comments = 10_000;
const atOnce = 8;

export async function pageOf(address: string, order: CommentOrder, limit: number, cursor?: string) {
  const query = new URLSearchParams({ order, limit: String(limit), ...(cursor !== undefined && { cursor }) });
  const response = await fetch(`${address}?${query}`);
  return v.parse(CommentPage, await response.json());
}

/**
 * The article with the long conversation as a page, and the address of its comments. Every second of these is
 * an answer: half of the answers stand below the first comment. They are posted by the first part that asks.
 */
export async function longThread(url: string): Promise<{ page: string; comments: string }> {
  const { thread: article } = await sampleAddresses(url);
  const address = `${article.api}/comments`;
  const totalOf = async () => (await pageOf(address, 'newest', 1)).total;
  if ((await totalOf()) === 0) await fillThread(address);
  const total = await totalOf();
  if (total !== comments) throw new Error(`the thread has ${total} comments, not ${comments}`);
  return { page: article.page, comments: address };
}

async function fillThread(address: string): Promise<void> {
  const first = await postComment(address, 0);
  const tops = [first];
  let next = 1;
  const writer = async () => {
    for (let number = next++; number < comments; number = next++) {
      const parent = number % 4 === 1 ? first : number % 4 === 3 ? tops.at(-1) : undefined;
      const id = await postComment(address, number, parent);
      if (parent === undefined) tops.push(id);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, writer));
}
