import { describe, expect, test } from 'vitest';
import { answerKey, answersFor, pageKey, standIn, wayOf, type Asked } from './ways.ts';

const here = 'https://news.example';
const one = { site: here, api: here };
const asked = (path: string, more: Partial<Asked> = {}): Asked => ({
  method: 'GET',
  mode: 'cors',
  url: new URL(path, here).href,
  accept: null,
  cache: 'default',
  ...more,
});
const opened = { mode: 'navigate', accept: 'text/html' };

describe('how a request is answered', () => {
  test.each([
    ['/', 'page'],
    ['/ar/', 'page'],
    ['/ar', 'page'],
    ['/en/articles/%D8%B3%D9%88%D9%82', 'page'],
    ['/ar/search?q=%D8%B3', 'page'],
    ['/ar/feed.xml', 'untouched'],
    ['/sitemap.xml', 'untouched'],
    ['/healthz', 'untouched'],
    ['/metrics', 'untouched'],
    ['/api/site', 'untouched'],
  ])('opened: %s is %s', (path, way) => {
    expect(wayOf(asked(path, opened), one)).toBe(way);
  });

  test.each([
    ['/assets/index-C9.js', 'file'],
    ['/fonts/markazi-text-arabic.woff2', 'file'],
    ['/wordmark.svg?v=0a1b', 'file'],
    ['/wordmark.svg', 'untouched'],
    ['/pictures/0123-480.webp', 'picture'],
    ['/service-worker.js', 'untouched'],
    ['/api/site', 'answer'],
    ['/api/front', 'answer'],
    ['/api/articles/a', 'answer'],
    ['/api/articles/a/comments', 'answer'],
    ['/api/articles/a/comments?order=newest', 'answer'],
    ['/api/articles/a/comments?order=oldest', 'untouched'],
    ['/api/articles/a/comments?cursor=x', 'untouched'],
    ['/api/articles?section=world', 'answer'],
    ['/api/articles?section=world&cursor=x', 'untouched'],
    ['/api/articles?q=x', 'untouched'],
    ['/api/pages/about?lang=ar', 'answer'],
    ['/api/articles/a/mine', 'untouched'],
    ['/api/articles/a/events', 'untouched'],
    ['/api/comments/1', 'untouched'],
    ['https://elsewhere.example/assets/x.js', 'untouched'],
    ['https://elsewhere.example/api/site', 'untouched'],
  ])('fetched: %s is %s', (path, way) => {
    expect(wayOf(asked(path), one)).toBe(way);
  });

  test('what is not asked for by GET, and what asks the network alone, is untouched', () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'HEAD']) {
      expect(wayOf(asked('/api/articles/a/comments', { method }), one)).toBe('untouched');
      expect(wayOf(asked('/ar/', { ...opened, method }), one)).toBe('untouched');
    }
    for (const cache of ['no-store', 'reload'])
      expect(wayOf(asked('/assets/index.js', { cache }), one)).toBe('untouched');
    expect(wayOf(asked('/api/front', { accept: 'text/event-stream' }), one)).toBe('untouched');
  });

  test('an API elsewhere is answered for too, and nothing else of its host', () => {
    const api = 'https://api.example';
    const apart = { site: here, api };
    expect(wayOf(asked(`${api}/api/site`), apart)).toBe('answer');
    expect(wayOf(asked(`${here}/api/site`), apart)).toBe('untouched');
    expect(wayOf(asked(`${api}/assets/x.js`), apart)).toBe('untouched');
  });
});

describe('under which address a page is kept', () => {
  test.each([
    ['/ar', '/ar/'],
    ['/ar/articles/a', '/ar/articles/a'],
    ['/ar/articles/a?utm_source=x&fbclid=y#c', '/ar/articles/a'],
    ['/ar/articles/a?posted=1', undefined],
    ['/ar/articles/a?comment=1', undefined],
    ['/ar/articles/a?liked=1', undefined],
    ['/ar/search?q=x', undefined],
    ['/ar/?after=x', undefined],
    ['/', undefined],
    ['/ar/offline', undefined],
  ])('%s under %s', (path, key) => {
    expect(pageKey(new URL(path, here).href)).toBe(key);
  });

  test.each([
    // The article's copy is better than nothing for one of its comments.
    ['/ar/articles/a?comment=1', '/ar/articles/a'],
    ['/ar/articles/a?posted=1', '/ar/articles/a'],
    // The newest are not the older ones that were asked for, nor what was searched.
    ['/ar/sections/world?after=x', undefined],
    ['/ar/search?q=x', undefined],
  ])('%s is stood in for by %s', (path, key) => {
    expect(standIn(new URL(path, here).href)).toBe(key);
  });
});

describe('answers and pages', () => {
  test.each([
    ['/ar/', '/api/front'],
    ['/en/articles/%D8%B3', '/api/articles/%D8%B3'],
    ['/ar/sections/%D8%B3', '/api/articles?section=%D8%B3'],
    ['/ar/pages/about', '/api/pages/about?lang=ar'],
    ['/ar/search', undefined],
    ['/xx/', undefined],
  ])('%s is put together from %s', (path, key) => {
    expect(answersFor(path)).toBe(key);
  });

  test('the beginning of a list is one, however many of it were asked for', () => {
    for (const query of ['', '?order=newest', '?limit=20', '?order=newest&limit=5'])
      expect(answerKey(`${here}/api/articles/a/comments${query}`)).toBe('/api/articles/a/comments');
  });
});
