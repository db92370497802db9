import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { directionOfText } from './direction.ts';

const mebi = 1024 * 1024;

describe('directionOfText, whatever comes', () => {
  const word = fc.constantFrom(
    'سلام',
    'hello',
    '@john',
    '#بيروت',
    'https://a.b',
    'a@b.c',
    '٣',
    '👍',
    'שלום',
    '!',
  );
  const text = fc.oneof(
    fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'binary-ascii' }),
  );

  test('digits and emoji before a text change nothing', { timeout: 30_000 }, () => {
    const prefix = fc.array(fc.constantFrom('1', '٢', '۳', '👍', '🇱🇧', '👨‍👩‍👧', '1️⃣', '#️⃣', '—'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(text, prefix, (of, before) => {
        expect(directionOfText(`${before.join('')} ${of}`)).toBe(directionOfText(of));
      }),
      { numRuns: 500 },
    );
  });

  test(
    'any text, lone surrogates too, has an answer that the text itself bears out',
    { timeout: 30_000 },
    () => {
      fc.assert(
        fc.property(
          fc.oneof(text, fc.string({ unit: fc.constantFrom('\ud83d', '\udc4d', 'a', 'ب') })),
          (of) => {
            const dir = directionOfText(of);
            expect(['rtl', 'ltr', undefined]).toContain(dir);
            if (dir === undefined) expect(of).not.toMatch(/\p{L}/u);
          },
        ),
        { numRuns: 500 },
      );
    },
  );

  // With a pattern that tries every start, `!` alone takes longer than the test may, on any machine.
  test.each([
    '!',
    '@',
    '#',
    '@#',
    'a',
    'ب',
    '!@a',
    'a@',
    'a.',
    '٣',
    ' ',
    '👍',
    '\u0301',
    '\u2068',
    'a ب ',
    '@a ',
  ])('a megabyte of %j is answered', { timeout: 60_000 }, (unit) => {
    const hostile = unit.repeat(mebi / unit.length);
    expect(directionOfText(`${hostile} end`)).toBe(unit === 'ب' ? 'rtl' : 'ltr');
  });
});
