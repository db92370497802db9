import {
  AbortedTransactionError,
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  type PostgresPool,
  type PostgresPoolClient,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import { DatabaseError } from 'pg';
import { StorageError } from './port.ts';
import { isConnectionEnded, isConnectionLost, storageErrorOf } from './postgres-errors.ts';

/** Milliseconds after a lost connection in which nobody waits for another to be lost. */
const outage = 1_000;

/**
 * Kysely over a pool of `pg`. `begin` is what opens a transaction; it may be several statements.
 * Errors come out in the port's words, and a connection that failed is not used again.
 */
export function postgresDialect(pool: PostgresPool, begin = 'begin'): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PooledDriver(pool, begin),
    createIntrospector: (kysely) => new PostgresIntrospector(kysely),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

class PooledDriver implements Driver {
  readonly #pool: PostgresPool;
  readonly #begin: string;
  readonly #connections = new WeakMap<DatabaseConnection, Connection>();
  /** Of `performance.now()`: a page asks more than once, and would wait for each of its questions. */
  #lostUntil = 0;

  constructor(pool: PostgresPool, begin: string) {
    this.#pool = pool;
    this.#begin = begin;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    if (performance.now() < this.#lostUntil) throw new StorageError('unavailable');
    try {
      const connection = new Connection(await this.#pool.connect(), (error) => this.#onError(error));
      this.#connections.set(connection, connection);
      return connection;
    } catch (error) {
      this.#onError(error);
      // Whatever it is, as a certificate that ran out or a password that was changed: it is not to be had.
      throw new StorageError('unavailable', { cause: error });
    }
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await connection.executeQuery(CompiledQuery.raw(this.#begin));
    } catch (error) {
      // Of several statements the first may have gone through, and Kysely takes back only what began whole.
      await this.rollbackTransaction(connection);
      throw error;
    }
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const known = this.#connections.get(connection);
    // A transaction that had failed is rolled back where it should be committed, without an error.
    if ((await known?.command('commit')) !== 'COMMIT') throw storageErrorOf(new AbortedTransactionError());
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    const known = this.#connections.get(connection);
    // With its connection the transaction is gone; to ask for it would only be another wait.
    if (known === undefined || known.isLost) return;
    try {
      await known.command('rollback');
    } catch {
      // What failed before is what has to be told.
      known.discard();
    }
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    this.#connections.get(connection)?.release();
  }

  async destroy(): Promise<void> {
    await this.#pool.end();
  }

  #onError(error: unknown): void {
    if (isConnectionLost(error)) this.#lostUntil = performance.now() + outage;
  }
}

class Connection implements DatabaseConnection {
  readonly #client: PostgresPoolClient;
  readonly #onError: (error: unknown) => void;
  isLost = false;

  constructor(client: PostgresPoolClient, onError: (error: unknown) => void) {
    this.#client = client;
    this.#onError = onError;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rowCount, rows } = await this.#asked<R>(sql, parameters.map(bindable));
    return { numAffectedRows: BigInt(rowCount ?? 0), rows };
  }

  /** Runs a command and gives its tag. */
  async command(sql: string): Promise<string> {
    return (await this.#asked(sql, [])).command;
  }

  discard(): void {
    this.isLost = true;
  }

  release(): void {
    this.#client.release(this.isLost);
  }

  streamQuery(): never {
    throw new Error('nothing is streamed from PostgreSQL');
  }

  async #asked<R>(sql: string, parameters: unknown[]) {
    try {
      return await this.#client.query<R>(sql, parameters);
    } catch (error) {
      if (isConnectionLost(error) || isConnectionEnded(error)) this.discard();
      this.#onError(error);
      // It quotes the row, which readers wrote, and errors end in logs.
      if (error instanceof DatabaseError) error.detail = undefined;
      throw storageErrorOf(error);
    }
  }
}

/** PostgreSQL holds no NUL; what is asked for with one is nowhere, and what is kept never has one. */
const bindable = (value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value;
