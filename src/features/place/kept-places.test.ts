import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { forgetPlace, keepPlace, keptPlace, keptPlaces } from './kept-places.ts';

const place = { block: 'p-1', within: 0.5, read: 0.6 };
const store = new Map<string, string>();

beforeEach(() => {
  store.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => store.set(key, value),
  });
});

test('a place is kept, replaced and forgotten, each article’s by itself', () => {
  keepPlace('a', place);
  keepPlace('b', { ...place, block: 'p-2' });
  keepPlace('a', { ...place, read: 0.7 });
  expect(keptPlace('a')).toMatchObject({ ...place, read: 0.7 });
  expect(keptPlace('b')).toMatchObject({ block: 'p-2' });
  forgetPlace('a');
  expect(keptPlace('a')).toBeUndefined();
  expect(keptPlace('b')).toMatchObject({ block: 'p-2' });
});

test('of more than a hundred articles the one longest unread is forgotten', () => {
  for (let at = 0; at < 100; at += 1) keepPlace(`article-${at}`, place);
  keepPlace('article-0', place);
  keepPlace('article-100', place);
  expect(keptPlace('article-1')).toBeUndefined();
  expect(keptPlace('article-0')).toBeDefined();
  expect(keptPlace('article-100')).toBeDefined();
  expect(JSON.parse(store.get('riwaq.places') ?? '')).toHaveLength(100);
});

test('what is no place of ours is not believed', () => {
  const ours = { article: 'a', ...place };
  const { block: _, ...withoutBlock } = ours;
  const hostile = [
    null,
    1,
    'a',
    [],
    {},
    withoutBlock,
    { ...ours, article: 1 },
    { ...ours, block: {} },
    { ...ours, within: '0' },
    { ...ours, within: Number.NaN },
    { ...ours, read: -0.1 },
    { ...ours, read: 1.1 },
  ];
  expect(keptPlaces([...hostile, ours])).toEqual([ours]);
});

test('whatever stands in the storage, reading and keeping go on', { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      store.set('riwaq.places', text);
      expect(keptPlace('mine')).toBeUndefined();
      keepPlace('mine', place);
      expect(keptPlace('mine')).toMatchObject(place);
    }),
  );
});

test('storage that is denied or full breaks nothing', () => {
  const denied = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: denied, setItem: denied });
  keepPlace('a', place);
  forgetPlace('a');
  expect(keptPlace('a')).toBeUndefined();
});
