import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import * as v from 'valibot';
import type { Parsed } from './parsed-source.ts';
import type { SourceFile } from './read-source.ts';

/** Milliseconds in which a file must be read: the longest honest one takes a third on a slow machine. */
const patience = 30_000;
/** MiB of memory that reading a file may take. */
const memory = 512;

// Our own thread's word, so that only its shape is looked at.
const Answers = v.tuple([
  v.custom<Parsed>((value) => typeof value === 'object' && value !== null && 'ok' in value),
]);

interface Reader {
  read: (source: SourceFile) => Promise<Parsed>;
  /** Ends the thread, if one was ever needed. */
  close: () => Promise<void>;
}

interface Limits {
  patience?: number;
  thread?: URL;
}

/**
 * Reads sources in a thread of their own, so that one made to cost hours or gigabytes costs neither: the
 * thread is ended, the file refused, the next one read by a new thread. Parsers of Markdown and HTML have
 * no such limits, and their worst cases are quadratic.
 */
export function openReader({
  patience: wait = patience,
  thread = new URL('reading-thread.ts', import.meta.url),
}: Limits = {}): Reader {
  let worker: Worker | undefined;
  const end = async () => {
    const last = worker;
    worker = undefined;
    await last?.terminate();
  };
  return {
    async read(source) {
      worker ??= new Worker(thread, { resourceLimits: { maxOldGenerationSizeMb: memory } });
      const timer = AbortSignal.timeout(wait);
      try {
        const answer = once(worker, 'message', { signal: timer });
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
        worker.postMessage(source);
        return v.parse(Answers, await answer)[0];
      } catch (error) {
        await end();
        if (timer.aborted) return { ok: false, why: `it takes more than ${wait / 1_000} seconds to read` };
        if (isOutOfMemory(error))
          return { ok: false, why: `it takes more than ${memory} MiB of memory to read` };
        throw error;
      }
    },
    close: end,
  };
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
