import type { Transaction } from 'kysely';
import type { Database } from '../database.ts';
import type { Storage } from '../port.ts';

/** An empty site of the engine under test, made anew for every case. */
export interface ConformanceSite {
  /** Opens the site's storage, a second time as another process would. */
  readonly open: () => Promise<Storage>;
  /** Changes rows behind the port's back, for states that its calls lead to only by many steps. */
  readonly alter: (work: (tx: Transaction<Database>) => Promise<unknown>) => Promise<void>;
}

/** One sentence an engine must keep; `run` rejects where it does not. Needs no test framework. */
export interface ConformanceCase {
  readonly name: string;
  readonly run: (site: ConformanceSite) => Promise<void>;
}
