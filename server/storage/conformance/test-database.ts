import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { Client, DatabaseError } from 'pg';
import type { Database } from '../database.ts';
import { connection } from '../postgres-connection.ts';

/** A server whose databases tests may make and drop; the gate finds or starts one (docs/gate.md). */
export const testServer = process.env['RIWAQ_TEST_POSTGRES'];

/** Where a site in `dataDir` keeps what it has: its settings, in either engine. */
export interface Place {
  DATA_DIR: string;
  DATABASE_URL?: string;
}

/**
 * The settings of a site in `dataDir`. Where the run is one on PostgreSQL (RIWAQ_TEST_ENGINE), a database
 * of its own belongs to the folder, made when it is first asked for.
 */
export async function placeOf(dataDir: string): Promise<Place> {
  if (process.env['RIWAQ_TEST_ENGINE'] !== 'postgres') return { DATA_DIR: dataDir };
  const key = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  return { DATA_DIR: dataDir, DATABASE_URL: await madeDatabase(key) };
}

/** How a database is made that holds nothing yet. */
export const emptyDatabase = `template template0 encoding 'UTF8'`;

/** One whose schema is there already, made once for the run (postgres-template.ts): most tests ask for no more. */
const migrated = process.env['RIWAQ_TEST_TEMPLATE'];
const usual = migrated === undefined ? emptyDatabase : `template ${migrated}`;

/** Makes the database of this key, if it is not there; gives its address. */
export async function madeDatabase(key: string, form = usual): Promise<string> {
  try {
    await queried(testServer, `create database riwaq_test_${key} ${form}`);
  } catch (error) {
    // It is there already.
    if (!(error instanceof DatabaseError && error.code === '42P04')) throw error;
  }
  return databaseOf(key);
}

/** The address of the database of this key. */
function databaseOf(key: string): string {
  const url = new URL(testServer ?? '');
  url.pathname = `riwaq_test_${key}`;
  return url.href;
}

/** Drops the database of this key with all who are connected to it. */
export const dropDatabase = (key: string) =>
  queried(testServer, `drop database if exists riwaq_test_${key} with (force)`);

/** A connection past the site; what breaks it is not the test's fault. */
export async function connected(databaseUrl: string | undefined): Promise<Client> {
  if (databaseUrl === undefined) throw new Error('RIWAQ_TEST_POSTGRES names no server');
  const client = new Client({ ...connection(databaseUrl), statement_timeout: 0, query_timeout: 0 });
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** The rows that one statement gives, past the site. */
export async function queried(
  databaseUrl: string | undefined,
  sql: string,
  values: readonly string[] = [],
): Promise<Record<string, unknown>[]> {
  const client = await connected(databaseUrl);
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql, [...values]);
    return rows;
  } finally {
    await client.end();
  }
}

/** The same, by a way of the site's own. */
export async function askedBy(db: Kysely<Database>, statement: string): Promise<Record<string, unknown>[]> {
  return (await sql.raw<Record<string, unknown>>(statement).execute(db)).rows;
}
