import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { type Storage, StorageError } from './storage/port.ts';
import { openSqlite } from './storage/sqlite.ts';

/** Milliseconds between two looks whether the database has come. */
const pause = 1_000;

/**
 * The site's storage: PostgreSQL where DATABASE_URL is set, else the embedded database in DATA_DIR. Throws
 * an error with one sentence where it cannot be had.
 */
export async function openStorage({ databaseUrl, dataDir }: Settings): Promise<Storage> {
  if (databaseUrl === undefined) return openSqlite({ dataDir });
  // Only then: its driver is memory that a small site has no use for.
  const { openPostgres } = await import('./storage/postgres.ts');
  return openPostgres({ databaseUrl });
}

/**
 * The same for a server that may start before its database: it waits for one that is away, and says so
 * once for every reason.
 */
export async function awaitStorage(config: Settings, log: Pick<Logger, 'warn'>): Promise<Storage> {
  for (let said = ''; ; await setTimeout(pause)) {
    try {
      return await openStorage(config);
    } catch (error) {
      const isAway = error instanceof StorageError && error.reason === 'unavailable';
      if (config.databaseUrl === undefined || !isAway) throw error;
      if (error.message !== said) log.warn(`${error.message} Trying again every second.`);
      said = error.message;
    }
  }
}

type Settings = Pick<Config, 'databaseUrl' | 'dataDir'>;
