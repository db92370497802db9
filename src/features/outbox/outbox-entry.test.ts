import { describe, expect, test } from 'vitest';
import { parseEntry, storedEntry } from './outbox-entry.ts';
import type { Entry, Stage } from './outbox-state.ts';

const key = '0b8f3f0a-6a51-4c5e-9f0a-2f1d9c0e4b7a';
const words = { slug: 'مادة', parentId: 'p', name: 'سارة', text: 'نصّ\nآخر', written: 1 };
const written = (entry: Entry): unknown => JSON.parse(JSON.stringify(storedEntry(entry)));

const stages: Stage[] = [
  { is: 'waiting', tries: 2, next: 7 },
  { is: 'sending', tries: 1 },
  { is: 'paused', tries: 1, from: 1, until: 2 },
  { is: 'old' },
  { is: 'held', id: 'c', at: 3 },
  { is: 'published', id: 'c' },
];

describe('what the device keeps', () => {
  test.each(stages)('comes back as it was: %o', (stage) => {
    expect(parseEntry(key, written({ key, ...words, stage }))).toEqual({ key, ...words, stage });
  });

  test('a refusal comes back with its reason', () => {
    const errors = [{ field: 'text', code: 'too_long' }] as const;
    const problem = {
      type: 'x',
      title: 'Bad',
      status: 422,
      code: 'validation_failed',
      errors: [...errors],
    } as const;
    const entry: Entry = {
      key,
      ...words,
      stage: { is: 'refused', problem: { ...problem, errors: [...errors] } },
    };
    expect(parseEntry(key, written(entry))?.stage).toMatchObject({
      is: 'refused',
      problem: { code: 'validation_failed', status: 422, errors },
    });
  });

  test('words whose stage is not understood wait', () => {
    const entry = parseEntry(key, { v: 1, ...words, stage: { is: 'flying' }, more: true });
    expect(entry).toMatchObject({ ...words, stage: { is: 'waiting', tries: 0 } });
  });

  test.each([
    [key, null],
    [key, 'text'],
    [key, { v: 2, ...words }],
    [key, { v: 1, slug: 's', name: 'n' }],
    ['not-a-key', { v: 1, ...words }],
  ])('what another build wrote is none of ours: %s %o', (at, value) => {
    expect(parseEntry(at, value)).toBeUndefined();
  });
});
