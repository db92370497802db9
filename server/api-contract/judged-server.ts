import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFiles, startServer } from './start-server.ts';

export interface JudgedServer {
  /** Scheme and host, without a slash at the end. */
  readonly base: string;
  stop(): Promise<void>;
}

/**
 * The server under judgement: the one at BASE_URL, or else one of ours, started for this file of tests.
 * What is asked of it is what anybody can ask from outside; what BASE_URL's must hold is in docs/gate.md.
 */
export async function judgedServer(): Promise<JudgedServer> {
  // From BASE_URL, see global-setup.ts.
  const base = process.env['JUDGED_URL'];
  if (base !== undefined && base !== '') return { base: new URL(base).origin, stop: async () => {} };
  const dataDir = await mkdtemp(join(tmpdir(), 'riwaq-judged-'));
  await importFiles(dataDir, await sampleArticles());
  const server = await startServer(dataDir);
  return {
    base: server.url,
    async stop() {
      server.signal('SIGTERM');
      await server.ended;
      await rm(dataDir, { recursive: true });
    },
  };
}

/**
 * What our own server holds while it is judged: enough for pages to be walked, for a search that finds
 * words as written and words that differ by their marks, for a slug that Unicode can spell in two ways,
 * and for a language beside Arabic.
 */
export async function sampleArticles(): Promise<string[]> {
  const folder = join(import.meta.dirname, 'articles');
  return (await readdir(folder)).map((name) => join(folder, name));
}
