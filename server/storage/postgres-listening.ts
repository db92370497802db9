import { Client } from 'pg';
import { connection } from './postgres-connection.ts';
import type { Sockets } from './postgres-sockets.ts';

/** What a writer says on commit. A channel belongs to its database, so two sites do not hear each other. */
export const channel = 'riwaq_changes';

/** Milliseconds before another try to listen, and the most that they grow to. */
const retry = { first: 500, most: 10_000 };
/** Milliseconds between two proofs that the connection lives. */
const proof = 30_000;

/**
 * Tells watchers that a process of any host has committed, by one connection, which is there while
 * somebody watches. A lost one is made anew; what it may have missed is told as a change, and so is every
 * proof of life: a pooler may stand between and swallow what is said.
 */
export function createCommitListener(url: string, sockets: Sockets) {
  const watchers = new Set<() => void>();
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let pause = retry.first;

  const tell = () => {
    for (const told of watchers) told();
  };
  const after = (wait: number, work: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(work, wait);
    timer.unref();
  };
  const leave = () => {
    clearTimeout(timer);
    const left = client;
    client = undefined;
    void left?.end().catch(() => {});
  };
  const lost = (of: Client) => {
    if (client !== of) return;
    leave();
    after(pause, listen);
    pause = Math.min(pause * 2, retry.most);
  };
  const prove = (of: Client) => {
    tell();
    of.query('select 1').then(
      () => client === of && after(proof, () => prove(of)),
      () => lost(of),
    );
  };

  function listen(): void {
    const made = new Client({ ...connection(url), stream: sockets.make });
    client = made;
    made.on('notification', tell);
    made.on('error', () => lost(made));
    made.on('end', () => lost(made));
    made
      .connect()
      .then(() => made.query(`listen ${channel}`))
      .then(
        () => {
          if (client !== made) return;
          pause = retry.first;
          prove(made);
        },
        () => lost(made),
      );
  }

  return {
    watch(told: () => void): () => void {
      watchers.add(told);
      if (watchers.size === 1) listen();
      return () => {
        if (watchers.delete(told) && watchers.size === 0) leave();
      };
    },
    close() {
      watchers.clear();
      leave();
    },
  };
}
