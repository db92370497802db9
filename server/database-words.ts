import type { StorageError } from './storage/port.ts';

/** Why the database did not do it, for the terminal: the first half of a sentence. */
export const databaseWords = ({ reason }: StorageError): string =>
  reason === 'full' ? 'the disk of the database is full' : 'the database cannot be used';
