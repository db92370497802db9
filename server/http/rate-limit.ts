import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Failure } from './problems.ts';

/** So many in so many seconds. */
export interface RateRule {
  readonly points: number;
  readonly duration: number;
}

/** How many comments a minute are accepted by whom; a family or a newsroom may share one address. */
export const postingRules = {
  writer: { points: 10, duration: 60 },
  network: { points: 40, duration: 60 },
  article: { points: 240, duration: 60 },
  site: { points: 1_200, duration: 60 },
} as const;

/** Each a name of somebody or something that exists: every key is remembered for its minute. */
export type RateKeys<Rule extends string> = Readonly<Record<Rule, string | undefined>>;

/**
 * Counts what is accepted. A refused try counts nowhere and makes no wait longer; Retry-After is the
 * time until the fullest window opens again.
 *
 * @returns what takes a place before the work, and gives the way to hand it back where nothing was kept
 */
export function createRateLimit<Rule extends string>(
  rules: Readonly<Record<Rule, RateRule>>,
): (keys: RateKeys<Rule>) => Promise<() => Promise<void>> {
  const limiters = Object.entries<RateRule>(rules).map(([name, rule]): [string, RateLimiterMemory] => [
    name,
    new RateLimiterMemory(rule),
  ]);
  return async (keys) => {
    const named: Readonly<Record<string, string | undefined>> = keys;
    const used = limiters.flatMap(([name, limiter]) => {
      const key = named[name];
      return key === undefined ? [] : [{ limiter, key }];
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
