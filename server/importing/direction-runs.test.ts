import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { directionRuns } from './direction-runs.ts';

const lre = '\u202a';
const rle = '\u202b';
const pdf = '\u202c';
const lri = '\u2066';
const fsi = '\u2068';
const pdi = '\u2069';

describe('directionRuns', () => {
  test.each([
    ['plain text, foreign words within', 'كتب PDF هنا', [{ text: 'كتب PDF هنا' }]],
    [
      'an isolate',
      `رقم ${lri}3-2${pdi} هنا`,
      [{ text: 'رقم ' }, { text: '3-2', dir: 'ltr' }, { text: ' هنا' }],
    ],
    [
      'an embedding',
      `see ${rle}رواق${pdf}!`,
      [{ text: 'see ' }, { text: 'رواق', dir: 'rtl' }, { text: '!' }],
    ],
    ['a first-strong isolate', `a ${fsi}سلام${pdi}`, [{ text: 'a ' }, { text: 'سلام', dir: 'rtl' }]],
    ['one without letters', `ا ${fsi}12${pdi} ب`, [{ text: 'ا 12 ب' }]],
    ['a pair within a pair', `${lri}a ${rle}ب${pdf} c${pdi}`, [{ text: 'a ب c', dir: 'ltr' }]],
    ['unclosed', `${lre}a ${lri}b`, [{ text: 'a b' }]],
    ['unopened', `a${pdi}b${pdf}c`, [{ text: 'abc' }]],
    [
      'an isolate that ends what it holds',
      `${lri}a ${lre}b${pdi}c${pdf}`,
      [{ text: 'a b', dir: 'ltr' }, { text: 'c' }],
    ],
    [
      'a closer cannot leave its isolate',
      `${lri}a${pdf}b${pdi}c`,
      [{ text: 'ab', dir: 'ltr' }, { text: 'c' }],
    ],
    ['a letter parted from its mark', `e${lre}\u0301`, [{ text: 'é' }]],
    ['empty', `${lri}${pdi}`, []],
  ])('%s', (_, text, runs) => {
    expect(directionRuns(text)).toEqual(runs);
  });

  test('keeps every other character in order, and no control', () => {
    const part = fc.constantFrom('a', 'ب', '1', ' ', lre, rle, pdf, lri, fsi, pdi);
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const shown = parts.filter((char) => !/[\u202a-\u202c\u2066-\u2069]/.test(char)).join('');
        expect(
          directionRuns(parts.join(''))
            .map(({ text }) => text)
            .join(''),
        ).toBe(shown);
      }),
    );
  });
});
