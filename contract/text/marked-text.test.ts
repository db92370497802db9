import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markedText } from './marked-text.ts';

const [lrm, rlm] = ['\u200e', '\u200f'];

describe('markedText', () => {
  test.each([
    ['an Arabic title', 'سوق الورّاقين', 'rtl', 'سوق الورّاقين'],
    ['an English title', 'Printing Houses', 'ltr', 'Printing Houses'],
    ['Arabic that begins in Latin letters', 'iPhone الجديد', 'rtl', `${rlm}iPhone الجديد`],
    ['Hebrew that begins in Latin letters', 'iPhone חדש', 'rtl', `${rlm}iPhone חדש`],
    ['English that begins in Arabic letters', 'شكرا means thanks', 'ltr', `${lrm}شكرا means thanks`],
    ['digits are no letters', '3 كتب', 'rtl', '3 كتب'],
    ['Arabic digits are none either', '٣ books', 'ltr', '٣ books'],
    ['no direction', '123', undefined, '123'],
    ['a score', 'فاز 3-2', 'rtl', `فاز 3${rlm}-2`],
    ['a score in Arabic digits', 'فاز ٣-٢', 'rtl', 'فاز ٣-٢'],
    ['a score after a Latin word', 'فاز PSG 3-2', 'rtl', `فاز PSG ${rlm}3${rlm}-2`],
    ['a score in English', 'It was 3-2', 'ltr', 'It was 3-2'],
    ['a sign before a number', 'على +961 1 غدا', 'rtl', `على ${lrm}+961 1 غدا`],
    ['C++', 'لغة C++', 'rtl', `لغة C++${lrm}`],
    ['a mention first', '@john شكرا', 'rtl', `${rlm}${lrm}@john شكرا`],
    ['an Arabic number to call', 'رقم ٠١ ٢٣٤ ٥٦٧', 'rtl', `رقم ${lrm}٠١${lrm} ${lrm}٢٣٤${lrm} ${lrm}٥٦٧`],
    ['overrides and isolates', '\u202eا \u2066ب\u2069 \u2067', 'rtl', 'ا ب '],
  ] as const)('%s', (_, text, dir, marked) => {
    expect(markedText(text, dir)).toBe(marked);
  });

  test('adds marks alone, and takes out controls alone', () => {
    const part = fc.constantFrom(
      'C++',
      '3-2',
      '٣-٢',
      ' ',
      '+٩٦١ ١ ٢٣٤ ٥٦٧',
      'ب',
      'a',
      '\u2066',
      '\u202e',
      '@a',
      '٪',
    );
    const dir = fc.constantFrom('rtl', 'ltr', undefined);
    fc.assert(
      fc.property(fc.array(part), dir, (parts, of) => {
        const text = parts.join('');
        expect(markedText(text, of).replace(/[\u200e\u200f]/g, '')).toBe(text.replace(/[\u2066\u202e]/g, ''));
      }),
    );
  });
});
