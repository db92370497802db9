import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { dropDatabase, emptyDatabase, madeDatabase, queried } from '../storage/conformance/test-database.ts';
import { DatabaseProxy } from './database-proxy.ts';
import { launch, type Launched } from './start-server.ts';

/** A database of one test, the way to it, and the programs that the test starts on it. */
export class DatabaseSite {
  readonly key = randomUUID().replaceAll('-', '');
  readonly proxy = new DatabaseProxy();
  databaseUrl = '';
  #dataDir = '';
  readonly #started: Launched[] = [];

  async open(): Promise<void> {
    this.#dataDir = await mkdtemp(join(tmpdir(), 'riwaq-database-'));
    this.databaseUrl = await madeDatabase(this.key, emptyDatabase);
    await this.proxy.open();
  }

  async close(): Promise<void> {
    for (const one of this.#started) {
      one.signal('SIGKILL');
      await one.ended;
    }
    await this.proxy.cut();
    await dropDatabase(this.key);
    await rm(this.#dataDir, { recursive: true });
  }

  /** The address of the database by the proxy. */
  get byProxy(): string {
    return this.proxy.addressOf(this.databaseUrl);
  }

  /** The rows of one statement, past the site. */
  readonly query = (sql: string) => queried(this.databaseUrl, sql);

  /** Starts a program of Riwaq on the database at `url`. */
  begin(args: readonly string[], url: string, settings: Record<string, string> = {}): Launched {
    const given = { DATA_DIR: this.#dataDir, DATABASE_URL: url, SEED: 'none', RATE_LIMITS: 'off' };
    const child = launch({ args, settings: { ...given, ...settings } });
    this.#started.push(child);
    return child;
  }

  /** The same to its end. */
  async ran(args: readonly string[], url: string): Promise<{ code: number | undefined; err: string }> {
    const child = this.begin(args, url);
    return { code: await child.ended, err: child.said().err };
  }

  /** A server that was told its port, so that it can be asked before it says that it is open. */
  async server(settings: Record<string, string> = {}) {
    const port = await freePort();
    const child = this.begin(['main'], this.byProxy, { PORT: String(port), ...settings });
    const ask = async (path: string, init?: RequestInit) => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, init);
      return { status: answer.status, body: await answer.text(), headers: answer.headers };
    };
    const until = async (path: string, status: number) => {
      for (const end = Date.now() + 40_000; Date.now() < end; await setTimeout(50)) {
        const answer = await ask(path).catch(() => undefined);
        if (answer?.status === status) return answer;
      }
      throw new Error(`${path} never answered ${status}: ${child.said().err}${child.said().out}`);
    };
    return { child, ask, until };
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
