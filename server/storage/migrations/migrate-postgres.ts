import type { Client } from 'pg';
import type { Migration } from './migration.ts';

/** A number of our own among the server's advisory locks. */
const lock = 7249283017;
/** Milliseconds that a process waits for another's steps. */
const patience = 60_000;

/** Brings the schema up to date, all steps or none; processes that start together do it once. */
export async function migratePostgres(client: Client, migrations: readonly Migration[]): Promise<void> {
  const last = migrations.at(-1)?.version ?? 0;
  if ((await versionOf(client)) === last) return;
  await client.query('begin');
  try {
    // Others that start may be at it for long; a table that readers hold is not waited for so long, since
    // behind whoever waits for it all that comes later waits too.
    await client.query(`set local lock_timeout = ${patience}`);
    await client.query(`select pg_advisory_xact_lock(${lock})`);
    await client.query('set local lock_timeout to default');
    await client.query(
      'create table if not exists schema_version (version bigint primary key, applied timestamptz not null)',
    );
    const version = await versionOf(client);
    if (version > last) throw new NewerSchemaError(version, last);
    for (const step of migrations.filter((migration) => migration.version > version)) {
      for (const statement of step.postgres) await client.query(statement);
      await client.query('insert into schema_version values ($1, now())', [step.version]);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

/** A schema that only a newer build knows. */
export class NewerSchemaError extends Error {
  override name = 'NewerSchemaError';
  constructor(found: number, known: number) {
    super(`has schema ${found}, and this Riwaq can use schemas up to ${known}`);
  }
}

/** The schema's version; 0 where there is none. */
async function versionOf(client: Client): Promise<number> {
  const { rows: tables } = await client.query<{ known: string | null }>(
    `select to_regclass('schema_version') as known`,
  );
  if (tables[0]?.known == null) return 0;
  const { rows } = await client.query<{ version: number }>(
    'select coalesce(max(version), 0) as version from schema_version',
  );
  return rows[0]?.version ?? 0;
}
