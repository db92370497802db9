import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Part, Place } from './figures.ts';
import { insistOnSyncs, keptComments } from './place.ts';
import { root } from './programs.ts';
import { interleaved, medianRatio } from './rounds.ts';
import { sampleAddresses } from './sample-articles.ts';
import { openSite } from './site.ts';
import { findWrk, runWrk } from './wrk.ts';

const rounds = 5;
const seconds = 3;
const connections = 8;
const script = join(root, 'bench/post-comments.lua');

/** Row 2: comments posted by eight readers at once against the disk's own rate of syncs. */
export const posts: Part<'posts'> = {
  name: 'posts',
  figures: ['posts'],
  measure: async (place) => {
    findWrk();
    if (place.databaseUrl !== undefined) await insistOnSyncs(place.databaseUrl);
    const site = await openSite(place);
    const accepted = new Set<string>();
    const before = (await keptComments(place)).size;
    let runs = 0;
    const post = async (time: number): Promise<number> => {
      const { posted } = await sampleAddresses(site.url);
      runs += 1;
      const options = { connections, seconds: time, script: { file: script, args: [String(runs)] } };
      const output = await runWrk(`${posted.api}/comments`, options);
      const ids = [...output.matchAll(/^accepted (\S+)$/gm)].map(([, id = '']) => id);
      for (const id of ids) accepted.add(id);
      const took = Number(/ requests in ([\d.]+)s/.exec(output)?.[1]);
      return ids.length / took;
    };
    try {
      await post(1);
      const ours = () => post(seconds);
      const base = () => Promise.resolve(syncsPerSecond(place.dataDir, 2));
      const measured = medianRatio(await interleaved(rounds, { ours, base }), 'a second');
      // Without a chance to tidy up: what it accepted must be in the database by now.
      await site.stop('SIGKILL');
      const check = await checkKept(place, { accepted, before, underWay: runs * connections });
      return { posts: { ...measured, from: `${measured.from}; ${check}` } };
    } finally {
      await site.stop();
    }
  },
};

/** F: how often a second this disk takes 4 KiB more of a file and says that they are on it. */
function syncsPerSecond(folder: string, time: number): number {
  const file = openSync(join(folder, 'disk-rate'), 'w');
  const block = Buffer.alloc(4096, 'x');
  const start = performance.now();
  let count = 0;
  try {
    while (performance.now() - start < time * 1000) {
      writeSync(file, block);
      fdatasyncSync(file);
      count += 1;
    }
    return count / ((performance.now() - start) / 1000);
  } finally {
    closeSync(file);
  }
}

interface Expected {
  accepted: ReadonlySet<string>;
  before: number;
  /** Posts whose answer wrk did not wait for when its time was over: they may be kept or not. */
  underWay: number;
}

/** Looks for every accepted comment in the database. Throws if one is missing or there are too many. */
async function checkKept(place: Place, { accepted, before, underWay }: Expected): Promise<string> {
  const kept = await keptComments(place);
  const lost = [...accepted].filter((id) => !kept.has(id)).length;
  const more = kept.size - before - accepted.size;
  if (lost > 0) throw new Error(`${lost} of ${accepted.size} accepted comments are not in the database`);
  if (more > underWay) throw new Error(`the database holds ${more} comments more than were accepted`);
  return `all ${accepted.size} accepted are rows after kill -9, and ${more} that were under way`;
}
