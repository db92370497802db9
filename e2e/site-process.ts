import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createInterface } from 'node:readline';
import { type Place, placeOf, queried } from '../server/storage/conformance/test-database.ts';

const root = resolve(import.meta.dirname, '..');
export const articleFiles = {
  booksellers: join(root, 'server/importing/fixtures/booksellers-market.txt'),
  printing: join(root, 'e2e/articles/printing-in-beirut.txt'),
};

/** A real site of this checkout in a process of its own, with a data folder of its own. */
export class SiteProcess {
  url = '';
  readonly dataDir: string;
  #port = '0';
  #child: ChildProcess | undefined;
  #env: Record<string, string>;
  readonly #place: Place;
  readonly #checkout: string;

  private constructor(place: Place, env: Record<string, string>, checkout: string) {
    this.#place = place;
    this.#checkout = checkout;
    this.dataDir = place.DATA_DIR;
    this.#env = { SEED: 'none', LOG_LEVEL: 'error', RATE_LIMITS: 'off', ...env };
  }

  /** Makes a data folder and starts a server on it, of this checkout or of another. */
  static async start(env: Record<string, string> = {}, checkout = root): Promise<SiteProcess> {
    const site = new SiteProcess(await placeOf(await mkdtemp(join(tmpdir(), 'riwaq-e2e-'))), env, checkout);
    await site.serve();
    return site;
  }

  /** Starts the server; after a first start on the same port, so that open pages find it again. */
  async serve(): Promise<void> {
    const child = this.#run(['main']);
    this.#child = child;
    if (child.stdout === null) throw new Error('the server has no output');
    for await (const line of createInterface(child.stdout)) {
      const url = /http:\/\/localhost:(\d+)\//.exec(line);
      if (url?.[1] === undefined) continue;
      this.#port = url[1];
      this.url = `http://localhost:${this.#port}`;
      child.stdout.resume();
      return;
    }
    throw new Error('the server ended before it listened');
  }

  /** Ends the server as a power cut would. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  async stop(): Promise<void> {
    await this.kill();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /** `npm run import` in another process; gives what it printed. */
  async import(...files: string[]): Promise<string> {
    const child = this.#run(['cli', 'import', ...files]);
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    await once(child, 'close');
    return output;
  }

  /** What stands in the database itself, past the server; `?` stands for each value in turn. */
  async rows(sql: string, ...values: string[]): Promise<Record<string, unknown>[]> {
    if (this.#place.DATABASE_URL !== undefined) {
      let at = 0;
      return queried(
        this.#place.DATABASE_URL,
        sql.replace(/\?/g, () => `$${(at += 1)}`),
        values,
      );
    }
    const database = new DatabaseSync(join(this.dataDir, 'riwaq.db'), { readOnly: true });
    try {
      return database.prepare(sql).all(...values);
    } finally {
      database.close();
    }
  }

  #run(args: string[]): ChildProcess {
    return spawn(process.execPath, [join(this.#checkout, 'server/launch.js'), ...args], {
      env: { ...process.env, HOST: '127.0.0.1', PORT: this.#port, ...this.#place, ...this.#env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  }
}
