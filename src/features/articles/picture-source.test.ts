import { afterEach, expect, test } from 'vitest';
import { connect } from '#platform/client.ts';
import { pictureSource } from './picture-source.ts';

const at = (base: string) => connect({ base, fetch: (url, init) => fetch(url, init) });
afterEach(() => at(''));

test.each([
  [
    '/pictures/0af-1600.webp',
    1_600,
    '/pictures/0af-480.webp 480w, /pictures/0af-960.webp 960w, /pictures/0af-1600.webp 1600w',
  ],
  ['/pictures/0af-700.webp', 700, '/pictures/0af-480.webp 480w, /pictures/0af-700.webp 700w'],
  ['/pictures/0af-480.webp', 480, '/pictures/0af-480.webp 480w'],
  ['/pictures/0af-9.webp', 9, '/pictures/0af-9.webp 9w'],
])('the copies of %s, %i wide', (src, width, srcSet) => {
  expect(pictureSource({ src, width })).toEqual({ src, srcSet });
});

test('a static build has them of the API’s host', () => {
  at('https://api.example.org');
  expect(pictureSource({ src: '/pictures/0af-9.webp', width: 9 })).toEqual({
    src: 'https://api.example.org/pictures/0af-9.webp',
    srcSet: 'https://api.example.org/pictures/0af-9.webp 9w',
  });
});

test('any other picture is had where it says', () => {
  expect(pictureSource({ src: 'https://example.org/a.png', width: 900 })).toEqual({
    src: 'https://example.org/a.png',
  });
});
