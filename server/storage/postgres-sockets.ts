import { once } from 'node:events';
import { Socket } from 'node:net';

/** Milliseconds in which a server may take its leave. */
const farewell = 1_000;

/** The sockets of one opening, which a server that is frozen would never close, nor let the process end. */
export class Sockets {
  readonly #open = new Set<Socket>();

  /** A new one, as the driver asks for it. */
  readonly make = (): Socket => {
    const socket = new Socket();
    this.#open.add(socket);
    socket.once('close', () => this.#open.delete(socket));
    return socket;
  };

  /** Once all are closed, by the server within a moment or by us. */
  async closed(): Promise<void> {
    const all = [...this.#open];
    const late = setTimeout(() => all.forEach((socket) => socket.destroy()), farewell);
    await Promise.all(all.map((socket) => once(socket, 'close').catch(() => {})));
    clearTimeout(late);
  }
}
