import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { placeOf } from '../storage/conformance/test-database.ts';

const root = resolve(import.meta.dirname, '../..');

type Settings = Record<string, string>;

interface Launch {
  /** What `server/launch.js` is asked for. */
  args: readonly string[];
  settings: Settings;
  /** Options of Node itself. */
  node?: readonly string[];
}

export interface Launched {
  readonly pid: number;
  /** Everything it has said so far. */
  said(): { out: string; err: string };
  signal(name: NodeJS.Signals): void;
  /** Its exit code, or undefined where a signal ended it; what it said is complete by then. */
  readonly ended: Promise<number | undefined>;
}

/** Starts the program as an operator does, in a process of its own, with no setting but those given. */
export function launch({ args, settings, node = [] }: Launch): Launched {
  const child = spawn(process.execPath, [...node, join(root, 'server/launch.js'), ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'], TZ: 'UTC', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  // A test that dies must not leave a server behind.
  const reap = () => child.kill('SIGKILL');
  process.once('exit', reap);
  const ended = once(child, 'close').then(([code]) => {
    process.off('exit', reap);
    return typeof code === 'number' ? code : undefined;
  });
  return { pid: child.pid ?? 0, said: () => said, signal: (name) => void child.kill(name), ended };
}

export interface RunningServer extends Launched {
  /** Scheme, address and port, without a slash at the end. */
  readonly url: string;
}

/** Starts a site on a free port, empty and without limits unless told otherwise, and waits for its address. */
export async function startServer(
  dataDir: string,
  settings: Settings = {},
  node: readonly string[] = [],
): Promise<RunningServer> {
  const place = await placeOf(dataDir);
  const given = { PORT: '0', HOST: '127.0.0.1', ...place, SEED: 'none', RATE_LIMITS: 'off' };
  const child = launch({ args: ['main'], settings: { ...given, LOG_LEVEL: 'error', ...settings }, node });
  let over = false;
  void child.ended.then(() => (over = true));
  for (;;) {
    const port = /http:\/\/localhost:(\d+)\//.exec(child.said().out)?.[1];
    if (port !== undefined) return { ...child, url: `http://127.0.0.1:${port}` };
    if (over) throw new Error(`The server did not start: ${child.said().err}`);
    await new Promise((looked) => setTimeout(looked, 10));
  }
}

/** Imports files, as a process of its own, as `npm run import` does. */
export async function importFiles(dataDir: string, paths: readonly string[]): Promise<void> {
  const child = launch({ args: ['cli', 'import', ...paths], settings: { ...(await placeOf(dataDir)) } });
  if ((await child.ended) !== 0) throw new Error(`The import failed: ${child.said().out}${child.said().err}`);
}

/** Imports plain texts, by file name. */
export async function importTexts(dataDir: string, texts: Readonly<Record<string, string>>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'riwaq-texts-'));
  try {
    const files = Object.entries(texts).map(([name, text]) => ({ path: join(folder, name), text }));
    for (const { path, text } of files) await writeFile(path, text);
    await importFiles(
      dataDir,
      files.map(({ path }) => path),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A folder that is not there when its test is over. */
export async function withFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'riwaq-test-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
