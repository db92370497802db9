import { AbortedTransactionError } from 'kysely';
import { DatabaseError } from 'pg';
import { StorageError } from './port.ts';

// SQLSTATE classes and codes (postgresql.org/docs/current/errcodes-appendix.html).
const full = /^53100$/;
// The connection, the server's resources, a lock that others hold, an operator, the system; a standby.
const away = /^(?:08|53|57|58|28|40|55P03|25006|25P03)/;
// What the server says last on a connection that it ends: it stops, or a transaction stood still too long.
const ended = /^(?:57P0[1-5]|25P03)/;

// Node's words for a server that is not to be had, where no `syscall` tells it: a host with several addresses.
const network = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH']);
// The driver's own, which carry no code.
const driver = /^(?:Connection terminated|timeout exceeded|timeout expired|Query read timeout|Client )/;

/** The server's SQLSTATE, Node's code, or undefined. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Whether it was the way to the server that failed: the connection is of no more use. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof DatabaseError) return false;
  return 'syscall' in error || network.has(codeOf(error) ?? '') || driver.test(error.message);
}

/** Whether the server told it as the connection's last word. */
export const isConnectionEnded = (error: unknown): boolean =>
  error instanceof DatabaseError && ended.test(error.code ?? '');

/** The error as the port knows it; one that tells of a mistake of ours stays itself. */
export function storageErrorOf(error: unknown): unknown {
  if (error instanceof StorageError) return error;
  const state = error instanceof DatabaseError ? (error.code ?? '') : '';
  if (full.test(state)) return new StorageError('full', { cause: error });
  if (isConnectionLost(error) || away.test(state) || error instanceof AbortedTransactionError) {
    return new StorageError('unavailable', { cause: error });
  }
  return error;
}

/** Whether other writers held the lock for as long as a writer waits for it at one time. */
export const isBusy = (error: unknown): boolean =>
  error instanceof StorageError && codeOf(error.cause) === '55P03';
