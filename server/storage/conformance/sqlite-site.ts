import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Change, onEngine, type Work } from './on-engine.ts';
import { openSqliteEngine } from '../sqlite.ts';

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
export function onSqliteSite(work: Work, changed?: Change): Promise<void> {
  return inFolder((dataDir) => onEngine(() => openSqliteEngine({ dataDir }), work, changed));
}
