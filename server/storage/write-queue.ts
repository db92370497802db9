import { setImmediate } from 'node:timers/promises';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from './database.ts';
import { StorageError } from './port.ts';
import { type IsBusy, patienceMs, patiently } from './patience.ts';

type Work<T> = (tx: Transaction<Database>) => Promise<T>;

interface Waiting {
  /** Does the work in a transaction; what it gives becomes true once that is committed. */
  run: (tx: Transaction<Database>) => Promise<() => void>;
  fail: (error: unknown) => void;
  /** Of `performance.now()`; from the asking, so that all who wait are told within the same time. */
  deadline: number;
}

/** Works that share one commit at the most, so that none waits long for the others. */
const most = 32;

/**
 * Writes one after the other. What has come while the disk was busy goes into one transaction and is
 * made durable by one sync, each piece behind a savepoint of its own; nobody is answered before the
 * commit that holds his words. So the disk's syncs are not the pace of a burst. `isBusy` knows the
 * database's word for another process's turn.
 */
export function createWriteQueue(writing: Kysely<Database>, isBusy: IsBusy) {
  let waiting: Waiting[] = [];
  let running: Promise<void> | undefined;

  const drain = async () => {
    while (waiting.length > 0) {
      // A commit stops the process: what came meanwhile is still at the sockets and is let in first.
      await setImmediate();
      const batch = waiting.splice(0, most);
      try {
        const deadline = Math.min(...batch.map((one) => one.deadline));
        const kept = await patiently(deadline, isBusy, () => commit(batch));
        for (const tell of kept) tell();
      } catch (error) {
        // Those who asked later than the first may still wait for whoever holds the lock.
        const now = performance.now();
        const later = isBusy(error) ? batch.filter((one) => one.deadline > now) : [];
        for (const one of batch) if (!later.includes(one)) one.fail(error);
        waiting = [...later, ...waiting];
      }
    }
    running = undefined;
  };

  const commit = (batch: readonly Waiting[]) =>
    writing.transaction().execute(async (tx) => {
      const kept: (() => void)[] = [];
      for (const one of batch) kept.push(batch.length === 1 ? await one.run(tx) : await apart(tx, one));
      return kept;
    });

  return {
    write<T>(work: Work<T>): Promise<T> {
      return new Promise<T>((resolve, fail) => {
        waiting.push({
          run: async (tx) => {
            const value = await work(tx);
            return () => resolve(value);
          },
          fail,
          deadline: performance.now() + patienceMs,
        });
        running ??= drain();
      });
    },
    /** Once nothing waits or runs. */
    idle: async () => {
      while (running !== undefined) await running;
    },
  };
}

/** One work behind a savepoint: if it throws, what it wrote is undone and the others' stays. */
async function apart(tx: Transaction<Database>, one: Waiting): Promise<() => void> {
  await sql`savepoint one`.execute(tx);
  try {
    const tell = await one.run(tx);
    await sql`release one`.execute(tx);
    return tell;
  } catch (error) {
    // The database's own failure may have ended the transaction: then nothing of the batch is kept.
    if (error instanceof StorageError) throw error;
    await sql`rollback to one`.execute(tx);
    await sql`release one`.execute(tx);
    return () => one.fail(error);
  }
}
