import { type ClientConfig, TypeOverrides } from 'pg';

/**
 * Milliseconds. A question that the network swallowed is given up a little after the server would have
 * given up on it, and readers are told within three seconds.
 */
const patience = { connect: 2_000, lock: 2_000, statement: 2_300, answer: 2_600, idle: 30_000 };

// Whole numbers (int8) come as numbers: none here is past 2^53 (position.ts).
const types = new TypeOverrides();
types.setTypeParser(20, Number);

/**
 * The database at `url` as readers ask it. All they ask for is found by an index; the planner reads whole
 * tables where it does not see what lies outside of them, and then compiles what it thinks so costly.
 */
export function forReading(url: string): string {
  const reading = new URL(url);
  const own = reading.searchParams.get('options') ?? '';
  reading.searchParams.set('options', `${own} -c enable_seqscan=off -c jit=off`.trim());
  return reading.href;
}

/** How every connection to the database at `url` behaves. */
export const connection = (url: string): ClientConfig & { idleTimeoutMillis: number } => ({
  connectionString: url,
  application_name: 'riwaq',
  connectionTimeoutMillis: patience.connect,
  query_timeout: patience.answer,
  statement_timeout: patience.statement,
  lock_timeout: patience.lock,
  idle_in_transaction_session_timeout: patience.idle,
  idleTimeoutMillis: patience.idle,
  keepAlive: true,
  types,
});
