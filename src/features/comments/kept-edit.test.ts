import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dropEdit, dropOldEdits, keepEdit, readEdit } from './kept-edit.ts';

/** A device's storage: what it keeps are its own names. */
class Kept {
  getItem(key: string): string | null {
    const text: unknown = Reflect.get(this, key);
    return typeof text === 'string' ? text : null;
  }
  setItem(key: string, text: string): void {
    Reflect.set(this, key, text);
  }
  removeItem(key: string): void {
    Reflect.deleteProperty(this, key);
  }
}

beforeEach(() => vi.stubGlobal('localStorage', new Kept()));
afterEach(() => vi.unstubAllGlobals());

test('an edit is kept by its comment until it is saved or left', () => {
  keepEdit('one', 'new words', 10);
  expect(readEdit('one')).toBe('new words');
  expect(readEdit('two')).toBeUndefined();
  dropEdit('one');
  expect(readEdit('one')).toBeUndefined();
});

test('what can be saved no more is forgotten, and nothing else', () => {
  keepEdit('over', 'too late', 10);
  keepEdit('open', 'in time', 11);
  localStorage.setItem('riwaq.edit.strange', '"words"');
  localStorage.setItem('riwaq.name', '"ريم"');
  dropOldEdits(10);
  expect(Object.keys(localStorage).toSorted()).toEqual(['riwaq.edit.open', 'riwaq.name']);
});

test('what others wrote there is no edit', () => {
  for (const text of ['{', 'null', '{"text":1,"until":2}', '{"text":"a"}']) {
    localStorage.setItem('riwaq.edit.one', text);
    expect(readEdit('one')).toBeUndefined();
  }
});

test('storage that is denied is no fault', () => {
  const deny = () => {
    throw new Error('denied');
  };
  vi.stubGlobal('localStorage', { getItem: deny, setItem: deny, removeItem: deny });
  keepEdit('one', 'words', 10);
  expect(readEdit('one')).toBeUndefined();
  expect(() => dropEdit('one')).not.toThrow();
  expect(() => dropOldEdits(0)).not.toThrow();
});
