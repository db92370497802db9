import { randomUUID } from 'node:crypto';
import { preparePostgres } from '../postgres-opening.ts';
import { dropDatabase, emptyDatabase, madeDatabase, testServer } from './test-database.ts';

/**
 * What Vitest runs once before the tests on PostgreSQL: a database with the schema, of which theirs are
 * copies. Gives what takes it away again.
 */
export async function setup(): Promise<(() => Promise<unknown>) | undefined> {
  if (testServer === undefined) return undefined;
  const key = `template_${randomUUID().replaceAll('-', '')}`;
  await preparePostgres(await madeDatabase(key, emptyDatabase));
  process.env['RIWAQ_TEST_TEMPLATE'] = `riwaq_test_${key}`;
  return () => dropDatabase(key);
}
