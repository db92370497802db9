import type { Kysely } from 'kysely';
import type { Database } from './database.ts';

const perMillisecond = 1000;
// 2^53 in milliseconds × 1000 ends in the year 2255; later dates share the last places.
const lastMillisecond = Math.floor(Number.MAX_SAFE_INTEGER / perMillisecond) - 1_000_000;

/** The first position after everything that has happened by `now`. */
export const positionAfter = (now: number): number => (clamp(now) + 1) * perMillisecond;

/** The millisecond that a position stands for. */
export const timeOfPosition = (position: number): number => Math.floor(position / perMillisecond);

/**
 * A position for what happens at `time`: the time and a tie-break, so that no two are equal and one
 * integer orders a list. A thousand in one millisecond (an archive dated by the day) flow into the next.
 */
export async function freePosition(
  tx: Kysely<Database>,
  table: 'articles' | 'comments',
  time: number,
): Promise<number> {
  for (let first = clamp(time) * perMillisecond; ; first += perMillisecond) {
    const end = first + perMillisecond;
    const { last } = await tx
      .selectFrom(table)
      .select((eb) => eb.fn.max<number | null>('position').as('last'))
      .where('position', '>=', first)
      .where('position', '<', end)
      .executeTakeFirstOrThrow();
    if (last === null) return first;
    if (last + 1 < end) return last + 1;
  }
}

function clamp(time: number): number {
  return Math.max(-lastMillisecond, Math.min(lastMillisecond, Math.trunc(time)));
}
