import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';

/**
 * What stands between a reader and the site: `open` lets all through, `cut` ends every connection, `silent` takes
 * requests and never answers, `portal` answers every one with a page of its own, as hotels do.
 */
export type GatewayState = 'open' | 'cut' | 'silent' | 'portal';

export const portalWords = 'Welcome to the hotel. Please sign in.';

/** A network between browser and site, which fails as networks fail; the service worker feels it too. */
export class Gateway {
  state: GatewayState = 'open';
  url = '';
  /** Paths whose files a new build has no more. */
  readonly missing: RegExp[] = [];
  /** Changes the worker's script, as a new build does. */
  newWorker: ((script: string) => string) | undefined;
  /** Every request, as `GET /path`. */
  readonly asked: string[] = [];
  readonly #site: string;
  readonly #server: Server;

  private constructor(site: string) {
    this.#site = site;
    this.#server = createServer((asked, answer) => this.#answer(asked, answer));
  }

  static async open(site: string): Promise<Gateway> {
    const gateway = new Gateway(site);
    gateway.#server.listen(0, '127.0.0.1');
    await once(gateway.#server, 'listening');
    const address = gateway.#server.address();
    gateway.url = `http://localhost:${typeof address === 'object' && address !== null ? address.port : 0}`;
    return gateway;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** Closes what a browser keeps open for later, so that its next request feels the new state. */
  become(state: GatewayState): void {
    this.state = state;
    this.#server.closeAllConnections();
  }

  #answer(asked: IncomingMessage, answer: ServerResponse): void {
    const { method = 'GET', url: path = '/' } = asked;
    this.asked.push(`${method} ${path}`);
    if (this.state === 'cut') return void asked.socket.destroy();
    if (this.state === 'silent') return;
    if (this.state === 'portal') {
      answer.writeHead(200, { 'content-type': 'text/html' }).end(`<h1>${portalWords}</h1>`);
      return;
    }
    if (this.missing.some((pattern) => pattern.test(path))) return void answer.writeHead(404).end();
    const changes = this.newWorker !== undefined && path === '/service-worker.js';
    // What is to be changed must come whole, and as text.
    const plain = { ...asked.headers, 'accept-encoding': 'identity', 'if-none-match': '' };
    const headers = changes ? plain : asked.headers;
    const onward = request(this.#site + path, { method, headers }, (come) => {
      if (!changes) {
        answer.writeHead(come.statusCode ?? 502, come.headers);
        come.pipe(answer);
        return;
      }
      let script = '';
      come.setEncoding('utf8').on('data', (part: string) => (script += part));
      come.on('end', () => {
        answer.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-cache' });
        answer.end(this.newWorker?.(script));
      });
    });
    onward.on('error', () => asked.socket.destroy());
    asked.pipe(onward);
  }
}
