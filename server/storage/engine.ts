import type { Kysely, Transaction } from 'kysely';
import type { Database } from './database.ts';
import type { SearchDialect } from './search.ts';

/** What differs between databases. Everything else is written once, in Kysely, over this. */
export interface Engine {
  /** Reads; never waits for a write that is under way, here or in another process. */
  readonly read: Kysely<Database>;
  /**
   * Runs `work` in one durable transaction, alone among all writers of all processes, so that it may
   * read and then write by what it read. It may run again where the database asks for another try.
   */
  write<T>(work: (tx: Transaction<Database>) => Promise<T>): Promise<T>;
  /** A number that moves with every commit of anybody; absent where the database cannot say so cheaply. */
  readonly changes?: () => number;
  /** See Storage.watch. Costs nothing while nobody watches. */
  watch(told: () => void): () => void;
  readonly search: SearchDialect;
  close(): Promise<void>;
}
