import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languageCodes } from './languages.ts';
import { commentAnchor, inLanguage, languageOfPath, paths } from './paths.ts';

describe('paths', () => {
  test('slugs are percent-encoded', () => {
    expect(paths.front('ar')).toBe('/ar/');
    expect(paths.section('en', 'رأي')).toBe('/en/sections/%D8%B1%D8%A3%D9%8A');
    expect(paths.article('ar', 'سوق-٢')).toBe('/ar/articles/%D8%B3%D9%88%D9%82-%D9%A2');
    expect(paths.article('ar', 'a/b?c#d&e')).toBe('/ar/articles/a%2Fb%3Fc%23d%26e');
    expect(paths.search('ar')).toBe('/ar/search');
    expect(paths.search('en', 'a & ب')).toBe('/en/search?q=a%20%26%20%D8%A8');
    expect(commentAnchor('7')).toBe('comment-7');
  });

  test('any slug is one segment of the address and comes back whole', { timeout: 30_000 }, () => {
    const slug = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/^\.{1,2}$/.test(text));
    fc.assert(
      fc.property(slug, fc.constantFrom(...languageCodes), (of, lang) => {
        for (const path of [paths.article(lang, of), paths.section(lang, of)]) {
          const { pathname, search, hash } = new URL(path, 'https://riwaq.example');
          expect(`${search}${hash}`).toBe('');
          expect(pathname).toBe(path);
          expect(decodeURIComponent(pathname.split('/')[3] ?? '')).toBe(of);
          expect(pathname.split('/')).toHaveLength(4);
        }
      }),
    );
  });
});

describe('languageOfPath', () => {
  test.each([
    ['/ar/', 'ar'],
    ['/ar', 'ar'],
    ['/en/articles/ar', 'en'],
    ['/', undefined],
    ['', undefined],
    ['/de/', undefined],
    ['/AR/', undefined],
    ['/arabic/', undefined],
    ['//ar/', undefined],
    ['/constructor/', undefined],
    ['/api/ar', undefined],
  ])('%j: %s', (path, lang) => {
    expect(languageOfPath(path)).toBe(lang);
  });
});

describe('inLanguage', () => {
  test.each([
    ['/ar/', 'en', '/en/'],
    ['/ar', 'en', '/en'],
    ['/ar/', 'ar', '/ar/'],
    ['/en/articles/ar-en', 'ar', '/ar/articles/ar-en'],
    ['/ar/articles/%D8%B1/ar/', 'en', '/en/articles/%D8%B1/ar/'],
    ['/', 'ar', '/ar/'],
    ['/de/articles/x', 'en', '/en/'],
    ['//ar/x', 'en', '/en/'],
  ] as const)('%j in %s: %j', (path, lang, there) => {
    expect(inLanguage(path, lang)).toBe(there);
  });

  test('there and back again', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('/', 'ar', 'en', 'x', '%D8%B1', '-'), maxLength: 6 }),
        (rest) => {
          expect(inLanguage(inLanguage(`/ar${rest}`, 'en'), 'ar')).toBe(
            languageOfPath(`/ar${rest}`) === 'ar' ? `/ar${rest}` : '/ar/',
          );
        },
      ),
    );
  });
});
