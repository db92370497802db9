import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as Choices from './reading-choices.ts';

let choices: typeof Choices;
let kept: Map<string, string>;

/** A device; `full` refuses to keep anything more. */
function device(full = false) {
  kept = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (full) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
  });
}

beforeEach(async () => {
  vi.resetModules();
  choices = await import('./reading-choices.ts');
});
afterEach(() => vi.unstubAllGlobals());

test('what is kept is read again', () => {
  device();
  const chosen = { ...choices.unchosen, theme: 'sepia', size: '6', calendar: 'both' } as const;
  expect(choices.keepChoices(chosen)).toBe(true);
  expect(choices.readChoices()).toEqual(chosen);
});

test.each([
  'null',
  '"sepia"',
  '[]',
  '{',
  '{"theme":"pink","size":3,"spacing":"__proto__","face":["device"],"marks":{"hidden":true}}',
])('%s on the device counts as nothing chosen', (text) => {
  device();
  kept.set('riwaq.reading', text);
  expect(choices.readChoices()).toEqual(choices.unchosen);
});

test('one value that is none of ours takes no other along', () => {
  device();
  kept.set('riwaq.reading', '{"theme":"pink","marks":"hidden"}');
  expect(choices.readChoices()).toEqual({ ...choices.unchosen, marks: 'hidden' });
});

test('a full device keeps nothing, and the visit does', () => {
  device(true);
  const chosen = { ...choices.unchosen, digits: 'latn' } as const;
  expect(choices.keepChoices(chosen)).toBe(false);
  expect(choices.readChoices()).toEqual(chosen);
});

test('without any storage too', () => {
  vi.stubGlobal('localStorage', undefined);
  expect(choices.readChoices()).toEqual(choices.unchosen);
  expect(choices.keepChoices(choices.unchosen)).toBe(false);
});
