import { Kysely } from 'kysely';
import { Pool } from 'pg';
import type { Database } from './database.ts';
import type { Engine } from './engine.ts';
import type { Storage } from './port.ts';
import { connection, forReading } from './postgres-connection.ts';
import { createCommitListener, channel } from './postgres-listening.ts';
import { postgresDialect } from './postgres-dialect.ts';
import { isBusy } from './postgres-errors.ts';
import { preparePostgres } from './postgres-opening.ts';
import { postgresSearch } from './postgres-search.ts';
import { Sockets } from './postgres-sockets.ts';
import { storageOver } from './storage-over.ts';
import { createWriteQueue } from './write-queue.ts';

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`, as libpq takes it; `?host=/folder` for a socket. */
  databaseUrl: string;
}

/** Connections of one process that read; one more writes. */
const readers = 8;

/**
 * One writer at a time, of all processes: what a transaction has read stays so until it has written.
 * The commit waits for the disk whatever the server's own setting, which also `begin` has to say. Whoever
 * listens is told with the commit, and never of what was rolled back.
 */
const begin = `begin; set local synchronous_commit = on; notify ${channel}; select pg_advisory_xact_lock(7249283016)`;

/**
 * PostgreSQL's storage, its schema brought up to date. Throws StorageError with one sentence where the
 * server is not to be had just now, and an Error with one sentence where it cannot be used.
 */
export async function openPostgres(options: PostgresOptions): Promise<Storage> {
  return storageOver(await openPostgresEngine(options));
}

/** See openPostgres. */
export async function openPostgresEngine({ databaseUrl }: PostgresOptions): Promise<Engine> {
  await preparePostgres(databaseUrl);
  const sockets = new Sockets();
  const read = new Kysely<Database>({
    dialect: postgresDialect(openPool(forReading(databaseUrl), readers, sockets)),
  });
  const writing = new Kysely<Database>({
    dialect: postgresDialect(openPool(databaseUrl, 1, sockets), begin),
  });
  const queue = createWriteQueue(writing, isBusy);
  const commits = createCommitListener(databaseUrl, sockets);
  return {
    read,
    search: postgresSearch,
    watch: commits.watch,
    write: (work) => queue.write(work),
    async close() {
      commits.close();
      await queue.idle();
      await read.destroy();
      await writing.destroy();
      await sockets.closed();
    },
  };
}

function openPool(url: string, max: number, sockets: Sockets): Pool {
  const made = new Pool({ ...connection(url), max, stream: sockets.make });
  // A connection that is lost is simply made anew. Whoever used it is told by his question's own error;
  // unheard, the same once more as an event would end the process.
  made.on('error', () => {});
  made.on('connect', (client) => client.on('error', () => {}));
  return made;
}
