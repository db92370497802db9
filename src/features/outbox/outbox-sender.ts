import type { QueryClient } from '@tanstack/react-query';
import { call } from '#platform/client.ts';
import { isServerTimeKnown, serverNow } from '#platform/server-clock.ts';
import { failureOf } from './failed-try.ts';
import {
  dueTime,
  endsRow,
  isLongAgo,
  step,
  type Entry,
  type OutboxEvent,
  type Stage,
} from './outbox-state.ts';
import type { KeptEntry, OutboxStore } from './outbox-store.ts';
import { postComment } from './post-comment.ts';
import { alone } from './sender-lock.ts';

/** Milliseconds in which a tab looks again at what another is sending: that one may be gone. */
const otherTabs = 5_000;

export interface OutboxSender {
  /** Something has changed: a page is opened or seen, the network is back. */
  wake: () => void;
  /** Looks for what is due, and when the next will be. */
  look: () => void;
  /** Another tab has written: what it was sending it may have sent. */
  hear: () => void;
}

/** Sends what is due, the oldest first, one try at a time over all tabs. */
export function createSender(
  store: OutboxStore,
  queryClient: QueryClient,
  exclusively: typeof alone = alone,
  isSeen = () => document.visibilityState === 'visible',
): OutboxSender {
  let underWay: string | undefined;
  /** Until when another tab is left to its sending. */
  let elsewhere = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function attempt(key: string): Promise<void> {
    underWay = key;
    try {
      const isMine = await exclusively('outbox', async () => {
        store.refresh(key);
        const found = store.get(key);
        if (found === undefined || isTooOld(found)) return;
        const now = Date.now();
        // Nobody else has the lock: whoever was sending is gone.
        const sending = step(step(found, { type: 'gone', now }), { type: 'begin', now });
        if (sending.stage.is !== 'sending') return;
        store.put(sending);
        const outcome = await outcomeOf(sending, queryClient);
        const after = store.get(key);
        if (after !== undefined) store.put(step(after, outcome));
      });
      elsewhere = isMine ? 0 : Date.now() + otherTabs;
    } finally {
      underWay = undefined;
      look();
    }
  }

  function look(): void {
    clearTimeout(timer);
    if (underWay !== undefined) return;
    const now = Date.now();
    // Further off is a clock that was set back.
    const free = elsewhere - now > otherTabs ? 0 : elsewhere;
    let soonest = Infinity;
    // The store gives the newest first.
    for (const entry of store.entries().toReversed()) {
      const { key, stage } = entry;
      const due = isTooOld(entry) ? undefined : dueOf(stage, now);
      if (due === undefined) continue;
      const at = Math.max(due, free);
      if (at <= now) {
        void attempt(key);
        return;
      }
      soonest = Math.min(soonest, at);
    }
    if (soonest < Infinity) timer = setTimeout(look, soonest - now);
  }

  /** A row that begins by itself after a rest is for a page that somebody sees; seen again, it wakes. */
  function dueOf(stage: Stage, now: number): number | undefined {
    if (stage.is === 'sending') return now;
    const isLater = 'tries' in stage && stage.tries > 0 && endsRow(stage.tries);
    return isLater && !isSeen() ? undefined : dueTime(stage, now);
  }

  /** An entry that the device's clock calls old is old only if the server's says so too. */
  async function judge(): Promise<void> {
    try {
      if (!isServerTimeKnown()) await call('GET /api/site', {});
    } catch {
      // It waits for the next sign.
      return;
    }
    for (const entry of store.entries()) {
      if (!isTooOld(entry)) continue;
      if (entry.stage.is === 'held') store.drop(entry.key);
      else put(entry, { type: 'aged' });
    }
    sign();
  }

  function put(entry: KeptEntry, event: OutboxEvent) {
    const after = step(entry, event);
    if (after.stage !== entry.stage) store.put(after);
  }

  function sign() {
    const now = Date.now();
    for (const entry of store.entries())
      if (underWay !== entry.key && !isTooOld(entry)) put(entry, { type: 'sign', now });
    look();
  }

  return {
    wake() {
      sign();
      if (store.entries().some((entry) => entry.stage.is !== 'old' && isTooOld(entry))) void judge();
    },
    look,
    hear() {
      elsewhere = 0;
      look();
    },
  };
}

/** Too old to go unasked, or to be shown as held; by the server's clock where it is known. */
function isTooOld({ stage, written }: Entry): boolean {
  if (stage.is === 'held') return isLongAgo(stage.at, serverNow());
  return ['waiting', 'paused', 'sending', 'old'].includes(stage.is) && isLongAgo(written, serverNow());
}

async function outcomeOf(entry: Entry, queryClient: QueryClient): Promise<OutboxEvent> {
  try {
    return { type: 'kept', comment: await postComment(entry, queryClient), now: serverNow() };
  } catch (error) {
    return failureOf(error, entry);
  }
}
