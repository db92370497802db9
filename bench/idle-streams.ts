import { readFileSync } from 'node:fs';
import { type ClientRequest, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { NotMeasuredError, type Part } from './figures.ts';
import { sampleAddresses } from './sample-articles.ts';
import { interleaved, ratioOfMedians } from './rounds.ts';
import { withSite } from './site.ts';

const streams = 1_000;
const rounds = 5;
/** Reads of one round, so many at a time: enough for a tail to be seen. */
const reads = 2_000;
const atOnce = 8;
const settling = 3_000;

/** Row 7: what a thousand readers cost who only wait for comments. */
export const idle: Part<'streamReads' | 'streamMemory'> = {
  name: 'streams',
  figures: ['streamReads', 'streamMemory'],
  measure: (place) => {
    if (process.platform !== 'linux')
      throw new NotMeasuredError('memory is read from /proc, which only Linux has');
    return withSite(place, async ({ url, pid }) => {
      const { read } = await sampleAddresses(url);
      const events = `${read.api}/events`;
      // Once round, so that what is made once is made.
      for (let round = 0; round < 3; round += 1) await slowestOf(read.api);
      // A few only: what a thousand had left behind would be counted to nobody.
      closeAll(await openStreams(events, 20));
      await wait(settling);
      const before = resident(pid);
      let open = await openStreams(events, streams);
      await wait(settling);
      const bytes = ((resident(pid) - before) * 1024) / streams;
      const pairs = await interleaved(rounds, {
        ours: async () => {
          if (open.length === 0) open = await openStreams(events, streams);
          return slowestOf(read.api);
        },
        base: async () => {
          closeAll(open.splice(0));
          await wait(500);
          return slowestOf(read.api);
        },
      });
      closeAll(open);
      const measured = ratioOfMedians(pairs, `µs, p99 of ${reads} reads of an article, ${atOnce} at once`);
      return {
        streamReads: measured,
        streamMemory: {
          value: bytes / 1024,
          from: `VmRSS with ${streams} streams of one article less that without, ÷ ${streams}`,
        },
      };
    });
  },
};

/** Microseconds that all but the slowest hundredth of reads stay under. */
async function slowestOf(url: string): Promise<number> {
  const times: number[] = [];
  const line = async () => {
    while (times.length < reads) {
      const start = performance.now();
      await (await fetch(url)).arrayBuffer();
      times.push((performance.now() - start) * 1000);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, line));
  return times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.99)] ?? NaN;
}

/** Opens that many, some at a time, each until its first words have come. */
async function openStreams(url: string, count: number): Promise<ClientRequest[]> {
  const open: ClientRequest[] = [];
  while (open.length < count)
    open.push(
      ...(await Promise.all(Array.from({ length: Math.min(50, count - open.length) }, () => openOne(url)))),
    );
  return open;
}

function openOne(url: string): Promise<ClientRequest> {
  return new Promise((opened, failed) => {
    const asked = request(url, { agent: false });
    asked.once('error', failed);
    asked.once('response', (response) => {
      response.on('error', () => {});
      if (response.statusCode !== 200) failed(new Error(`a stream was answered with ${response.statusCode}`));
      response.once('data', () => opened(asked));
      response.resume();
    });
    asked.end();
  });
}

function closeAll(open: readonly ClientRequest[]): void {
  for (const one of open) one.destroy();
}

/** Resident memory of a process in KiB. */
const resident = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
