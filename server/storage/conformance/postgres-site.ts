import { randomUUID } from 'node:crypto';
import { dropDatabase, madeDatabase } from './test-database.ts';
import { type Change, onEngine, type Work } from './on-engine.ts';
import { openPostgresEngine } from '../postgres.ts';

/** A database of its own for one test, gone after it. */
async function inDatabase<T>(work: (databaseUrl: string) => Promise<T>): Promise<T> {
  const key = randomUUID().replaceAll('-', '');
  try {
    return await work(await madeDatabase(key));
  } finally {
    await dropDatabase(key);
  }
}

/** Runs `work` on an empty site in PostgreSQL; `changed` puts something between the storage and its engine. */
export function onPostgresSite(work: Work, changed?: Change): Promise<void> {
  return inDatabase((databaseUrl) => onEngine(() => openPostgresEngine({ databaseUrl }), work, changed));
}
