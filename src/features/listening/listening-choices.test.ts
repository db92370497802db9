import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepSpeed, keepVoice, readListeningChoices } from './listening-choices.ts';

const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});
afterEach(() => void vi.unstubAllGlobals());

test('speed and the voice of each language are kept side by side', () => {
  expect(readListeningChoices()).toEqual({ speed: 1, voices: {} });
  keepVoice('ar-LB', 'Leila');
  keepSpeed(1.5);
  keepVoice('en', 'Daniel');
  expect(readListeningChoices()).toEqual({ speed: 1.5, voices: { ar: 'Leila', en: 'Daniel' } });
});

test('what somebody else has written there is passed over', () => {
  for (const text of [
    '{',
    'null',
    '7',
    '[]',
    '{"speed":9,"voices":7}',
    '{"speed":"1.5","voices":{"ar":{}}}',
  ]) {
    kept.set('riwaq.listening', text);
    expect({ text, ...readListeningChoices() }).toEqual({ text, speed: 1, voices: {} });
  }
});

test('storage that is denied leaves the usual', () => {
  vi.stubGlobal('localStorage', undefined);
  keepSpeed(2);
  expect(readListeningChoices().speed).toBe(1);
});
