import { Client, DatabaseError } from 'pg';
import { migratePostgres, NewerSchemaError } from './migrations/migrate-postgres.ts';
import { migrations } from './migrations/migrations.ts';
import { StorageError } from './port.ts';
import { connection } from './postgres-connection.ts';
import { codeOf, isConnectionLost, storageErrorOf } from './postgres-errors.ts';
import { Sockets } from './postgres-sockets.ts';

/** `server_version_num` of the oldest server that is tried. */
const oldest = 150_000;

/**
 * Looks whether the server and the database are ones Riwaq can use, and brings the schema up to date.
 * Throws StorageError with one sentence where the server is not to be had, which may pass, and an Error
 * with one sentence where somebody has to change something.
 */
export async function preparePostgres(url: string): Promise<void> {
  const target = withoutSecrets(url);
  const sockets = new Sockets();
  const client = clientOf(url, target, sockets);
  try {
    await reach(client, target);
    await check(client, target);
    await migratePostgres(client, migrations);
    await checkRights(client, target);
  } catch (error) {
    throw told(error, target);
  } finally {
    void client.end().catch(() => {});
    await sockets.closed();
  }
}

/** Of its own, without the time limits of readers: a step of the schema may take its time. */
function clientOf(url: string, target: string, sockets: Sockets): Client {
  try {
    const limits = { query_timeout: 0, statement_timeout: 0, stream: sockets.make };
    const client = new Client({ ...connection(url), ...limits });
    // What is lost between two questions is told by the next.
    client.on('error', () => {});
    return client;
  } catch (error) {
    // Its parameters may name files, as of certificates.
    throw refusal(
      target,
      `cannot be used as it stands (${messageOf(error)})`,
      'an address as libpq takes it',
    );
  }
}

async function reach(client: Client, target: string): Promise<void> {
  try {
    await client.connect();
  } catch (error) {
    if (error instanceof DatabaseError || isConnectionLost(error)) throw error;
    // A certificate that nobody vouches for, a server without any.
    throw refusal(target, `gives no such connection (${messageOf(error)})`, 'one that its server gives');
  }
}

async function check(client: Client, target: string): Promise<void> {
  const ask = async (name: string) => {
    const { rows } = await client.query<Record<string, string>>(`show ${name}`);
    return rows[0]?.[name] ?? '';
  };
  if (Number(await ask('server_version_num')) < oldest)
    throw refusal(target, `runs PostgreSQL ${await ask('server_version')}`, 'PostgreSQL 15 or newer');
  const encoding = await ask('server_encoding');
  if (encoding !== 'UTF8') throw refusal(target, `is encoded in ${encoding}`, 'a database in UTF8');
}

/** A role may see the tables of another that made them, and only then find out that it may not use them. */
async function checkRights(client: Client, target: string): Promise<void> {
  const rights = [
    `has_table_privilege('site', 'select') and has_table_privilege('site', 'update')`,
    `has_table_privilege('comments', 'insert') and has_table_privilege('article_terms', 'delete')`,
  ];
  const { rows } = await client.query<{ may: boolean }>(`select ${rights.join(' and ')} as may`);
  if (rows[0]?.may !== true) throw refusal(target, ...noRight);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const refusal = (target: string, found: string, allowed: string) =>
  new Error(`DATABASE_URL is «${target}», which ${found}; allowed: ${allowed}.`);

/** The error in words for whoever starts the program. */
function told(error: unknown, target: string): unknown {
  const code = codeOf(error);
  if (error instanceof DatabaseError) {
    const found = refused[code ?? ''];
    if (found !== undefined) return refusal(target, ...found);
  }
  if (error instanceof NewerSchemaError)
    return new Error(`DATABASE_URL is «${target}», which ${error.message}; start a newer Riwaq.`);
  const known = storageErrorOf(error);
  if (!(known instanceof StorageError) || known.reason !== 'unavailable') return known;
  const words =
    error instanceof DatabaseError
      ? `which cannot be used just now (${error.message})`
      : `where no PostgreSQL answers (${code ?? messageOf(error)})`;
  return new StorageError('unavailable', {
    cause: error,
    message: `DATABASE_URL is «${target}», ${words}.`,
  });
}

const noRight: [string, string] = [
  'does not let this role make and use tables',
  'the owner of the database, or of a schema in it',
];

/** What the server says to us alone, by its SQLSTATE: what is found, what is allowed. */
const refused: Record<string, [string, string]> = {
  '28P01': ['does not take this name and password', 'those of a role that may log in'],
  '28000': ['does not let this role in', 'a role that may log in from here'],
  '3D000': ['has no such database', 'one that was made before, as by createdb'],
  '42501': noRight,
  '08P01': ['does not take our settings', 'PostgreSQL itself, or a pooler that hands them on'],
  '42P07': ['holds tables of another program', 'an empty database'],
};

/** A database's address without password or parameters: what is printed at a start ends in logs. */
function withoutSecrets(url: string): string {
  const { protocol, username, host, pathname, searchParams } = new URL(url);
  const socket = searchParams.get('host');
  const user = username === '' ? '' : `${username}@`;
  return `${protocol}//${user}${host}${pathname}${socket === null ? '' : ` on ${socket}`}`;
}
