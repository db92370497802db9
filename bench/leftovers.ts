/** What a run must not leave behind, whichever way it ends. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const pending = new Set<() => void>();

process.once('exit', () => {
  for (const step of [...pending].reverse()) {
    try {
      step();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
  }
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

/** Does `step` when this process ends. The result takes that back. */
export function atEnd(step: () => void): () => void {
  pending.add(step);
  return () => pending.delete(step);
}

/**
 * A folder that is gone afterwards. It stands in the project and not with the system's temporary files,
 * which often live in memory, where a sync costs nothing.
 */
export function temporaryFolder(): string {
  const parent = fileURLToPath(new URL('../.cache/bench/', import.meta.url));
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'run-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
