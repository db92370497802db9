import type { ConformanceSite } from './conformance-case.ts';
import type { Engine } from '../engine.ts';
import type { Storage } from '../port.ts';
import { storageOver } from '../storage-over.ts';

export type Work = (site: ConformanceSite) => Promise<void>;
/** Puts something between a storage and its engine. */
export type Change = (engine: Engine) => Engine;

/** Runs `work` on the site whose engine `openEngine` opens, and closes what it opened. */
export async function onEngine(
  openEngine: () => Promise<Engine>,
  work: Work,
  changed: Change = (engine) => engine,
): Promise<void> {
  const opened: Storage[] = [];
  try {
    await work({
      async open() {
        const storage = storageOver(changed(await openEngine()));
        opened.push(storage);
        return storage;
      },
      async alter(change) {
        const engine = await openEngine();
        await engine.write(change);
        await engine.close();
      },
    });
  } finally {
    await Promise.all(opened.map((storage) => storage.close()));
  }
}
