import { Kysely } from 'kysely';
import { createCommitWatch } from './commit-watch.ts';
import type { Database } from './database.ts';
import type { Engine } from './engine.ts';
import type { Storage } from './port.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { isBusy } from './sqlite-errors.ts';
import { openSqliteFile } from './sqlite-file.ts';
import { sqliteSearch } from './sqlite-search.ts';
import { createWriteQueue } from './write-queue.ts';
import { storageOver } from './storage-over.ts';

export interface SqliteOptions {
  /** Folder of the database; made if it is not there. */
  dataDir: string;
}

/** The embedded database's storage; throws an Error with one sentence where the folder cannot be used. */
export async function openSqlite(options: SqliteOptions): Promise<Storage> {
  return storageOver(await openSqliteEngine(options));
}

/**
 * Two connections: in WAL mode a reader sees the last commit while a writer is at work. Node's driver is
 * synchronous but Kysely is not, so between a transaction's steps other calls run; they read on the other
 * connection or wait their turn in `write`.
 */
export async function openSqliteEngine({ dataDir }: SqliteOptions): Promise<Engine> {
  const { reader, writer } = await openSqliteFile(dataDir);
  const read = new Kysely<Database>({ dialect: sqliteDialect(reader) });
  const writing = new Kysely<Database>({ dialect: sqliteDialect(writer) });
  const dataVersion = reader.prepare('pragma data_version');
  const queue = createWriteQueue(writing, isBusy);
  let seen: number | undefined;
  // Seen from the reader, every commit is another connection's: the writer's as well as another process's.
  // Asked once a turn of the event loop: whoever asks after a commit that he knows of asks in a later turn,
  // and under load the question would cost more than the answer.
  const changes = (): number => {
    if (seen === undefined) {
      seen = Number(dataVersion.get()?.['data_version']);
      setImmediate(() => (seen = undefined));
    }
    return seen;
  };
  const commits = createCommitWatch(changes);

  return {
    read,
    search: sqliteSearch,
    changes,
    watch: commits.watch,
    write: (work) =>
      queue.write(work).finally(() => {
        seen = undefined;
        commits.look();
      }),
    async close() {
      commits.close();
      await queue.idle();
      // The writer last: the last one out puts the log back into the file, which a reader may not.
      await read.destroy();
      await writing.destroy();
      for (const db of [reader, writer]) if (db.isOpen) db.close();
    },
  };
}
