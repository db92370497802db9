import { type CommentOrder, commentOrders } from '#contract/comment';
import { longThread, pageOf } from './fill-thread.ts';
import type { Measured, Part } from './figures.ts';
import { interleaved, ratioOfMedians } from './rounds.ts';
import { withSite } from './site.ts';

const rounds = 60;

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
      const { comments: address } = await longThread(url);
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
