import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from './database.ts';

/** The writer for whom a cookie's token stands, if it still stands for one. */
export async function writerOfToken(
  db: Kysely<Database>,
  token: string | undefined,
  now: number,
): Promise<string | undefined> {
  if (token === undefined) return undefined;
  const session = await db
    .selectFrom('sessions')
    .select('writer')
    .where('token', '=', token)
    .where('revoked', 'is', null)
    .where((eb) => eb.or([eb('expires', 'is', null), eb('expires', '>', now)]))
    .executeTakeFirst();
  return session?.writer ?? undefined;
}

/** Lets `token` stand for `writer`. A writer's sessions have no end of their own: the cookie has. */
export async function openWriterSession(
  tx: Transaction<Database>,
  token: string,
  writer: string,
  now: number,
): Promise<void> {
  await tx.insertInto('sessions').values({ token, writer, created: now }).execute();
}

/** A new writer for whom `token` stands; gives its id. */
export async function newWriter(tx: Transaction<Database>, token: string, now: number): Promise<string> {
  const id = randomUUID();
  await tx.insertInto('writers').values({ id, created: now }).execute();
  await openWriterSession(tx, token, id, now);
  return id;
}
