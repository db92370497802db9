import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleTexts } from './sample-texts.ts';
import { importTexts, startServer } from './start-server.ts';

export interface JudgedServer {
  /** Scheme and host, without a slash at the end. */
  readonly base: string;
  stop(): Promise<void>;
}

/**
 * The server under judgement: the one at BASE_URL, or else one of ours, started for this file of tests.
 * What is asked of it is what anybody can ask from outside; BASE_URL's must hold some articles with
 * open comments and run with RATE_LIMITS=off, because its judge writes a few hundred comments.
 */
export async function judgedServer(): Promise<JudgedServer> {
  // From BASE_URL, see global-setup.ts.
  const base = process.env['JUDGED_URL'];
  if (base !== undefined && base !== '') return { base: new URL(base).origin, stop: async () => {} };
  const dataDir = await mkdtemp(join(tmpdir(), 'riwaq-judged-'));
  await importTexts(dataDir, sampleTexts);
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
