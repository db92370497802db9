import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { answerStarting } from './http/starting.ts';
import { StartError } from './start-error.ts';

interface Place {
  host: string;
  port: number;
}

/** Milliseconds that a client may take for its headers and for its whole request. */
const patience = { headers: 10_000, request: 20_000 };
/** Milliseconds that answers under way are given when the process is asked to stop. */
const drainTime = 9_000;
/** Milliseconds that a request waits for a site that is being opened. */
const openingTime = 2_000;

/** Listens; throws StartError where the place is taken or not ours. */
async function listen(listener: Listener, { host, port }: Place): Promise<Server> {
  const server = createServer(
    {
      headersTimeout: patience.headers,
      requestTimeout: patience.request,
      connectionsCheckingInterval: 1_000,
    },
    listener,
  );
  await new Promise<void>((listening, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      failed(new StartError(reason(error, { host, port }))),
    );
    server.listen(port, host, listening);
  });
  return server;
}

function reason(error: NodeJS.ErrnoException, { host, port }: Place): string {
  if (error.code === 'EADDRINUSE')
    return `PORT is ${port}, which another program uses on ${host}; set PORT to a free one.`;
  if (error.code === 'EACCES')
    return `PORT is ${port}, which this user may not open; set PORT to one above 1023.`;
  return `HOST is «${host}», where nothing can listen (${error.code ?? error.message}); allowed: an address of this machine.`;
}

/** The port that is really listened on, where 0 asked for any. */
function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

type Settings = Pick<Config, 'host' | 'port' | 'publicUrl' | 'ownHost'>;

interface Site {
  /** What the site calls itself. */
  name: string;
  listener: Listener;
  /** Ends the answers that would go on by themselves. */
  endStreams?: () => void;
  close: () => Promise<void>;
}

/**
 * Serves a site until the process is told to stop; gives the exit code. Prints its address. The place
 * is taken before the site is opened: whoever cannot have it must not touch the data of the program
 * that has. What is asked meanwhile waits a little, and is told then that the site is not ready.
 */
export async function serve(config: Settings, log: Logger, open: () => Promise<Site>): Promise<number> {
  const opened = Promise.withResolvers<Listener>();
  let current: Listener = (request, response) => {
    const late = setTimeout(() => answer(answerStarting), request.url === '/healthz' ? 0 : openingTime);
    const answer = (listener: Listener) => {
      clearTimeout(late);
      if (!response.headersSent) listener(request, response);
    };
    void opened.promise.then(answer);
  };
  const server = await listen((request, response) => current(request, response), config);
  const signals = ['SIGTERM', 'SIGINT'] as const;
  // A database may be long in coming. Nothing is under way yet that had to be finished, and the first
  // process of a container is not ended by a signal that it does not listen for.
  const leave = () => process.exit(0);
  for (const signal of signals) process.once(signal, leave);
  let site: Site | undefined;
  try {
    site = await open();
    for (const signal of signals) process.off(signal, leave);
    current = site.listener;
    opened.resolve(current);
    const url = config.ownHost === undefined ? `http://localhost:${portOf(server)}` : config.publicUrl;
    process.stdout.write(`${site.name}: ${url}/\n`);
    return await untilStopped(server, log, site.endStreams);
  } finally {
    server.close();
    server.closeAllConnections();
    await site?.close();
  }
}

/**
 * Waits for SIGTERM or SIGINT, then lets answers under way finish. Each tells its client that it is the
 * connection's last: a client that went on asking would otherwise be cut off when the time is over.
 */
function untilStopped(server: Server, log: Logger, endStreams = () => {}): Promise<number> {
  const underWay = new Set<ServerResponse>();
  let stopping = false;
  const makeLast = (response: ServerResponse) => {
    if (!response.headersSent) response.setHeader('connection', 'close');
  };
  server.prependListener('request', (_, response) => {
    underWay.add(response);
    response.once('close', () => underWay.delete(response));
    if (stopping) makeLast(response);
  });
  return new Promise((stopped) => {
    const stop = async (signal: string) => {
      log.info({ signal }, 'stopping');
      stopping = true;
      underWay.forEach(makeLast);
      endStreams();
      const timer = setTimeout(() => server.closeAllConnections(), drainTime);
      await new Promise((closed) => {
        server.close(closed);
        server.closeIdleConnections();
      });
      clearTimeout(timer);
      stopped(0);
    };
    process.once('SIGTERM', (signal) => void stop(signal));
    process.once('SIGINT', (signal) => void stop(signal));
  });
}
