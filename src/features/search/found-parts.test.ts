import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foundParts } from './found-parts.ts';

const found = (text: string, query: string) =>
  foundParts(text, query)
    .filter((part) => part.found)
    .map((part) => part.text);

test.each([
  ['رحلة أحمد إلى بيروت', 'احمد', ['أحمد']],
  ['قال أَحْمَدُ ومضى', 'احمد', ['أَحْمَدُ']],
  ['مدينة بيروت', 'مدينه', ['مدينة']],
  ['والمكتبة مضاءة', 'مكتبة', ['والمكتبة']],
  ['لبنان ولبنان', 'لبنان', ['لبنان', 'ولبنان']],
  ['كتاب وكتابان', 'كتاب', ['كتاب']],
  ['مكاتب ومكتبات ومكتب', 'ومكتب', ['ومكتبات', 'ومكتب']],
  ['Printing and print', 'prin', ['Printing', 'print']],
  ['العـــربية', 'العربية', ['العـــربية']],
  ['عام ٢٠٢٦', '2026', ['٢٠٢٦']],
  ['Beirut, then beirut’s port', 'BEIRUT', ['Beirut', 'beirut']],
  ['می‌شود', 'میشود', ['می‌شود']],
  ['a (b) c', '(b)', ['b']],
  ['سوق الورّاقين: بغداد', 'بغداد الوراقين', ['الورّاقين', 'بغداد']],
  ['لا شيء هنا', 'بيروت', []],
  ['لا شيء هنا', '؟!', []],
  ['', 'بيروت', []],
])('in %s a search for %s finds %j', (text, query, words) => {
  expect(found(text, query)).toEqual(words);
});

test('the parts are the text, whole and in order', { timeout: 30_000 }, () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({
      maxLength: 30,
      unit: fc.constantFrom('أ', 'ا', 'ح', 'م', 'د', 'َ', 'ـ', ' ', 'و', '-', '🕌', '\u200c'),
    }),
  );
  fc.assert(
    fc.property(text, text, (of, query) => {
      const parts = foundParts(of, query);
      expect(parts.map((part) => part.text).join('')).toBe(of);
      expect(parts.every((part) => part.text !== '')).toBe(true);
    }),
  );
});
