import type { Comment } from '#contract/comment';
import { limits } from '#contract/limits';
import type { Problem } from '#contract/problem';

/** A comment on its way, as its writer left it; no event changes its words or its key. */
export interface Entry {
  /** Idempotency-Key of every try: the server keeps the comment once. */
  key: string;
  slug: string;
  parentId?: string | undefined;
  name: string;
  text: string;
  /** When it was written, or last asked to be sent although old, in milliseconds. */
  written: number;
  stage: Stage;
}

export type Stage =
  | { is: 'waiting'; tries: number; next?: number | undefined; problem?: Problem | undefined }
  | { is: 'sending'; tries: number }
  | { is: 'paused'; tries: number; from: number; until: number }
  | { is: 'old' }
  | { is: 'refused'; problem: Problem }
  | { is: 'held'; id: string; at: number }
  | { is: 'published'; id: string; comment?: Comment | undefined };

export type OutboxEvent =
  | { type: 'sign' | 'gone' | 'begin'; now: number }
  /** `today` by the server's clock, where it is known; `now` is the device's, by which pauses are measured. */
  | { type: 'ask'; now: number; today: number }
  | { type: 'aged' }
  | { type: 'passing'; now: number; pause: number; problem?: Problem | undefined }
  | { type: 'limited'; now: number; wait: number }
  | { type: 'refused'; problem: Problem }
  | { type: 'kept'; comment: Comment; now: number };

/** Tries made in a row; then a long rest, in which only a sign that things have changed begins a new row. */
export const mostTries = 3;
/** Milliseconds between two rows at the least. */
export const rest = 60_000;
/** No pause is longer; a time further off is a clock that was set back. */
export const longestPause = 600_000;
const day = 24 * 60 * 60 * 1000;
/** A clock that says less was never set. */
const firstYear = Date.UTC(2026, 0);

/**
 * What becomes of a comment on its way. Its stages, and where each event takes it; what a row does not
 * name leaves it as it is.
 *
 * | Stage | Meaning | Event → stage |
 * |---|---|---|
 * | waiting | goes at `next`; without one, at a sign | begin (due) → sending · sign, ask → waiting, a new row of tries · aged → old |
 * | sending | one try is under way, in one tab | passing → waiting · limited → paused · refused → refused · gone → waiting |
 * | paused | 429: nothing goes before `until` | begin (over) → sending · sign, ask (over) → waiting · aged → old |
 * | old | too old to go unasked; offered to its writer | ask → waiting |
 * | refused | the server will not have it so | ask → waiting |
 * | held | the server has it, for review | kept → published |
 * | published | the server shows it; the end | |
 *
 * kept takes every stage to held or published: what the server has is sent no more. `begin` is the only
 * way into sending, and only from where it is due. A sign is the network back, the tab seen again or a
 * page opened; ask is its writer's press; gone, that whoever sent it has ended without an answer.
 */
export function step(entry: Entry, event: OutboxEvent): Entry {
  const stage = next(entry.stage, event);
  if (stage === entry.stage) return entry;
  // Whoever sends an old one after all has written it today.
  const written = entry.stage.is === 'old' && event.type === 'ask' ? event.today : entry.written;
  return { ...entry, written, stage };
}

function next(stage: Stage, event: OutboxEvent): Stage {
  switch (event.type) {
    case 'sign':
    case 'ask': {
      const isAsked = event.type === 'ask' && (stage.is === 'refused' || stage.is === 'old');
      const isOpen = stage.is === 'waiting' || (stage.is === 'paused' && isOver(stage, event.now));
      return isAsked || isOpen ? { is: 'waiting', tries: 0, next: event.now } : stage;
    }
    case 'gone':
      return stage.is === 'sending' ? { is: 'waiting', tries: 0, next: event.now } : stage;
    case 'begin':
      return isDue(stage, event.now) ? { is: 'sending', tries: triesOf(stage) + 1 } : stage;
    case 'aged':
      return stage.is === 'waiting' || stage.is === 'paused' ? { is: 'old' } : stage;
    case 'passing':
      if (stage.is !== 'sending') return stage;
      return {
        is: 'waiting',
        tries: stage.tries,
        next: event.now + atLeast(event.pause, stage),
        problem: event.problem,
      };
    case 'limited':
      if (stage.is !== 'sending') return stage;
      return {
        is: 'paused',
        tries: stage.tries,
        from: event.now,
        until: event.now + atLeast(event.wait, stage),
      };
    case 'refused':
      return stage.is === 'sending' ? { is: 'refused', problem: event.problem } : stage;
    case 'kept':
      return kept(stage, event.comment, event.now);
  }
}

function kept(stage: Stage, comment: Comment, now: number): Stage {
  if (stage.is === 'published') return stage;
  if (comment.state !== 'pending') return { is: 'published', id: comment.id, comment };
  return stage.is === 'held' ? stage : { is: 'held', id: comment.id, at: now };
}

/** Whether the try of that number is the last of its row. */
export const endsRow = (tries: number): boolean => tries % mostTries === 0;

const atLeast = (pause: number, { tries }: Stage & { is: 'sending' }) =>
  endsRow(tries) ? Math.max(pause, rest) : pause;

const triesOf = (stage: Stage) => ('tries' in stage ? stage.tries : 0);

/** Whether the time has come, by a clock that may have been set back meanwhile. */
const hasCome = (time: number, now: number) => now >= time || time - now > longestPause;

const isOver = ({ from, until }: Stage & { is: 'paused' }, now: number) => now >= until || now < from;

function isDue(stage: Stage, now: number): boolean {
  if (stage.is === 'waiting') return stage.next !== undefined && hasCome(stage.next, now);
  return stage.is === 'paused' && isOver(stage, now);
}

/** When it goes by itself, in milliseconds; undefined where it waits for a sign or for its writer. */
export function dueTime(stage: Stage, now: number): number | undefined {
  if (isDue(stage, now)) return now;
  if (stage.is === 'waiting') return stage.next;
  return stage.is === 'paused' ? stage.until : undefined;
}

/** Just put into the outbox, or asked for: its first try begins as soon as no other is under way. */
export const isAboutToGo = (stage: Stage): boolean =>
  stage.is === 'waiting' && stage.tries === 0 && stage.next !== undefined;

/**
 * Whether so long has passed since `time` that the server may have forgotten the key. A clock that was
 * never set says nothing.
 */
export const isLongAgo = (time: number, now: number): boolean =>
  time >= firstYear && now - time >= limits.idempotencyDays * day;
