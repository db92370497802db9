import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NotMeasuredError, type Part } from './figures.ts';
import { temporaryFolder } from './leftovers.ts';
import { findProgram, startProgram } from './programs.ts';
import { postComment, sampleAddresses } from './sample-articles.ts';
import { withSite } from './site.ts';

const posted = 200;

/** Row 3: whether every accepted comment was synced to the disk, counted by the kernel. */
export const syncs: Part<'syncs'> = {
  name: 'syncs',
  figures: ['syncs'],
  measure: (dataDir) => {
    const strace = findProgram('strace', 'it is for Linux only (on Debian: apt-get install strace)');
    return withSite(dataDir, async ({ url, pid }) => {
      const { posted: article } = await sampleAddresses(url);
      await postComment(`${article.api}/comments`, 0);
      const count = await countSyncs(strace, pid, async () => {
        // One at a time: several in one transaction could share a sync and still be durable.
        for (let number = 1; number <= posted; number += 1)
          await postComment(`${article.api}/comments`, number);
      });
      return { syncs: { value: count / posted, from: `${count} fsync and fdatasync ÷ ${posted} posts` } };
    });
  },
};

/** How often the process and its threads call for a sync during `work`. */
async function countSyncs(strace: string, pid: number, work: () => Promise<void>): Promise<number> {
  const file = join(temporaryFolder(), 'syncs');
  const tracer = startProgram(strace, [
    '-f',
    '-c',
    '-e',
    'trace=fsync,fdatasync',
    '-o',
    file,
    '-p',
    String(pid),
  ]);
  try {
    await tracer.printed(/attached/);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    if (!/not permitted/i.test(words)) throw error;
    throw new NotMeasuredError('strace may not attach here; run as root or with CAP_SYS_PTRACE', {
      cause: error,
    });
  }
  try {
    await work();
  } finally {
    // strace writes its sums when it is interrupted, and lets the server go on.
    await tracer.stop('SIGINT');
  }
  const line = /^\s*[\d.]+\s+[\d.]+\s+\d+\s+(\d+)\s+(?:\d+\s+)?(?:fsync|fdatasync)$/gm;
  return [...readFileSync(file, 'utf8').matchAll(line)].reduce((sum, [, calls]) => sum + Number(calls), 0);
}
