import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConformanceSite } from './conformance-case.ts';
import type { Engine } from '../engine.ts';
import type { Storage } from '../port.ts';
import { openSqliteEngine } from '../sqlite.ts';
import { storageOver } from '../storage-over.ts';

/** A folder of its own for one test, gone after it. */
export async function inFolder<T>(work: (dataDir: string) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'riwaq-storage-'));
  try {
    return await work(dataDir);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Runs `work` on an empty embedded site; `changed` puts something between the storage and its engine. */
export function onSqliteSite(
  work: (site: ConformanceSite) => Promise<void>,
  changed: (engine: Engine) => Engine = (engine) => engine,
): Promise<void> {
  return inFolder(async (dataDir) => {
    const opened: Storage[] = [];
    try {
      await work({
        async open() {
          const storage = storageOver(changed(await openSqliteEngine({ dataDir })));
          opened.push(storage);
          return storage;
        },
        async alter(change) {
          const engine = await openSqliteEngine({ dataDir });
          await engine.write(change);
          await engine.close();
        },
      });
    } finally {
      await Promise.all(opened.map((storage) => storage.close()));
    }
  });
}
