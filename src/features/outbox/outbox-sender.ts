import type { QueryClient } from '@tanstack/react-query';
import { call, ConnectionError, ProblemError } from '#platform/client.ts';
import { isServerTimeKnown, serverNow } from '#platform/server-clock.ts';
import { dueTime, isLongAgo, step, type Entry, type OutboxEvent } from './outbox-state.ts';
import type { KeptEntry, OutboxStore } from './outbox-store.ts';
import { postComment } from './post-comment.ts';
import { alone } from './sender-lock.ts';

/** Milliseconds in which a tab looks again at what another is sending: that one may be gone. */
const otherTabs = 5_000;
/** Of a limit that does not say how long it lasts. */
const usualWait = 30;

export interface OutboxSender {
  /** Something has changed: a page is opened or seen, the network is back. */
  wake: () => void;
  /** Looks for what is due, and when the next will be. */
  look: () => void;
}

/** Sends what is due, one try at a time for each entry over all tabs. */
export function createSender(
  store: OutboxStore,
  queryClient: QueryClient,
  exclusively: typeof alone = alone,
): OutboxSender {
  const underWay = new Set<string>();
  const elsewhere = new Map<string, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function attempt(key: string): Promise<void> {
    underWay.add(key);
    try {
      const isMine = await exclusively(`outbox.${key}`, async () => {
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
      if (isMine) elsewhere.delete(key);
      else elsewhere.set(key, Date.now() + otherTabs);
    } finally {
      underWay.delete(key);
      look();
    }
  }

  function look(): void {
    clearTimeout(timer);
    const now = Date.now();
    let soonest = Infinity;
    for (const entry of store.entries()) {
      const { key, stage } = entry;
      if (underWay.has(key) || isTooOld(entry)) continue;
      const due = stage.is === 'sending' ? now : dueTime(stage, now);
      if (due === undefined) continue;
      const free = elsewhere.get(key) ?? 0;
      const at = Math.max(due, free - now > otherTabs ? 0 : free);
      if (at <= now) void attempt(key);
      else soonest = Math.min(soonest, at);
    }
    if (soonest < Infinity) timer = setTimeout(look, soonest - now);
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
      if (!underWay.has(entry.key) && !isTooOld(entry)) put(entry, { type: 'sign', now });
    look();
  }

  return {
    wake() {
      sign();
      if (store.entries().some((entry) => entry.stage.is !== 'old' && isTooOld(entry))) void judge();
    },
    look,
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

/** What a failed try means. No answer, ours or that of a portal between, is no refusal. */
function failureOf(error: unknown, { stage }: Entry): OutboxEvent {
  const now = Date.now();
  const tries = stage.is === 'sending' ? stage.tries : 1;
  // 1 to 2 seconds, then 4 to 8: many who lost the same network do not come back in one moment.
  const pause = 1_000 * 4 ** (tries - 1) * (1 + Math.random());
  if (!(error instanceof ProblemError)) {
    // What is no failed connection either is a fault of ours; the words are kept in any case.
    if (!(error instanceof ConnectionError || error instanceof DOMException)) reportError(error);
    return { type: 'passing', now, pause };
  }
  const { problem } = error;
  const wait = 1_000 * (problem.retryAfter ?? 0);
  if (problem.code === 'rate_limited')
    return { type: 'limited', now, wait: wait === 0 ? 1_000 * usualWait : wait };
  if (problem.status < 500 && problem.code !== 'in_progress') return { type: 'refused', problem };
  return { type: 'passing', now, pause: Math.max(pause, wait), problem };
}
