import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
} from 'kysely';
import { storageErrorOf } from './sqlite-errors.ts';

/** Kysely over one connection of node:sqlite. Kysely lets one transaction have it at a time. */
export function sqliteDialect(db: DatabaseSync): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new ImmediateDriver(db),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** A transaction that reads first and then wants to write would fail at once with "locked". */
class ImmediateDriver extends SqliteDriver {
  readonly #db: DatabaseSync;

  constructor(db: DatabaseSync) {
    super({ database: preparing(db) });
    this.#db = db;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // After a full disk SQLite has rolled back by itself, and a second time would hide the first error.
    if (this.#db.isTransaction) await super.rollbackTransaction(connection);
  }
}

// Statements differ by the length of their `in` lists and by filters; far fewer than this are in use.
const mostStatements = 256;

/** `db` as Kysely wants it, with every statement prepared once. */
function preparing(db: DatabaseSync): SqliteDatabase {
  const known = new Map<string, SqliteStatement>();
  return {
    close: () => db.close(),
    prepare(sql) {
      let statement = known.get(sql);
      if (statement === undefined) {
        statement = speaking(() => prepared(db, sql));
        const [oldest] = known.keys();
        if (oldest !== undefined && known.size >= mostStatements) known.delete(oldest);
        known.set(sql, statement);
      }
      return statement;
    },
  };
}

function prepared(db: DatabaseSync, sql: string): SqliteStatement {
  const statement = db.prepare(sql);
  const columns = statement.columns();
  const json = columns.map(({ name }) => name).filter((name) => name.endsWith('_json'));
  return {
    reader: columns.length > 0,
    all: (parameters) =>
      speaking(() => {
        const rows: Record<string, unknown>[] = statement.all(...parameters.map(bindable));
        for (const name of json) for (const row of rows) row[name] = JSON.parse(String(row[name]));
        return rows;
      }),
    run: (parameters) => speaking(() => statement.run(...parameters.map(bindable))),
    iterate: () => {
      throw new Error('nothing is streamed from SQLite');
    },
  };
}

/** A value as it is bound: integers as integers, since FTS5 takes no notice of a rowid bound as REAL. */
function bindable(value: unknown): SQLInputValue {
  if (typeof value === 'string' || typeof value === 'bigint' || value === null) return value;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  throw new TypeError(`SQLite cannot be given a value of type ${typeof value}`);
}

/** Runs `work`, and says in the port's words what the database could not do. */
function speaking<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw storageErrorOf(error);
  }
}
