/**
 * `npm run bench`: every figure that the project has promised, in one table. `npm run bench -- api paint`
 * takes these parts only. What this machine cannot measure is printed as such and is no failure.
 */
import { availableParallelism, loadavg } from 'node:os';
import { syncs } from './comment-syncs.ts';
import { conversation } from './long-conversation.ts';
import { posts } from './durable-posts.ts';
import { type AnyPart, type FigureName, figures, NotMeasuredError, type Place } from './figures.ts';
import { memory } from './idle-memory.ts';
import { idle } from './idle-streams.ts';
import { paint } from './paint.ts';
import { api, page } from './reading.ts';
import { temporaryFolder } from './leftovers.ts';
import { thread } from './long-thread.ts';
import { postgresPlace } from './place.ts';
import { fill } from './sample-articles.ts';
import { onPostgres } from './second-engine.ts';
import { bytes } from './sent-bytes.ts';
import { buildSite } from './site.ts';
import { type Result, tableOf } from './table.ts';

// Those that add comments come last: the others all measure the same site.
const parts: readonly AnyPart[] = [memory, api, page, bytes, paint, thread, conversation, idle, syncs, posts];

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(
    `no part is called ${unknown.join(', ')}; there are ${parts.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}

/** The figures of one part, or for each of them why there is none. */
async function resultsOf(
  part: AnyPart,
  place: Place,
): Promise<{ results: [FigureName, Result][]; failed: boolean }> {
  try {
    const measured = await part.measure(place);
    return {
      results: part.figures.map((name) => [name, measured[name] ?? { reason: 'the part left it out' }]),
      failed: false,
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const failed = !(error instanceof NotMeasuredError);
    return {
      results: part.figures.map((name) => [name, { reason: failed ? `failed: ${reason}` : reason }]),
      failed,
    };
  }
}

const [load = 0] = loadavg();
const cores = availableParallelism();
const wanted = parts.filter(({ name }) => chosen.length === 0 || chosen.includes(name));
const taken = new Map<FigureName, Result>();
let anyFailed = false;

/** Fills a new site at `place` and takes the figures of `some` there. */
async function takeAll(some: readonly AnyPart[], place: Place, engine = ''): Promise<void> {
  await buildSite()
    .then(() => fill(place))
    .catch((error: unknown) => {
      console.error(`no site to measure${engine}: ${error instanceof Error ? error.message : String(error)}`);
      process.exit(1);
    });
  for (const part of some) {
    const start = performance.now();
    const { results, failed } = await resultsOf(part, place);
    for (const [name, result] of results) taken.set(name, result);
    anyFailed ||= failed;
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    console.error(`${part.name}${engine} … ${failed ? 'failed' : 'done'} (${seconds} s)`);
  }
}

await takeAll(wanted, { dataDir: temporaryFolder() });
const again = wanted.flatMap((part) => onPostgres(part) ?? []);
if (again.length > 0) {
  const found = await postgresPlace();
  if ('why' in found) {
    console.error(`\n  *** NOT MEASURED ON POSTGRESQL: ${found.why}. ***\n`);
    for (const { figures: missing } of again)
      for (const name of missing) taken.set(name, { reason: `no PostgreSQL: ${found.why}` });
  } else {
    await takeAll(again, found.place, ' on PostgreSQL');
    await found.drop();
  }
}

const names = Object.keys(figures).filter((name): name is FigureName => Object.hasOwn(figures, name));
const inOrder = names.flatMap((name): [FigureName, Result][] => {
  const result = taken.get(name);
  return result === undefined ? [] : [[name, result]];
});

console.log(`\n${tableOf(new Map(inOrder))}\n`);
console.log(
  `B: a bare Node server that gives the same bytes. F: appends of 4 KiB with fdatasync a second, in the same folder. ` +
    `Median of interleaved rounds. ${cores} cores, ${process.platform} ${process.arch}, Node ${process.versions.node}; ` +
    `wrk: 50 connections, brotli; phone: 150 ms, 1.6 Mbit/s, a quarter of the processor, HTTP/1.1 on loopback.`,
);
// The bench's own load comes after this was read.
if (load > cores / 4)
  console.log(
    `Provisional: others were using this machine (load ${load.toFixed(1)} on ${cores} cores at the start).`,
  );
process.exit(anyFailed ? 1 : 0);
