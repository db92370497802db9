import { expect, test } from 'vitest';
import { most, surplusAnswers, surplusFiles, surplusPages, surplusPictures } from './surplus.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

test('of pages the longest unvisited go; fronts are not counted', () => {
  const articles = numbers(most.pages + 2).map((n) => `/ar/articles/${n}`);
  expect(surplusPages(['/ar/', ...articles, '/en/'])).toEqual(['/ar/articles/0', '/ar/articles/1']);
  expect(surplusPages(articles.slice(2))).toEqual([]);
});

test('an article’s answer goes with its comments; the site, the front and lists stay', () => {
  const own = ['/api/site', '/api/front', '/api/articles?section=world', '/api/pages/about?lang=ar'];
  const articles = numbers(most.articles + 1).flatMap((n) => [
    `/api/articles/${n}`,
    `/api/articles/${n}/comments`,
  ]);
  expect(surplusAnswers([...own, ...articles])).toEqual(['/api/articles/0', '/api/articles/0/comments']);
  expect(surplusAnswers([...own, ...articles.slice(2)])).toEqual([]);
});

test('comments kept before their article go with it', () => {
  const rest = numbers(most.articles).map((n) => `/api/articles/${n}`);
  expect(surplusAnswers(['/api/articles/x/comments', '/api/articles/x', ...rest])).toEqual([
    '/api/articles/x/comments',
    '/api/articles/x',
  ]);
});

test('of pictures the longest unseen go', () => {
  const pictures = numbers(most.pictures + 1).map(String);
  expect(surplusPictures(pictures)).toEqual(['0']);
});

test('files of this build and of the two before it stay, and every other store', () => {
  const names = ['riwaq.files.a', 'riwaq.pages', 'riwaq.files.b', 'other', 'riwaq.files.c', 'riwaq.files.d'];
  expect(surplusFiles(names, 'riwaq.files.d')).toEqual(['riwaq.files.a']);
  // Back to an older build: it is the current one, wherever it stands.
  expect(surplusFiles(names, 'riwaq.files.a')).toEqual(['riwaq.files.b']);
  expect(surplusFiles(['riwaq.files.a', 'riwaq.files.b'], 'riwaq.files.b')).toEqual([]);
});
