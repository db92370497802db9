import type { PageAnswer } from '#contract/page';
import type { Problem } from '#contract/problem';
import { problemType } from '#contract/problem-type';
import { ConnectionError, ProblemError } from '#platform/client.ts';
import { endsRow, longestPause, mostTries, rest, type Entry, type OutboxEvent } from './outbox-state.ts';

const second = 1_000;
/** Of a limit that does not say how long it lasts. */
const usualWait = 30 * second;
/** Between two rows, in the end. */
const longestRest = 240_000;

/** What answers in the site's place with a failure has met it; the network is there. */
const unavailable: Problem = {
  type: problemType('unavailable'),
  title: '',
  status: 503,
  code: 'unavailable',
};

/** What a failed try means. No answer, ours or that of a portal between, is no refusal. */
export function failureOf(error: unknown, { stage }: Pick<Entry, 'stage'>): OutboxEvent {
  const now = Date.now();
  const pause = pauseAfter(stage.is === 'sending' ? stage.tries : 1);
  if (error instanceof ProblemError) {
    const { problem } = error;
    const wait = second * (problem.retryAfter ?? 0);
    if (problem.code === 'rate_limited') return { type: 'limited', now, wait: wait === 0 ? usualWait : wait };
    if (problem.status < 500 && problem.code !== 'in_progress') return { type: 'refused', problem };
    return { type: 'passing', now, pause: waited(pause, wait), problem };
  }
  // What is no failed connection either is a fault of ours; the words are kept in any case.
  if (!(error instanceof ConnectionError || error instanceof DOMException)) reportError(error);
  const answer = error instanceof ConnectionError ? error.answer : undefined;
  if (answer === undefined || answer.status < 400) return { type: 'passing', now, pause };
  const wait = waitOf(answer);
  if (answer.status === 429) return { type: 'limited', now, wait: wait === 0 ? usualWait : wait };
  return { type: 'passing', now, pause: waited(pause, wait), problem: unavailable };
}

/** 1 to 2 seconds, then 4 to 8; after a row one minute, two, then four. Never all readers in one moment. */
function pauseAfter(tries: number): number {
  if (!endsRow(tries)) return second * 4 ** ((tries % mostTries) - 1) * (1 + Math.random());
  return Math.min(rest * 2 ** (tries / mostTries - 1), longestRest) * (1 + Math.random() / 2);
}

const waited = (pause: number, wait: number) => Math.min(Math.max(pause, wait), longestPause);

/** Milliseconds that an answer of something between asks for: in seconds, or until a date. */
function waitOf({ headers }: PageAnswer): number {
  const asked = headers.get('retry-after') ?? '';
  const until = Date.parse(asked) - (Date.parse(headers.get('date') ?? '') || Date.now());
  const wait = /^\d+$/.test(asked) ? second * Number(asked) : until;
  return Number.isFinite(wait) ? Math.max(0, wait) : 0;
}
