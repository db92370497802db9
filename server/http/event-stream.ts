import { OutgoingMessage } from 'node:http';
import type { Context } from 'hono';

/** Bytes that wait for a reader before he is cut off: a day of a lively conversation. */
const mostWaiting = 64 * 1024;

/** An answer that goes on. */
export interface EventStream {
  readonly body: ReadableStream<Uint8Array>;
  /** Sends more; whoever does not take what he is sent is cut off, and comes back for it when he can. */
  send(bytes: Uint8Array): void;
  end(): void;
  /** Calls `work` once it is over, whoever ended it. */
  onEnd(work: () => void): void;
}

export function createEventStream(c: Context): EventStream {
  const endings: (() => void)[] = [];
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const over = () => {
    if (controller === undefined) return false;
    controller = undefined;
    for (const work of endings.splice(0)) work();
    return true;
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start(made) {
        controller = made;
      },
      cancel: () => void over(),
    },
    { highWaterMark: mostWaiting, size: (bytes) => bytes.byteLength },
  );

  return {
    body,
    send(bytes) {
      if (controller === undefined) return;
      if ((controller.desiredSize ?? 0) < bytes.byteLength) cut(c, controller);
      else controller.enqueue(bytes);
    },
    end() {
      const current = controller;
      if (over()) current?.close();
    },
    onEnd(work) {
      if (controller === undefined) work();
      else endings.push(work);
    },
  };

  /** What stands in the socket's own buffers would be waited for; a reader who is gone never takes it. */
  function cut({ env }: Context, current: ReadableStreamDefaultController<Uint8Array>): void {
    over();
    const outgoing: unknown = isBound(env) ? env['outgoing'] : undefined;
    if (outgoing instanceof OutgoingMessage) outgoing.destroy();
    else current.error(new Error('cut off'));
  }
}

const isBound = (env: unknown): env is Record<string, unknown> => typeof env === 'object' && env !== null;
