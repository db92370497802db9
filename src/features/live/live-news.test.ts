import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshOf, hear, noNews, withoutShown } from './live-news.ts';

type Told = Parameters<typeof hear>[1];

const ids = ['a', 'b', 'c', 'd'];
const told: fc.Arbitrary<Told> = fc.record({
  type: fc.constantFrom('new', 'changed', 'removed'),
  id: fc.constantFrom(...ids),
  rootId: fc.constantFrom(...ids),
});

test('whatever is told in whatever order: only what is missing is fresh, only what is there is stale', () => {
  fc.assert(
    fc.property(fc.array(told), fc.subarray(ids), (events, shown) => {
      const has = (id: string) => shown.includes(id);
      const news = events.reduce((before, event) => hear(before, event, has), noNews);
      const last = new Map(
        events.filter(({ type }) => type !== 'changed').map((event) => [event.id, event.type]),
      );
      expect([...news.fresh.keys()].toSorted()).toEqual(
        ids.filter((id) => !has(id) && last.get(id) === 'new').toSorted(),
      );
      for (const id of news.stale) expect(has(id)).toBe(true);
      expect(events.reduce((before, event) => hear(before, event, has), news)).toEqual(news);
    }),
  );
});

test('answers count where what they answer is on the page or new itself', () => {
  const events: Told[] = [
    { type: 'new', id: 'top', rootId: 'top' },
    { type: 'new', id: 'below', rootId: 'top' },
    { type: 'new', id: 'answer', rootId: 'shown' },
    { type: 'new', id: 'deep', rootId: 'old' },
  ];
  const shown = new Set(['shown']);
  const has = (id: string) => shown.has(id);
  const news = events.reduce((before, event) => hear(before, event, has), noNews);
  expect(freshOf(news, has)).toEqual(['top', 'below', 'answer']);
  // Its writer's own, once the answer to the post has come.
  shown.add('top');
  expect(freshOf(news, has)).toEqual(['below', 'answer']);
  expect([...withoutShown(news, has).fresh.keys()]).toEqual(['below', 'answer', 'deep']);
  expect(withoutShown(news, () => false)).toBe(news);
});
