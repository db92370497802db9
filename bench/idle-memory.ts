import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { openBareSite } from './bare-site.ts';
import { NotMeasuredError, type Part } from './figures.ts';
import { rawAnswer } from './raw-answer.ts';
import { sampleAddresses } from './sample-articles.ts';
import { withSite } from './site.ts';

const idle = 5_000;

/** What the server keeps of the machine when nobody reads. */
export const memory: Part<'memory'> = {
  name: 'memory',
  figures: ['memory'],
  measure: (place) => {
    if (process.platform !== 'linux')
      throw new NotMeasuredError('it is read from /proc, which only Linux has');
    return withSite(place, async ({ url, pid }) => {
      const { read } = await sampleAddresses(url);
      const answer = await rawAnswer(read.page);
      const { pathname } = new URL(read.page);
      const bare = await openBareSite(new Map([[pathname, answer]]));
      try {
        await rawAnswer(bare.url + pathname);
        await wait(idle);
        const [ours, base] = [resident(pid), resident(bare.pid)];
        const from = `VmRSS ${idle / 1000} s after one page view; ${(ours / base).toFixed(1)} × a bare Node server's ${base.toFixed(0)} MB`;
        return { memory: { value: ours, from } };
      } finally {
        await bare.stop();
      }
    });
  },
};

/** Resident memory of a process in MB. */
function resident(pid: number): number {
  const kib = Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  return (kib * 1024) / 1e6;
}
