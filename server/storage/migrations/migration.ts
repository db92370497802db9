/**
 * One step of the schema, in the words of each engine. A step only adds (tables, indexes, columns that
 * are nullable or have a default), so that the build before it still runs beside the build after it; a
 * released step never changes.
 */
export interface Migration {
  /** Counts up by one. */
  readonly version: number;
  readonly sqlite: readonly string[];
  readonly postgres: readonly string[];
}
