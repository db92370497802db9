import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { testServer } from '../storage/conformance/test-database.ts';

/**
 * Stands between a site and its database, on a port of its own, and can be what goes wrong on the way.
 */
export class DatabaseProxy {
  port = 0;
  /** Rewrites what the database answers; the length must stay. */
  rewrite: (text: string) => string = (text) => text;
  #server: Server | undefined;
  readonly #sockets = new Set<Socket>();
  #isStalled = false;

  /** The address of a database by this way. */
  addressOf(databaseUrl: string): string {
    const url = new URL(databaseUrl);
    url.hostname = '127.0.0.1';
    url.port = String(this.port);
    url.search = '';
    return url.href;
  }

  /** Opens the way, always at the same port. */
  async open(): Promise<void> {
    this.#isStalled = false;
    const server = createServer((near) => {
      if (this.#isStalled) return void this.#sockets.add(near);
      const far = connect(target());
      for (const socket of [near, far]) {
        this.#sockets.add(socket);
        socket.on('error', () => {});
        socket.once('close', () => [near, far].forEach((one) => one.destroy()));
      }
      near.on('data', (bytes) => this.#isStalled || far.write(bytes));
      far.on('data', (bytes) => {
        if (!this.#isStalled) near.write(this.rewrite(bytes.toString('latin1')), 'latin1');
      });
    });
    server.listen(this.port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    this.port = typeof address === 'object' && address !== null ? address.port : 0;
    this.#server = server;
  }

  /** The database is gone: connections break, and none is to be had. */
  async cut(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
    if (this.#server?.listening !== true) return;
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** The network swallows all: connections stay, and nothing comes. */
  stall(): void {
    this.#isStalled = true;
  }
}

function target(): { path: string } | { host: string; port: number } {
  const { hostname, port, searchParams } = new URL(testServer ?? '');
  const host = searchParams.get('host') ?? hostname;
  return host.startsWith('/')
    ? { path: `${host}/.s.PGSQL.${port || '5432'}` }
    : { host, port: Number(port || '5432') };
}
