import { describe, expect, test } from 'vitest';
import { cleanName, cleanText } from './plain-text.ts';

const [lre, rle, pdf, lro, rlo] = ['\u202a', '\u202b', '\u202c', '\u202d', '\u202e'];
const [lri, rli, fsi, pdi] = ['\u2066', '\u2067', '\u2068', '\u2069'];
const mark = '\u0301';
const tags = (text: string) =>
  [...text].map((char) => String.fromCodePoint(0xe0000 + (char.codePointAt(0) ?? 0))).join('');
const cancel = '\u{e007f}';

describe('the published list: what is taken out of a text (promise 4)', () => {
  test.each([
    ['CRLF', 'a\r\nb', 'a\nb'],
    ['a lone CR', 'a\rb\r\rc', 'a\nb\n\nc'],
    ['blanks at the ends', '\n \t\u00a0\u3000\u2003a b\u2029\u2028\ufeff\n ', 'a b'],
    ['C0 controls', 'a\x01\x02\x07\x08\x0b\x0c\x0e\x1b\x1fb', 'ab'],
    ['DEL and C1 controls', 'a\x7f\x80\x85\x9fb', 'ab'],
    ['overrides', `a${lro}b${rlo}c`, 'abc'],
    ['an override and its end', `a${rlo}b${pdf}c`, 'abc'],
    ['an override of which the end belongs to an embedding', `${lre}a${rlo}b${pdf}c`, `${lre}ab${pdf}c`],
    ['an embedding never closed', `a${lre}b${rle}c`, 'abc'],
    ['an isolate never closed', `a${lri}b${rli}c${fsi}d`, 'abcd'],
    ['closers never opened', `a${pdf}b${pdi}c`, 'abc'],
    ['the outer of two', `${lri}a${rli}b${pdi}`, `a${rli}b${pdi}`],
    ['a closer of the wrong kind', `${lri}a${pdf}b${pdi}`, `${lri}ab${pdi}`],
    ['an embedding that its isolate ends', `${rli}a${lre}b${pdi}c${pdf}`, `${rli}ab${pdi}c`],
    ['a pair broken by a line', `${lri}a\nb${pdi}`, 'a\nb'],
    ['hidden words', `hi${tags('buy now')}`, 'hi'],
    ['the tag of language', `\u{e0001}${tags('en')}a`, 'a'],
    ['a flag cut short', `🏴${tags('gbeng')}`, '🏴'],
    ['a flag of too many letters', `🏴${tags('gbenglan')}${cancel}`, '🏴'],
    ['a flag on another emoji', `👍${tags('gbeng')}${cancel}`, '👍'],
    ['the ninth mark', `a${mark.repeat(9)}b`, `a${mark.repeat(8)}b`],
    ['the hundredth mark', `ب${'\u064e\u0651'.repeat(50)}ت`, `ب${'\u064e\u0651'.repeat(4)}ت`],
    [
      'marks after a joiner',
      `a${`${mark.repeat(6)}\u200d`.repeat(3)}b`,
      `a${mark.repeat(6)}\u200d${mark.repeat(2)}\u200d\u200db`,
    ],
    ['marks after a soft hyphen', `a${mark.repeat(8)}\u00ad${mark}b`, `a${mark.repeat(8)}\u00adb`],
    ['marks that come together', `a${mark.repeat(8)}${pdf}${mark}b`, `a${mark.repeat(8)}b`],
    ['blanks bared by something else', `${pdf} a ${lri}`, 'a'],
  ])('%s', (_, text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });
});

describe('what stays', () => {
  test.each([
    ['line feeds and tabs within', 'a\n\n\n\tb  c'],
    ['a balanced embedding', `see ${rle}رواق!${pdf} now`],
    ['balanced isolates, one in the other', `${fsi}a ${lri}3-2${pdi} ${rli}b${pdi}${pdi}`],
    ['an embedding within an isolate', `${lri}a${rle}b${pdf}c${pdi}`],
    ['marks of direction', 'a\u200eb\u200fc\u061cd'],
    ['joiners', 'می‌خواهم ही‍न'],
    ['eight marks', `a${mark.repeat(8)}b${mark.repeat(8)}`],
    ['subdivision flags', `🏴${tags('gbeng')}${cancel}🏴${tags('usca')}${cancel} 🏴`],
    ['emoji of many parts', '👨‍👩‍👧‍👦 👍🏽 🇱🇧 1️⃣ ❤️ 🏳️‍🌈'],
    ['spellings that normalising would change', 'ﷲ ﻻ e\u0301 é ² ﬁ \u0651\u064e\u064e\u0651 شَّ'],
    ['vowelled Arabic', 'وَٱلضُّحَىٰ ۝ وَٱلَّيْلِ إِذَا سَجَىٰ'],
    ['tatweel and soft hyphen', 'العـــربية co\u00adop'],
    ['cantillated Hebrew', 'בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים'],
    ['markup, as words', '<script>alert(1)</script> &amp; \\u202e %00'],
    ['other blanks within', 'a\u00a0b\u3000c\u2028d\u200be\u2060f'],
  ])('%s', (_, text) => {
    expect(cleanText(text)).toBe(text);
  });
});

describe('a name is one line', () => {
  test.each([
    ['سارة\nخوري', 'سارة خوري'],
    ['a\r\n\t\nb\u2028c\u2029d', 'a b c d'],
    ['\n a \n', 'a'],
    [`${lri}a\nb${pdi}`, 'a b'],
    [`${lri}a${pdi}`, `${lri}a${pdi}`],
    ['a\x0bb', 'ab'],
    ['a  b', 'a  b'],
  ])('%j → %j', (text, name) => {
    expect(cleanName(text)).toBe(name);
  });
});
