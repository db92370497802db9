import { expect, test } from 'vitest';
import { languageWords, loadLanguage, loadLateWords } from './i18n.ts';

test('the words of a language are loaded by themselves until those that come late are wanted', async () => {
  expect((await loadLanguage('fr')).has('site')).toBe(true);
  expect(languageWords('fr').has('writing')).toBe(false);
  expect(() => languageWords('he')).toThrow('not loaded');
});

// Whoever opens a panel and switches before it is there sees it in the language switched to.
test('a language switched to while late words are on their way comes with its own', async () => {
  const late = loadLateWords('ar');
  expect((await loadLanguage('he')).has('reader-settings')).toBe(true);
  // One that was loaded before has them too, when it is next asked for.
  expect((await loadLanguage('fr')).has('reader-settings')).toBe(true);
  await late;
  expect(languageWords('ar').has('reader-settings')).toBe(true);
});
