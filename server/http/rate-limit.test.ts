import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Failure } from './problems.ts';
import { createRateLimit, postingRules, type RateKeys } from './rate-limit.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Keys = RateKeys<keyof typeof postingRules>;
const by = (keys: Partial<Keys>): Keys => ({
  writer: undefined,
  network: '203.0.113.9',
  article: 'a',
  site: 'site',
  ...keys,
});

/** Seconds to wait, or 0 where the try is taken. */
async function waitOf(limit: (keys: Keys) => Promise<unknown>, keys: Keys): Promise<number> {
  try {
    await limit(keys);
    return 0;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    expect(error.problem.code).toBe('rate_limited');
    return error.problem.retryAfter ?? -1;
  }
}
const times = async <Result>(count: number, work: (at: number) => Promise<Result>): Promise<Result[]> => {
  const results: Result[] = [];
  for (let at = 0; at < count; at += 1) results.push(await work(at));
  return results;
};

describe('past the limit', () => {
  test('one writer waits exactly as long as told', async () => {
    const limit = createRateLimit(postingRules);
    const writer = by({ writer: 'w' });
    expect(await times(10, () => waitOf(limit, writer))).toEqual(Array(10).fill(0));
    vi.advanceTimersByTime(20_500);
    const wait = await waitOf(limit, writer);
    expect(wait).toBe(40);
    vi.advanceTimersByTime(wait * 1000 - 1000);
    expect(await waitOf(limit, writer)).toBe(1);
    vi.advanceTimersByTime(1000);
    expect(await waitOf(limit, writer)).toBe(0);
  });

  test('refused tries make no wait longer and count nowhere', async () => {
    const limit = createRateLimit(postingRules);
    await times(10, () => waitOf(limit, by({ writer: 'w' })));
    expect(await times(300, () => waitOf(limit, by({ writer: 'w' })))).toEqual(Array(300).fill(60));
    // The other 30 places of the address are free for the rest of its household.
    expect(await times(30, (at) => waitOf(limit, by({ writer: `other ${at}` })))).toEqual(Array(30).fill(0));
    vi.advanceTimersByTime(60_000);
    expect(await waitOf(limit, by({ writer: 'w' }))).toBe(0);
  });

  test('of many at once as many are taken as of many in turn, and the rest count nowhere', async () => {
    const limit = createRateLimit(postingRules);
    const waits = await Promise.all(Array.from({ length: 60 }, () => waitOf(limit, by({ writer: 'w' }))));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(10);
    expect(await times(30, (at) => waitOf(limit, by({ writer: `other ${at}` })))).toEqual(Array(30).fill(0));
  });

  test('a place handed back is free again', async () => {
    const limit = createRateLimit(postingRules);
    await times(50, async () => (await limit(by({ writer: 'w' })))());
    expect(await times(10, () => waitOf(limit, by({ writer: 'w' })))).toEqual(Array(10).fill(0));
    expect(await waitOf(limit, by({ writer: 'w' }))).toBe(60);
  });
});

test('twenty readers behind one address each write one comment a minute', async () => {
  const limit = createRateLimit(postingRules);
  for (const _ of [1, 2, 3]) {
    const waits = await times(20, (at) => waitOf(limit, by({ writer: `reader ${at}` })));
    expect(waits.filter((wait) => wait === 0).length).toBeGreaterThanOrEqual(19);
    vi.advanceTimersByTime(60_000);
  }
});

test('an article and the site have limits that no number of addresses moves', async () => {
  const limit = createRateLimit(postingRules);
  const waits = await times(1_300, (at) =>
    waitOf(limit, by({ network: `n${at}`, article: `a${Math.floor(at / 250)}` })),
  );
  const taken = waits.filter((wait) => wait === 0).length;
  expect(waits.slice(0, 250).filter((wait) => wait === 0)).toHaveLength(240);
  expect(taken).toBe(1_200);
});
