import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeHref } from './safe-href.ts';

describe('safeHref', () => {
  test.each([
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['HTTP://Example.org', 'http://example.org/'],
    ['//example.org/a', 'https://example.org/a'],
    ['mailto:desk@example.org', 'mailto:desk@example.org'],
    ['/ar/articles/مقال?x=1#y', '/ar/articles/%D9%85%D9%82%D8%A7%D9%84?x=1#y'],
    ['/', '/'],
    [' https://example.org/ ', 'https://example.org/'],
    ['https://exa\nmple.org/', 'https://example.org/'],
    ['https://مثال.إختبار/', 'https://xn--mgbh0fb.xn--kgbechtv/'],
  ])('%j is %s', (address, href) => {
    expect(safeHref(address)).toBe(href);
  });

  test.each([
    [''],
    ['#top'],
    ['?q=1'],
    ['other.html'],
    ['../up'],
    ['javascript:alert(1)'],
    ['JaVaScRiPt:alert(1)'],
    ['java\tscript:alert(1)'],
    ['\u0001javascript:alert(1)'],
    ['javascript&colon;alert(1)'],
    ['vbscript:x'],
    ['data:text/html,<script>alert(1)</script>'],
    ['blob:https://example.org/x'],
    ['file:///etc/passwd'],
    ['https:example.org'],
    ['https://user:word@example.org/'],
    ['https://'],
    ['\\\\example.org'],
    ['/\\example.org'],
    ['/.//example.org'],
    [`https://example.org/${'a'.repeat(3_000)}`],
  ])('%j is text alone', (address) => {
    expect(safeHref(address)).toBeUndefined();
  });

  test('whatever comes out leads where a browser sees one of the three', () => {
    const piece = fc.constantFrom(
      'java',
      'script:',
      'http',
      's',
      ':',
      '/',
      '\\',
      '\t',
      '\u0000',
      'a.b',
      '@',
      '#',
      '.',
      '?',
      ' ',
      'mailto:',
      '%2f',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
          fc.webUrl(),
          fc.string(),
        ),
        (address) => {
          const href = safeHref(address);
          if (href === undefined) return;
          const { protocol, origin } = new URL(href, 'https://site.invalid');
          expect(['http:', 'https:', 'mailto:']).toContain(protocol);
          if (href.startsWith('/')) expect(origin).toBe('https://site.invalid');
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
