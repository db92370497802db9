import { join } from 'node:path';
import type { Place } from './figures.ts';
import { rawAnswer, headerOf } from './raw-answer.ts';
import { root, runProgram, type Running, startProgram } from './programs.ts';

/** The site under measurement: its real server, on a folder of its own. */
export interface Site {
  url: string;
  pid: number;
  stop: Running['stop'];
  ended: Running['ended'];
}

const launch = join(root, 'server/launch.js');

/** Nothing of the caller's own settings gets in. */
const settings = ({ dataDir, databaseUrl }: Place): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  DATA_DIR: dataDir,
  DATABASE_URL: databaseUrl,
  PORT: '0',
  SEED: 'none',
  RATE_LIMITS: 'off',
  LOG_LEVEL: 'warn',
});

/** Builds what the server serves, as `npm start` does, if its sources have changed. */
export const buildSite = (): Promise<string> => runProgram(process.execPath, [launch, 'build', '--if-stale']);

export const importFiles = (place: Place, files: readonly string[]): Promise<string> =>
  runProgram(process.execPath, [launch, 'cli', 'import', ...files], settings(place));

export async function openSite(place: Place): Promise<Site> {
  const server = startProgram(process.execPath, [launch, 'main'], settings(place));
  const [, port] = await server.printed(/http:\/\/localhost:(\d+)\//);
  const url = `http://127.0.0.1:${port}`;
  await settled(url);
  return { url, pid: server.pid, stop: server.stop, ended: server.ended };
}

/** Waits until the files of the browser's part are packed: the server does that after it began to listen. */
async function settled(url: string): Promise<void> {
  const { body } = await rawAnswer(`${url}/ar/`, {});
  const scripts = new Set(Array.from(body.toString().matchAll(/\/assets\/[^"]+\.js/g), ([path]) => path));
  const deadline = performance.now() + 20_000;
  for (const path of scripts) {
    while (headerOf(await rawAnswer(url + path), 'content-encoding') !== 'br') {
      if (performance.now() > deadline) throw new Error(`${path} was not packed within 20 seconds`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Does `work` on a running site, which stops after it. Says so if the site had ended before. */
export async function withSite<Value>(place: Place, work: (site: Site) => Promise<Value>): Promise<Value> {
  const site = await openSite(place);
  try {
    return await work(site);
  } catch (error) {
    const end = site.ended();
    if (end === undefined) throw error;
    throw new Error(`the server under measurement ended by itself or by another's hand: ${end}`, {
      cause: error,
    });
  } finally {
    await site.stop();
  }
}
