import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Measured, NotMeasuredError, type Part, type Place } from './figures.ts';
import { temporaryFolder } from './leftovers.ts';
import { insistOnSyncs, walSyncs } from './place.ts';
import { findProgram, startProgram } from './programs.ts';
import { postComment, sampleAddresses } from './sample-articles.ts';
import { withSite } from './site.ts';

const posted = 200;

/** Row 3: whether every accepted comment was synced to the disk, counted by the kernel. */
export const syncs: Part<'syncs'> = {
  name: 'syncs',
  figures: ['syncs'],
  measure: (place) => {
    if (place.databaseUrl !== undefined) return syncsOfServer(place, place.databaseUrl);
    const strace = findProgram('strace', 'it is for Linux only (on Debian: apt-get install strace)');
    return withSite(place, async ({ url, pid }) => {
      const { posted: article } = await sampleAddresses(url);
      await postComment(`${article.api}/comments`, 0);
      const count = await countSyncs(strace, pid, () => postOneByOne(article.api));
      return { syncs: { value: count / posted, from: `${count} fsync and fdatasync ÷ ${posted} posts` } };
    });
  },
};

/** One at a time: several in one transaction could share a sync and still be durable. */
async function postOneByOne(article: string): Promise<void> {
  for (let number = 1; number <= posted; number += 1) await postComment(`${article}/comments`, number);
}

/** On PostgreSQL it is the server that syncs, and that counts. */
async function syncsOfServer(place: Place, databaseUrl: string): Promise<Record<'syncs', Measured>> {
  await insistOnSyncs(databaseUrl);
  const syncsWhile = async (work: (article: string) => Promise<void>) => {
    // A connection tells what it did when it ends.
    const before = await walSyncs(databaseUrl);
    await withSite(place, async ({ url }) => work((await sampleAddresses(url)).posted.api));
    return (await walSyncs(databaseUrl)) - before;
  };
  const others = await syncsWhile(async () => {});
  const count = (await syncsWhile(postOneByOne)) - others;
  return { syncs: { value: count / posted, from: `${count} wal_sync of pg_stat_wal ÷ ${posted} posts` } };
}

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
