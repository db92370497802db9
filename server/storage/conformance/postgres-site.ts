import { randomUUID } from 'node:crypto';
import { dropDatabase, madeDatabase } from './test-database.ts';
import type { ConformanceSite } from './conformance-case.ts';
import type { Engine } from '../engine.ts';
import type { Storage } from '../port.ts';
import { openPostgresEngine } from '../postgres.ts';
import { storageOver } from '../storage-over.ts';

/** A database of its own for one test, gone after it. */
async function inDatabase<T>(work: (databaseUrl: string) => Promise<T>): Promise<T> {
  const key = randomUUID().replaceAll('-', '');
  try {
    return await work(await madeDatabase(key));
  } finally {
    await dropDatabase(key);
  }
}

/** Runs `work` on an empty site in PostgreSQL; `changed` puts something between the storage and its engine. */
export function onPostgresSite(
  work: (site: ConformanceSite) => Promise<void>,
  changed: (engine: Engine) => Engine = (engine) => engine,
): Promise<void> {
  return inDatabase(async (databaseUrl) => {
    const opened: Storage[] = [];
    try {
      await work({
        async open() {
          const storage = storageOver(changed(await openPostgresEngine({ databaseUrl })));
          opened.push(storage);
          return storage;
        },
        async alter(change) {
          const engine = await openPostgresEngine({ databaseUrl });
          await engine.write(change);
          await engine.close();
        },
      });
    } finally {
      await Promise.all(opened.map((storage) => storage.close()));
    }
  });
}
