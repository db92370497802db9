import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Ids of all comments in the embedded database's file, read past the server: its word is what is checked. */
export function keptComments(dataDir: string): Set<string> {
  const database = new DatabaseSync(join(dataDir, 'riwaq.db'), { readOnly: true });
  try {
    return new Set(
      database
        .prepare('select id from comments')
        .all()
        .map(({ id }) => String(id)),
    );
  } finally {
    database.close();
  }
}
