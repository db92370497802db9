import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linksIn } from './links-in.ts';

const linked = (text: string) =>
  linksIn(text).flatMap(({ text, href }) => (href === undefined ? [] : [[text, href]]));

describe('linksIn', () => {
  test.each([
    ['انظر https://example.com/a?b=1#c هنا', 'https://example.com/a?b=1#c', undefined],
    ['(https://example.com/a)، ثم', 'https://example.com/a', undefined],
    [
      'https://ar.wikipedia.org/wiki/الخط_(فن) وغيره',
      'https://ar.wikipedia.org/wiki/الخط_(فن)',
      'https://ar.wikipedia.org/wiki/%D8%A7%D9%84%D8%AE%D8%B7_(%D9%81%D9%86)',
    ],
    ['www.example.com؟', 'www.example.com', 'https://www.example.com/'],
    ['HTTPS://Example.COM/Ab.', 'https://example.com/Ab', undefined],
    ['https://аpple.com/id', 'https://xn--pple-43d.com/id', undefined],
    ['https://رواق.example/أ', 'https://xn--mgbt6cwa.example/أ', 'https://xn--mgbt6cwa.example/%D8%A3'],
    ['«https://example.com»', 'https://example.com', 'https://example.com/'],
    ['http://example.com:8080/', 'http://example.com:8080/', undefined],
  ])('%s', (text, shown, href) => {
    expect(linked(text)).toEqual([[shown, href ?? shown]]);
  });

  test.each([
    'https://user:secret@example.com/',
    'https://example.com@evil.example/',
    'http://localhost/',
    'https://',
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.com/',
    'كتبhttps://example.com',
    'https://exa mple',
    'www.',
    'https://[::1]/',
    'a@www.example.com',
  ])('%s is left as words', (text) => {
    expect(linked(text)).toEqual([]);
  });

  test('what is not seen ends an address', () => {
    expect(linked('https://example.com/\u202egpj.exe')[0]?.[0]).toBe('https://example.com/');
    expect(linked('https://exa\u200bmple.com/')).toEqual([]);
  });

  test('nothing of a text is lost, and no address leads anywhere but to the web', () => {
    const part = fc.constantFrom(
      'https://',
      'www.',
      'a.b',
      '/',
      ')',
      '(',
      ' ',
      '،',
      'ب',
      '@',
      ':',
      '?',
      'xn--',
      '\u202e',
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(part, { maxLength: 20 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (written) => {
        const pieces = linksIn(written);
        for (const { href } of pieces) if (href !== undefined) expect(href).toMatch(/^https?:\/\/[^@\s/]+\//);
        // Hosts are said anew; all other words are the writer's.
        const others = pieces.filter(({ href }) => href === undefined).map((piece) => piece.text);
        let at = 0;
        for (const other of others) {
          at = written.indexOf(other, at);
          expect(at).toBeGreaterThanOrEqual(0);
          at += other.length;
        }
        if (others.length === pieces.length) expect(others.join('')).toBe(written);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each(['https://a', 'www.', ')', 'https://a.b/)', '(', 'https://a.b/('])(
    'fifty thousand signs of %j are answered',
    (unit) => {
      expect(linksIn(unit.repeat(50_000 / unit.length)).length).toBeGreaterThan(0);
      expect(linksIn(`https://a.b/${unit.repeat(50_000 / unit.length)}`).length).toBeGreaterThan(0);
    },
  );
});
