import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Comment } from '#contract/comment';
import type { Problem } from '#contract/problem';
import {
  dueTime,
  isLongAgo,
  mostTries,
  rest,
  step,
  type Entry,
  type OutboxEvent,
  type Stage,
} from './outbox-state.ts';

const day = 24 * 60 * 60 * 1000;
const today = Date.UTC(2026, 10, 27);

const comment = (state: Comment['state']): Comment => ({
  id: 'c',
  articleId: 'a',
  author: { name: 'سارة', staff: false },
  text: 'نصّ',
  createdAt: '2026-11-27T12:00:00Z',
  state,
  likes: { count: 0 },
  replies: [],
  replyCount: 0,
});
const problem: Problem = { type: 'about:blank', title: '', status: 422, code: 'validation_failed' };

const entryAt = (stage: Stage): Entry => ({
  key: 'k',
  slug: 's',
  name: 'سارة',
  text: 'نصّ',
  written: today,
  stage,
});
const fresh = entryAt({ is: 'waiting', tries: 0, next: today });

/** Events with the time that passes before each. */
const events = fc.array(
  fc.record({
    after: fc.integer({ min: 0, max: 10_000 }),
    event: fc.oneof(
      fc
        .constantFrom('sign', 'ask', 'gone', 'begin', 'aged', 'refused', 'kept', 'held')
        .map((type) => ({ type })),
      fc.record({ type: fc.constant('passing'), pause: fc.integer({ min: 0, max: 8_000 }) }),
      fc.record({ type: fc.constant('limited'), wait: fc.integer({ min: 1, max: 60_000 }) }),
    ),
  }),
  { maxLength: 60 },
);
type Drawn = { type: string; pause?: number; wait?: number };

function eventOf({ type, pause = 0, wait = 0 }: Drawn, now: number): OutboxEvent {
  switch (type) {
    case 'sign':
    case 'gone':
    case 'begin':
      return { type, now };
    case 'ask':
      return { type, now, today: now };
    case 'passing':
      return { type, now, pause };
    case 'limited':
      return { type, now, wait };
    case 'refused':
      return { type, problem };
    case 'aged':
      return { type };
    default:
      return { type: 'kept', comment: comment(type === 'held' ? 'pending' : 'published'), now };
  }
}

/** Every step of a story, with its event and its moment. */
function story(drawn: readonly { after: number; event: Drawn }[]) {
  let now = today;
  let entry = fresh;
  return drawn.map(({ after, event: one }) => {
    now += after;
    const event = eventOf(one, now);
    const before = entry;
    entry = step(before, event);
    return { before, event, after: entry, now };
  });
}

describe('no sequence of events', () => {
  const holds = (check: (steps: ReturnType<typeof story>) => void) =>
    fc.assert(
      fc.property(events, (drawn) => check(story(drawn))),
      { numRuns: 500 },
    );

  test('changes the words or the key', () => {
    holds((steps) => {
      for (const { after } of steps)
        expect(after).toMatchObject({ key: 'k', slug: 's', name: 'سارة', text: 'نصّ' });
    });
  });

  test('begins a sending while another is under way, before its time, or unasked once refused, old or kept', () => {
    holds((steps) => {
      for (const { before, event, after, now } of steps) {
        if (after.stage.is !== 'sending' || before.stage.is === 'sending') continue;
        expect(event.type).toBe('begin');
        expect(['waiting', 'paused']).toContain(before.stage.is);
        expect(dueTime(before.stage, now)).toBe(now);
      }
    });
  });

  test('leaves refused or old without its writer, but for what the server has', () => {
    holds((steps) => {
      for (const { before, event, after } of steps)
        if (
          (before.stage.is === 'refused' || before.stage.is === 'old') &&
          after.stage.is !== before.stage.is
        )
          expect(['ask', 'kept']).toContain(event.type);
    });
  });

  test('tries more than three times in a row, without a rest, a sign or its writer', () => {
    holds((steps) => {
      let row: number[] = [];
      for (const { before, event, after, now } of steps) {
        if (['sign', 'ask', 'gone'].includes(event.type)) row = [];
        if (before.stage.is === 'sending' || after.stage.is !== 'sending') continue;
        row.push(now);
        const fourth = row.at(-1 - mostTries);
        if (fourth !== undefined) expect(now - fourth).toBeGreaterThanOrEqual(rest);
      }
    });
  });

  test('sends before the end of a limit, or ends it earlier', () => {
    holds((steps) => {
      for (const { before, after, now } of steps)
        if (before.stage.is === 'paused' && (after.stage.is === 'sending' || after.stage.is === 'waiting'))
          expect(now).toBeGreaterThanOrEqual(before.stage.until);
    });
  });

  test('goes on from published, or sends again what the server has', () => {
    holds((steps) => {
      let isKept = false;
      for (const { event, after } of steps) {
        isKept ||= event.type === 'kept';
        if (isKept) expect(['held', 'published']).toContain(after.stage.is);
      }
    });
  });
});

describe('times', () => {
  test('a clock set back holds nothing up', () => {
    const waiting: Stage = { is: 'waiting', tries: 1, next: today };
    expect(dueTime(waiting, today - 1_000)).toBe(today);
    expect(dueTime(waiting, today - day)).toBe(today - day);
    const paused: Stage = { is: 'paused', tries: 1, from: today, until: today + 30_000 };
    expect(dueTime(paused, today + 29_999)).toBe(today + 30_000);
    expect(dueTime(paused, today - day)).toBe(today - day);
  });

  test.each([
    ['eight days', today - 8 * day, true],
    ['six days', today - 6 * day, false],
    ['a clock never set', 0, false],
    ['a clock set back since', today + 365 * day, false],
  ])('%s ago', (_, written, isLong) => {
    expect(isLongAgo(written, today)).toBe(isLong);
  });

  test('an old one that its writer sends is of today', () => {
    const asked = step(entryAt({ is: 'old' }), { type: 'ask', now: 5, today: today + day });
    expect(asked).toMatchObject({ written: today + day, stage: { is: 'waiting', next: 5 } });
  });
});
