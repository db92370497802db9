import { StorageError } from './port.ts';

// SQLite's primary result codes (sqlite.org/rescode.html).
const busy = [5, 6];
const full = [13];
const unavailable = [...busy, 7, 8, 10, 11, 14, 15, 26];

/** The primary result code of an error of node:sqlite, also where it is another's cause. */
export function sqliteCodeOf(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('errcode' in error && typeof error.errcode === 'number') return error.errcode & 0xff;
  return error.cause === undefined ? undefined : sqliteCodeOf(error.cause);
}

/** The error as the port knows it; one that tells of a mistake of ours stays itself. */
export function storageErrorOf(error: unknown): unknown {
  const code = sqliteCodeOf(error);
  if (code === undefined || error instanceof StorageError) return error;
  if (full.includes(code)) return new StorageError('full', { cause: error });
  if (unavailable.includes(code)) return new StorageError('unavailable', { cause: error });
  return error;
}

/** Whether another connection holds the lock: the same may well succeed later. */
export const isBusy = (error: unknown): boolean => busy.includes(sqliteCodeOf(error) ?? 0);
