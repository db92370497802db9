import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import { openPostgres } from '../gate/postgres-server.ts';
import { NotMeasuredError, type Place } from './figures.ts';
import { temporaryFolder } from './leftovers.ts';

/** A database of this run on PostgreSQL, and how to be rid of it. */
export async function postgresPlace(): Promise<
  { place: Place; drop: () => Promise<void> } | { why: string }
> {
  const dataDir = temporaryFolder();
  // On the same disk as the data folder: its rate of syncs is what posts are measured against.
  const server = openPostgres(undefined, { durableIn: temporaryFolder() });
  if (!server.ok) return { why: server.why };
  const name = `riwaq_bench_${process.pid}`;
  await asked(server.url, `create database ${name} template template0 encoding 'UTF8'`);
  const url = new URL(server.url);
  url.pathname = name;
  return {
    place: { dataDir, databaseUrl: url.href },
    drop: async () => {
      await asked(server.url, `drop database ${name} with (force)`);
      server.stop();
    },
  };
}

/** Ids of all comments in the database, read past the server: its word is what is checked. */
export async function keptComments({ dataDir, databaseUrl }: Place): Promise<Set<string>> {
  const statement = 'select id from comments';
  if (databaseUrl !== undefined)
    return new Set((await asked(databaseUrl, statement)).map(({ id }) => String(id)));
  const database = new DatabaseSync(join(dataDir, 'riwaq.db'), { readOnly: true });
  try {
    return new Set(
      database
        .prepare(statement)
        .all()
        .map(({ id }) => String(id)),
    );
  } finally {
    database.close();
  }
}

/** Throws NotMeasuredError where a PostgreSQL that somebody named does not wait for its disk. */
export async function insistOnSyncs(databaseUrl: string): Promise<void> {
  const [row] = await asked(databaseUrl, 'show fsync');
  if (row?.['fsync'] !== 'on')
    throw new NotMeasuredError('the server of RIWAQ_TEST_POSTGRES runs with fsync=off');
}

/** How often this PostgreSQL has synced its log for all connections that have ended. */
export async function walSyncs(databaseUrl: string): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const [row] = await asked(databaseUrl, 'select wal_sync::int as count from pg_stat_wal');
  return Number(row?.['count']);
}

async function asked(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}
