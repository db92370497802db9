import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Failure } from './problems.ts';

/** How many comments a minute are accepted by whom; a family or a newsroom may share one address. */
const rules = {
  writer: { points: 10, duration: 60 },
  network: { points: 40, duration: 60 },
  article: { points: 240, duration: 60 },
  site: { points: 1_200, duration: 60 },
} as const;

/** Each a name of somebody or something that exists: every key is remembered for its minute. */
export type RateKeys = { [Rule in keyof typeof rules]: string | undefined };

/**
 * Counts accepted posts. A refused try counts nowhere and makes no wait longer; Retry-After is the
 * time until the fullest window opens again.
 *
 * @returns what takes a place before the work, and gives the way to hand it back where nothing was kept
 */
export function createRateLimit(): (keys: RateKeys) => Promise<() => Promise<void>> {
  const limiters = {
    writer: new RateLimiterMemory(rules.writer),
    network: new RateLimiterMemory(rules.network),
    article: new RateLimiterMemory(rules.article),
    site: new RateLimiterMemory(rules.site),
  };
  return async (keys) => {
    const used = (['writer', 'network', 'article', 'site'] as const).flatMap((rule) => {
      const key = keys[rule];
      return key === undefined ? [] : [{ limiter: limiters[rule], key }];
    });
    const states = await Promise.all(used.map(({ limiter, key }) => limiter.get(key)));
    const waits = states.flatMap((state) =>
      state !== null && state.remainingPoints <= 0 ? [state.msBeforeNext] : [],
    );
    if (waits.length > 0)
      throw new Failure('rate_limited', { retryAfter: Math.ceil(Math.max(...waits) / 1000) });
    const giveBack = async () =>
      void (await Promise.all(used.map(({ limiter, key }) => limiter.reward(key))));
    const counted = await Promise.allSettled(used.map(({ limiter, key }) => limiter.consume(key)));
    // Two tries at once may both have seen the last place free.
    const full = counted.find((one) => one.status === 'rejected');
    if (full === undefined) return giveBack;
    await giveBack();
    if (!(full.reason instanceof RateLimiterRes)) throw full.reason;
    throw new Failure('rate_limited', { retryAfter: Math.ceil(full.reason.msBeforeNext / 1000) });
  };
}
