import type { QueryClient } from '@tanstack/react-query';
import { serverNow } from '#platform/server-clock.ts';
import { randomUuid } from '#platform/uuid.ts';
import { createSender } from './outbox-sender.ts';
import { step, type Entry } from './outbox-state.ts';
import { openOutboxStore, type KeptEntry, type OutboxStore } from './outbox-store.ts';

/** What a reader sends. */
type Letter = Pick<Entry, 'slug' | 'parentId' | 'name' | 'text'>;

export interface Outbox extends Pick<OutboxStore, 'entries' | 'subscribe'> {
  /** Keeps `letter` and sends it; the same words on their way already are not taken twice. Gives its key. */
  send: (letter: Letter) => string;
  /** Its writer asks for a try: now, unless the site said to wait. */
  ask: (key: string) => void;
  /** Forgets an entry: its writer discards it, or its words stand elsewhere. */
  forget: (key: string) => void;
  /** Takes back what was just discarded. */
  restore: (entry: Entry) => void;
}

let opened: Outbox | undefined;

/** The outbox of this browser, which from now on sends what waits in it. */
export function openOutbox(queryClient: QueryClient): Outbox {
  opened ??= createOutbox(queryClient);
  return opened;
}

function createOutbox(queryClient: QueryClient): Outbox {
  const store = openOutboxStore();
  const sender = createSender(store, queryClient);
  const put = (entry: Entry) => {
    store.put(entry);
    sender.look();
  };
  const ask = (key: string) => {
    const entry = store.get(key);
    if (entry !== undefined) put(step(entry, { type: 'ask', now: Date.now(), today: serverNow() }));
  };
  // navigator.onLine is not asked: on many phones it is wrong. These only say that a try is worth it.
  addEventListener('online', sender.wake);
  addEventListener('pageshow', sender.wake);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') sender.wake();
  });
  // What other tabs write, send or leave behind.
  addEventListener('storage', sender.hear);
  sender.wake();
  return {
    entries: store.entries,
    subscribe: store.subscribe,
    send(letter) {
      const same = store.entries().find((entry) => isOnItsWay(entry) && isSame(entry, letter));
      if (same !== undefined) {
        ask(same.key);
        return same.key;
      }
      const now = Date.now();
      const key = randomUuid();
      put({ key, ...letter, written: serverNow(), stage: { is: 'waiting', tries: 0, next: now } });
      return key;
    },
    ask,
    forget: store.drop,
    restore: put,
  };
}

const isOnItsWay = ({ stage }: KeptEntry) => stage.is !== 'published' && stage.is !== 'held';

const isSame = (entry: Entry, letter: Letter) =>
  entry.slug === letter.slug &&
  entry.parentId === letter.parentId &&
  entry.name === letter.name &&
  entry.text === letter.text;
