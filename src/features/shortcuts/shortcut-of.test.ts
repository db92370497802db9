import { expect, test } from 'vitest';
import { shortcutIn, shortcutOf } from './shortcut-of.ts';

const shift = true;

test.each([
  // layout, key, code, shift, shortcut
  ['QWERTY', 'j', 'KeyJ', !shift, 'j'],
  ['QWERTY', 'k', 'KeyK', !shift, 'k'],
  ['QWERTY', '/', 'Slash', !shift, '/'],
  ['QWERTY', '?', 'Slash', shift, '?'],
  ['QWERTY, Caps Lock', 'J', 'KeyJ', !shift, 'j'],
  ['QWERTY', 'J', 'KeyJ', shift, undefined],
  ['QWERTY', 'q', 'KeyQ', !shift, undefined],
  ['QWERTY', '.', 'Period', !shift, undefined],
  ['QWERTY, number pad', '/', 'NumpadDivide', !shift, '/'],
  ['Arabic 101', 'ت', 'KeyJ', !shift, 'j'],
  ['Arabic 101', 'ن', 'KeyK', !shift, 'k'],
  ['Arabic 101', 'خ', 'KeyO', !shift, 'o'],
  ['Arabic 101', 'ى', 'KeyN', !shift, 'n'],
  ['Arabic 101', 'ح', 'KeyP', !shift, 'p'],
  ['Arabic 101', 'ؤ', 'KeyC', !shift, 'c'],
  ['Arabic 101', 'س', 'KeyS', !shift, 's'],
  ['Arabic 101', 'م', 'KeyL', !shift, 'l'],
  ['Arabic 101', 'ف', 'KeyT', !shift, 't'],
  ['Arabic 101', 'ع', 'KeyU', !shift, 'u'],
  ['Arabic 101', 'ا', 'KeyH', !shift, 'h'],
  ['Arabic 101', 'ظ', 'Slash', !shift, '/'],
  ['Arabic 101', '؟', 'Slash', shift, '?'],
  ['Arabic 101, tatweel', 'ـ', 'KeyJ', shift, undefined],
  ['Arabic 101, alef with hamza', 'أ', 'KeyH', shift, undefined],
  ['Arabic 101', 'ض', 'KeyQ', !shift, undefined],
  ['Arabic of a Mac, slash above the digits', '/', 'Digit7', shift, '/'],
  ['Persian', 'ت', 'KeyJ', !shift, 'j'],
  ['Persian', 'ن', 'KeyK', !shift, 'k'],
  ['Persian', '/', 'Slash', !shift, '/'],
  ['Persian', '؟', 'Slash', shift, '?'],
  ['Hebrew', 'ח', 'KeyJ', !shift, 'j'],
  ['Hebrew', 'ל', 'KeyK', !shift, 'k'],
  // Two places for one: the sign where it is written, and the place that bears it in Latin.
  ['Hebrew', '/', 'KeyQ', !shift, '/'],
  ['Hebrew', '.', 'Slash', !shift, '/'],
  ['Hebrew', '?', 'Slash', shift, '?'],
  ['Cyrillic', 'о', 'KeyJ', !shift, 'j'],
  ['AZERTY', 'j', 'KeyJ', !shift, 'j'],
  ['AZERTY', '?', 'KeyM', shift, '?'],
  ['AZERTY', '/', 'Period', shift, '/'],
  ['AZERTY', '!', 'Slash', !shift, '/'],
  ['AZERTY', '§', 'Slash', shift, '?'],
  ['QWERTZ', '?', 'Minus', shift, '?'],
  ['QWERTZ', '/', 'Digit7', shift, '/'],
  // A Latin letter counts by what it writes: on Dvorak the place of J bears H.
  ['Dvorak', 'j', 'KeyC', !shift, 'j'],
  ['Dvorak', 'h', 'KeyJ', !shift, 'h'],
  ['Dvorak', 'z', 'Slash', !shift, undefined],
  ['Dvorak', '/', 'BracketLeft', !shift, '/'],
  ['a layout that names no key', 'Unidentified', 'KeyJ', !shift, 'j'],
  ['keys that write nothing', 'Enter', 'Enter', !shift, undefined],
  ['keys that write nothing', 'Shift', 'ShiftLeft', shift, undefined],
])('%s: %s at %s, shift %s: %s', (_, key, code, shiftKey, shortcut) => {
  expect(shortcutOf({ key, code, shiftKey })).toBe(shortcut);
});

const event = (given: { held?: string; repeat?: boolean; isComposing?: boolean; code?: string }) => ({
  key: 'ت',
  code: given.code ?? 'KeyJ',
  shiftKey: false,
  repeat: given.repeat ?? false,
  isComposing: given.isComposing ?? false,
  getModifierState: (name: string) => name === given.held,
});

test('a key alone, once', () => {
  expect(shortcutIn(event({}))).toBe('j');
  expect(shortcutIn(event({ held: 'CapsLock' }))).toBe('j');
});

test.each(['Control', 'Alt', 'Meta', 'AltGraph'])('never with %s', (held) => {
  expect(shortcutIn(event({ held }))).toBeUndefined();
});

test('never in the middle of a word that is being composed', () => {
  expect(shortcutIn(event({ isComposing: true }))).toBeUndefined();
});

test('held, only the two that step', () => {
  const repeated = ['KeyJ', 'KeyK', 'KeyO', 'KeyC', 'KeyN', 'Slash'].map((code) =>
    shortcutIn(event({ code, repeat: true })),
  );
  expect(repeated).toEqual(['j', 'k', undefined, undefined, undefined, undefined]);
});
