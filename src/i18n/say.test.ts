import { expect, test } from 'vitest';
import { createWords } from './say.ts';

const words = (code: string) => {
  const made = createWords(code);
  made.add('site', {
    skip: 'إلى المحتوى',
    titleOf: '{{page}} · {{site}} · {{page}}',
    notFound: { title: 'لا صفحة هنا' },
  });
  made.add('articles', { reading_zero: 'none', reading_one: 'one', reading_other: '{{number}} others' });
  return made;
};

test('a value stands in each of its places, whatever it is made of', () => {
  const say = words('ar').of('site');
  expect(say('titleOf', { page: '$& {{site}}', site: '$1' })).toBe('$& {{site}} · $1 · $& {{site}}');
  expect(say('notFound.title')).toBe('لا صفحة هنا');
});

test('nothing at all has words of its own in any language, other numbers the form of the language', () => {
  const counts = (code: string) =>
    [0, 1, 5].map((count) => words(code).of('articles')('reading', { count, number: count }));
  expect(counts('en')).toEqual(['none', 'one', '5 others']);
  // Turkish has the word for one, French for nothing too.
  expect(counts('tr')).toEqual(['none', 'one', '5 others']);
  const plain = createWords('fr');
  plain.add('articles', { reading_one: 'une', reading_other: '{{number}} autres' });
  expect(plain.of('articles')('reading', { count: 0, number: 0 })).toBe('une');
});

test('where the browser counts by a language that has other forms, the general one stands in', () => {
  // Arabic asks for `few` of 3, and nobody has written it.
  expect(words('ar').of('articles')('reading', { count: 3, number: 3 })).toBe('3 others');
});

test('a key without words is said itself', () => {
  const say = createWords('ar').of('site');
  expect(say('notFound.title')).toBe('notFound.title');
  expect(words('ar').has('problems')).toBe(false);
});
