import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '#contract/article';
import { readingMinutes } from './reading-time.ts';

const paragraph = (text: string): Block => ({ type: 'paragraph', children: [{ text }] });
const minutes = (text: string) => readingMinutes([paragraph(text)]);

describe('readingMinutes', () => {
  test.each([
    ['nothing', '', 1],
    ['one Arabic minute', 'ب'.repeat(612), 1],
    ['a letter more', 'ب'.repeat(613), 2],
    ['one Latin minute', 'b'.repeat(987), 1],
    ['a Latin letter more', 'b'.repeat(988), 2],
    ['both, exactly two', 'ب'.repeat(612) + 'b'.repeat(987), 2],
    ['both, two halves', 'ب'.repeat(306) + 'b'.repeat(493), 1],
    ['marks, tatweel, digits and blanks are no letters', `${'بَـ '.repeat(612)}٢٠٢٦ 2026؟`, 1],
    ['Cyrillic at the Latin pace', 'д'.repeat(988), 2],
  ])('%s', (_, text, expected) => {
    expect(minutes(text)).toBe(expected);
  });

  test('every kind of block is read, to its depth', () => {
    const text = 'ب'.repeat(613);
    const run = [{ text }];
    const blocks: Block[] = [
      { type: 'heading', level: 2, children: run },
      { type: 'quote', children: [], cite: text },
      {
        type: 'list',
        ordered: false,
        items: [[{ type: 'list', ordered: true, items: [[paragraph(text)]] }]],
      },
      { type: 'figure', src: '/a.png', width: 1, height: 1, alt: '', caption: text },
      { type: 'verse', lines: [[[], run]] },
      { type: 'code', text },
      { type: 'table', head: [], rows: [[[], run]] },
      { type: 'embed', href: 'https://example.com/', title: text },
    ];
    for (const block of blocks) expect([block.type, readingMinutes([block])]).toEqual([block.type, 2]);
    expect(readingMinutes([{ type: 'separator' }])).toBe(1);
    expect(readingMinutes(blocks)).toBe(9);
  });

  test('a whole number of minutes stays whole', () => {
    fc.assert(
      fc.property(fc.nat({ max: 6 }), fc.nat({ max: 6 }), (arabic, latin) => {
        expect(minutes('ب'.repeat(612 * arabic) + 'b'.repeat(987 * latin))).toBe(Math.max(1, arabic + latin));
      }),
    );
  });
});
