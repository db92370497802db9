import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atRest, isNews, nextLink, tries, waitOf, type LinkEvent, type LinkState } from './link-state.ts';

const event: fc.Arbitrary<LinkEvent> = fc.oneof(
  fc.record({ type: fc.constant('wanted' as const), wanted: fc.boolean() }),
  fc.record({ type: fc.constant('leading' as const), leads: fc.boolean() }),
  fc.record({ type: fc.constantFrom('hello' as const, 'told' as const), version: fc.nat(20) }),
  fc.record({ type: fc.constantFrom('failed' as const, 'due' as const, 'online' as const) }),
);
const walk = fc.array(event, { maxLength: 60 });
const after = (events: readonly LinkEvent[], from: LinkState = atRest) => events.reduce(nextLink, from);
const active = after([
  { type: 'wanted', wanted: true },
  { type: 'leading', leads: true },
]);

test('whatever happens, there is a link where one is wanted of the leader, and nowhere else', () => {
  fc.assert(
    fc.property(walk, (events) => {
      const state = after(events);
      expect(state.link !== 'closed').toBe(state.wanted && state.leads);
      expect(waitOf(state, 0.5) === undefined || state.link !== 'closed').toBe(true);
    }),
  );
});

test('what was heard is never taken back but by the server’s own word', () => {
  fc.assert(
    fc.property(walk, event, (events, last) => {
      const before = after(events);
      const now = nextLink(before, last);
      if (last.type === 'hello') expect(now.at).toBe(last.version);
      else if (last.type !== 'told') expect(now.at).toBe(before.at);
      else if (isNews(before, last.version)) expect(now.at).toBe(last.version);
      else expect(now).toBe(before);
    }),
  );
});

test('no order of events leaves a leader without a way on: time alone leads to a try of the stream', () => {
  fc.assert(
    fc.property(walk, (events) => {
      let state = after([...events, { type: 'wanted', wanted: true }, { type: 'leading', leads: true }]);
      if (state.link === 'open') return;
      for (let turn = 0; turn < tries.list + 1 && state.link !== 'opening'; turn += 1) {
        expect(waitOf(state, 0)).toBeGreaterThan(0);
        state = nextLink(state, { type: 'due' });
      }
      expect(state.link).toBe('opening');
    }),
  );
});

test('tries grow apart, then the list is asked, then the stream is tried again', () => {
  let state = active;
  const waits: number[] = [];
  for (let failure = 1; failure < tries.stream; failure += 1) {
    state = nextLink(state, { type: 'failed' });
    expect(state.link).toBe('waiting');
    waits.push(waitOf(state, 0.5) ?? 0);
    state = nextLink(state, { type: 'due' });
  }
  expect(waits).toEqual([2_000, 4_000, 8_000]);
  state = nextLink(state, { type: 'failed' });
  expect(state.link).toBe('polling');
  expect([waitOf(state, 0), waitOf(state, 1)]).toEqual([22_500, 67_500]);
  for (let poll = 1; poll < tries.list; poll += 1) state = nextLink(state, { type: 'due' });
  expect(state.link).toBe('polling');
  state = nextLink(state, { type: 'due' });
  expect(state.link).toBe('opening');
  // Still given up: one failure is enough to ask the list again.
  expect(nextLink(state, { type: 'failed' }).link).toBe('polling');
});

test('a stream that holds is trusted again; one that only greets is not', () => {
  const hello = { type: 'hello', version: 1 } as const;
  const greeted = after([{ type: 'failed' }, { type: 'due' }, hello], active);
  expect([greeted.link, greeted.failures]).toEqual(['open', 1]);
  expect(after([{ type: 'failed' }], greeted).failures).toBe(2);
  const held = after([{ type: 'due' }], greeted);
  expect([held.failures, waitOf(held, 0)]).toEqual([0, undefined]);
});

test('a stream that says nothing, and one of a network that is gone, are opened anew', () => {
  expect(after([{ type: 'due' }], active).link).toBe('waiting');
  const open = after([{ type: 'hello', version: 1 }], active);
  expect(after([{ type: 'online' }], open).link).toBe('opening');
});
