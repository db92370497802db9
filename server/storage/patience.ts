import { setTimeout } from 'node:timers/promises';

/** How long a writer waits for the writers of other processes. */
export const patienceMs = 5000;

/** Whether an error says that somebody else is at it: the same may well succeed later. */
export type IsBusy = (error: unknown) => boolean;

/**
 * Tries until the database is no longer busy, or the deadline (of `performance.now()`) has passed. SQLite's
 * own busy handler waits as long, but asleep: it would stop every reader of this process for a writer in another.
 */
export async function patiently<T>(
  deadline: number,
  isBusy: IsBusy,
  attempt: () => T | Promise<T>,
): Promise<T> {
  for (let pause = 1; ; pause = Math.min(pause * 2, 25)) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= deadline) throw error;
    }
    await setTimeout(pause);
  }
}
