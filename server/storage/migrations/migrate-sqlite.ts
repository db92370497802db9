import type { DatabaseSync } from 'node:sqlite';
import type { Migration } from './migration.ts';

/** The schema's version; 0 of an empty database, undefined where it is another program's. */
export function schemaVersionOf(db: DatabaseSync): number | undefined {
  const { tables, ours } = numbersOf(
    db,
    `select count(*) as tables, coalesce(sum(name = 'schema_version'), 0) as ours from sqlite_schema where type = 'table'`,
  );
  if (tables === 0) return 0;
  if (ours !== 1) return undefined;
  return numbersOf(db, 'select coalesce(max(version), 0) as version from schema_version')['version'];
}

/** Brings the schema up to date, all steps or none; processes that start together do it once. */
export function migrateSqlite(db: DatabaseSync, migrations: readonly Migration[]): void {
  const last = migrations.at(-1)?.version ?? 0;
  if (schemaVersionOf(db) === last) return;
  db.exec('begin immediate');
  try {
    db.exec(
      'create table if not exists schema_version (version integer primary key, applied text not null) strict',
    );
    const version = schemaVersionOf(db) ?? 0;
    for (const step of migrations.filter((migration) => migration.version > version)) {
      for (const statement of step.sqlite) db.exec(statement);
      db.prepare(`insert into schema_version values (?, datetime('now'))`).run(step.version);
    }
    db.exec('commit');
  } catch (error) {
    if (db.isTransaction) db.exec('rollback');
    throw error;
  }
}

function numbersOf(db: DatabaseSync, sql: string): Record<string, number> {
  const row = db.prepare(sql).get() ?? {};
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)]));
}
