import * as v from 'valibot';
import { type CommentOrder, CommentPage, commentOrders } from '#contract/comment';
import type { Measured, Part } from './figures.ts';
import { interleaved, ratioOfMedians } from './rounds.ts';
import { postComment, sampleAddresses } from './sample-articles.ts';
import { withSite } from './site.ts';

const comments = 10_000;
const atOnce = 8;
const rounds = 60;

/** Under one article so many comments, every second of them an answer: half of these below the first comment. */
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

async function pageOf(address: string, order: CommentOrder, limit: number, cursor?: string) {
  const query = new URLSearchParams({ order, limit: String(limit), ...(cursor !== undefined && { cursor }) });
  const response = await fetch(`${address}?${query}`);
  return v.parse(CommentPage, await response.json());
}

/** A cursor near the end of the list. */
async function deepIn(address: string, order: CommentOrder): Promise<string> {
  let cursor: string | undefined;
  for (;;) {
    const { nextCursor } = await pageOf(address, order, 100, cursor);
    if (nextCursor === null) break;
    // The last page but one, so that a page of twenty is full.
    const after = await pageOf(address, order, 100, nextCursor);
    if (after.nextCursor === null) return nextCursor;
    cursor = nextCursor;
  }
  throw new Error(`the thread has one page, ${order} first`);
}

/** How much longer the last pages of a long thread take than its first, in the order where that is worst. */
export const thread: Part<'thread'> = {
  name: 'thread',
  figures: ['thread'],
  measure: (place) =>
    withSite(place, async ({ url }) => {
      const { thread: article } = await sampleAddresses(url);
      const address = `${article.api}/comments`;
      await fillThread(address);
      const { total } = await pageOf(address, 'newest', 1);
      if (total !== comments) throw new Error(`the thread has ${total} comments, not ${comments}`);
      const found: [CommentOrder, Measured][] = [];
      for (const order of commentOrders) {
        const deep = await deepIn(address, order);
        const timed = (cursor?: string) => async () => {
          const start = performance.now();
          await pageOf(address, order, 20, cursor);
          return performance.now() - start;
        };
        const pairs = await interleaved(rounds, { ours: timed(deep), base: timed() });
        const milliseconds = (pair: keyof (typeof pairs)[number]) =>
          pairs.map((one) => one[pair]).toSorted((one, other) => one - other)[rounds >> 1] ?? NaN;
        const from = `${milliseconds('ours').toFixed(1)} ÷ ${milliseconds('base').toFixed(1)} ms ${order} first`;
        found.push([order, { value: ratioOfMedians(pairs, 'ms').value, from }]);
      }
      const worst = Math.max(...found.map(([, { value }]) => value));
      return { thread: { value: worst, from: found.map(([, { from }]) => from).join(', ') } };
    }),
};
