import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { migrateSqlite, schemaVersionOf } from './migrations/migrate-sqlite.ts';
import { migrations } from './migrations/migrations.ts';
import { patienceMs, patiently } from './patience.ts';
import { isBusy, sqliteCodeOf } from './sqlite-errors.ts';

/** The one file of the embedded database (with SQLite's own -wal and -shm beside it). */
export const databaseFile = 'riwaq.db';

export interface SqliteConnections {
  readonly reader: DatabaseSync;
  readonly writer: DatabaseSync;
}

/**
 * Opens the database in `dataDir`, made and migrated where it has to be. What cannot be used is refused
 * with one sentence for whoever starts the server, with the database and its log as they were.
 */
export async function openSqliteFile(dataDir: string): Promise<SqliteConnections> {
  checkSqliteVersion(process.versions['sqlite'] ?? 'absent');
  const refuse = (problem: string, cause?: unknown): never => {
    throw new Error(`DATA_DIR is "${dataDir}": ${problem}`, { cause });
  };
  const file = join(dataDir, databaseFile);
  try {
    makeFolder(dataDir);
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
  } catch (error) {
    refuse(`it must be a folder that this user can read and write (${messageOf(error)}).`, error);
  }

  const deadline = performance.now() + patienceMs;
  const open: DatabaseSync[] = [];
  try {
    const known = migrations.at(-1)?.version ?? 0;
    const found = existsSync(file) ? await patiently(deadline, isBusy, () => versionIn(file)) : 0;
    if (found === undefined)
      return refuse(`${databaseFile} in it must be a database of Riwaq, and is one of another program.`);
    if (found > known) {
      return refuse(
        `${databaseFile} in it has schema ${found}, and this Riwaq can use schemas up to ${known}; start a newer Riwaq.`,
      );
    }
    // No time-out of SQLite's own: this connection waits without holding up the process (sqlite-errors.ts).
    const writer = new DatabaseSync(file, { timeout: 0, enableForeignKeyConstraints: true });
    open.push(writer);
    const mode = await patiently(deadline, isBusy, () => textOf(writer, 'pragma journal_mode = wal'));
    if (mode !== 'wal')
      return refuse(`it must be on a disk that allows SQLite's write-ahead log, and SQLite chose "${mode}".`);
    // An acknowledged comment survives a power cut only under FULL. The log's file is cut back once it was long.
    await patiently(deadline, isBusy, () =>
      writer.exec('pragma synchronous = full; pragma journal_size_limit = 67108864'),
    );
    await patiently(deadline, isBusy, () => migrateSqlite(writer, migrations));
    const reader = new DatabaseSync(file, { readOnly: true, timeout: patienceMs });
    open.push(reader);
    reader.exec('pragma cache_size = -8192');
    return { reader, writer };
  } catch (error) {
    for (const db of open) db.close();
    if (sqliteCodeOf(error) === notDatabase)
      refuse(`${databaseFile} in it must be an SQLite database, and is none.`, error);
    if (sqliteCodeOf(error) !== undefined)
      refuse(`${databaseFile} in it cannot be opened (${messageOf(error)}).`, error);
    throw error;
  }
}

const readOnly = 8;
const notDatabase = 26;

/** Makes a folder and those above it. Node's own recursive way never ends where one cannot be, as in /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) {
    if (statSync(path).isDirectory()) return;
    throw new Error('ENOTDIR: not a folder');
  }
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have been first.
    if (!existsSync(path)) throw error;
  }
}

/**
 * The schema's version in a file. A log left over is read by a connection that cannot write: a writer, when
 * it closes, puts the log into the file. Where there is none, a writer leaves less behind.
 */
function versionIn(file: string): number | undefined {
  try {
    return seenBy(new DatabaseSync(file, { readOnly: existsSync(`${file}-wal`), timeout: 0 }));
  } catch (error) {
    // A change that was cut short must be undone before anybody can read, and only a writer can.
    if (sqliteCodeOf(error) !== readOnly) throw error;
    return seenBy(new DatabaseSync(file, { timeout: 0 }));
  }
}

function seenBy(db: DatabaseSync): number | undefined {
  try {
    return schemaVersionOf(db);
  } finally {
    db.close();
  }
}

/** Refuses an SQLite older than 3.51.3, whose write-ahead log can be reset wrongly and corrupt the file. */
export function checkSqliteVersion(version: string): void {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (!(major * 1e6 + minor * 1e3 + patch >= 3_051_003)) {
    throw new Error(`SQLite is ${version}: Riwaq needs 3.51.3 or newer, which comes with a newer Node.js.`);
  }
}

function textOf(db: DatabaseSync, sql: string): string {
  return String(Object.values(db.prepare(sql).get() ?? {})[0]);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
