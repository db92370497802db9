/** What read-apart.ts runs in its thread: it answers every file with what readSource makes of it. */
import { parentPort } from 'node:worker_threads';
import { readSource, type SourceFile } from './read-source.ts';

parentPort?.on('message', (source: SourceFile) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(readSource(source));
});
