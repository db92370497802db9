import { expect, test } from 'vitest';
import { asCopy, emptied, offlineAt } from './documents.ts';

const frame = [
  '<html lang="ar" dir="rtl"><head><title>تعذّر فتح الصفحة – رواق</title></head><body>',
  '<div id="app"><div><a href="/ar/offline">العربية</a><a href="/en/offline">English</a><div></div></div></div>',
  '    <p id="spoken" role="status"></p>',
  '<script type="application/json" id="state">{"path":"/ar/offline","isOffline":true}</script>',
  '<script type="module" src="/assets/index.js"></script></body></html>',
].join('\n');

test('a copy says in its head of when it is, and is else as it was', () => {
  const time = '2026-11-27T10:00:00.000Z';
  const copy = asCopy(frame, time);
  expect(copy).toContain(`<meta name="x-riwaq-kept" content="${time}"></head>`);
  expect(copy.replace(/<meta[^>]*>/, '')).toBe(frame);
  expect(asCopy(frame, '"><script>')).not.toContain('<script>"');
});

test('the offline page takes the place of the page asked for, in each language', () => {
  const page = offlineAt(frame, 'ar', '/ar/articles/%D8%B3?utm=a&b=c');
  expect(page).toContain('"path":"/ar/articles/%D8%B3?utm=a&b=c"');
  expect(page).toContain('href="/ar/articles/%D8%B3?utm=a&amp;b=c"');
  expect(page).toContain('href="/en/articles/%D8%B3?utm=a&amp;b=c"');
  expect(page).not.toContain('/offline');
});

test('dollar signs of an address are signs', () => {
  expect(offlineAt(frame, 'ar', "/ar/x?$&$'")).toContain(`"path":"/ar/x?$&$'"`);
});

test('an emptied frame starts the application from nothing', () => {
  const empty = emptied(frame);
  expect(empty).toContain('<div id="app"></div>\n    <p id="spoken"');
  expect(empty).not.toContain('id="state"');
  expect(empty).not.toContain('تعذّر');
  expect(empty).toContain('<script type="module" src="/assets/index.js">');
});
