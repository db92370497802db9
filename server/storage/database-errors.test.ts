import { AbortedTransactionError } from 'kysely';
import { DatabaseError } from 'pg';
import { describe, expect, test } from 'vitest';
import { StorageError } from './port.ts';
import { isBusy, isConnectionEnded, isConnectionLost, storageErrorOf } from './postgres-errors.ts';

/** As the server tells it. */
function told(code: string): DatabaseError {
  const error = new DatabaseError('words', 5, 'error');
  error.code = code;
  return error;
}
/** As Node or the driver tells it. */
const met = (message: string, more: object = {}) => Object.assign(new Error(message), more);

const reasonOf = (error: unknown) => {
  const known = storageErrorOf(error);
  return known instanceof StorageError ? known.reason : known;
};

test('a full disk is full', () => expect(reasonOf(told('53100'))).toBe('full'));

describe('what may pass is unavailable', () => {
  test.each([
    ['08006', 'the connection broke'],
    ['53300', 'too many connections'],
    ['53200', 'out of memory'],
    ['55P03', 'a lock that others hold'],
    ['57014', 'it took too long'],
    ['57P01', 'the operator stops it'],
    ['57P03', 'it starts'],
    ['58030', 'its disk fails'],
    ['28P01', 'the password was changed'],
    ['40P01', 'a deadlock'],
    ['25006', 'a standby'],
    ['25P03', 'a transaction that stood still'],
  ])('%s: %s', (code) => expect(reasonOf(told(code))).toBe('unavailable'));

  test.each([
    met('connect ECONNREFUSED', { code: 'ECONNREFUSED' }),
    met('connect EACCES /run/.s.PGSQL.5432', { code: 'EACCES', syscall: 'connect' }),
    met('getaddrinfo ENOTFOUND db', { code: 'ENOTFOUND', syscall: 'getaddrinfo' }),
    met('Connection terminated unexpectedly'),
    met('Connection terminated due to connection timeout'),
    met('timeout exceeded when trying to connect'),
    met('timeout expired'),
    met('Query read timeout'),
    met('Client has encountered a connection error and is not queryable'),
  ])('$message', (error) => {
    expect(reasonOf(error)).toBe('unavailable');
    expect(isConnectionLost(error)).toBe(true);
  });

  test('a transaction that was rolled back where it should be committed', () =>
    expect(reasonOf(new AbortedTransactionError())).toBe('unavailable'));
});

describe('a mistake of ours stays itself', () => {
  test.each([
    ['23505', 'a key that is taken'],
    ['42P01', 'no such table'],
    ['42601', 'a word that is no SQL'],
    ['22021', 'letters that are none'],
    ['25P02', 'asked on in a transaction that had failed'],
  ])('%s: %s', (code) => {
    const error = told(code);
    expect(reasonOf(error)).toBe(error);
    expect([isConnectionLost(error), isConnectionEnded(error)]).toEqual([false, false]);
  });

  test.each([new Error('no'), new TypeError('undefined'), 'a word', undefined])('%s', (error) =>
    expect(reasonOf(error)).toBe(error),
  );
});

test('what is known already is not wrapped again', () => {
  const error = new StorageError('full');
  expect(storageErrorOf(error)).toBe(error);
});

test('only a lock that others hold is worth another try', () => {
  expect(['55P03', '57014', '40P01', '57P01'].map((code) => isBusy(storageErrorOf(told(code))))).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(isBusy(new Error('no'))).toBe(false);
});

test('a connection that the server ends is not used again', () =>
  expect(['57P01', '57P02', '25P03', '57014', '23505'].map((code) => isConnectionEnded(told(code)))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]));
