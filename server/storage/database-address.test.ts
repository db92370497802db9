import { Client } from 'pg';
import { expect, test } from 'vitest';
import { connection, forReading } from './postgres-connection.ts';

const reading = '-c enable_seqscan=off -c jit=off';

/** What the driver makes of an address. */
function taken(url: string) {
  const { host, port, user, password, database } = new Client(connection(url));
  return { host, port, user, password, database };
}

test.each([
  'postgres://riwaq:secret@db.example:5433/riwaq',
  'postgres://riwaq:s%40c%2Fr%3Aet@[::1]/riwaq?sslmode=disable',
  'postgres://riwaq:100%@localhost/riwaq',
  'postgres://riwaq@%2Fvar%2Frun%2Fpostgresql/riwaq',
  'postgres:///riwaq?host=/var/run/postgresql',
  'postgres://riwaq:secret@localhost/riwaq?host=/run/pg&port=5433',
])('%s leads readers to the same database', (url) => {
  expect(taken(forReading(url))).toEqual(taken(url));
  expect(new URL(forReading(url)).searchParams.get('options')).toBe(reading);
});

test('options of the operator’s own stay', () =>
  expect(
    new URL(forReading('postgres://h/d?options=-c%20search_path%3Dnews')).searchParams.get('options'),
  ).toBe(`-c search_path=news ${reading}`));
