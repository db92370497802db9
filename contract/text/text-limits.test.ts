import { describe, expect, test } from 'vitest';
import { limits } from '../limits.ts';
import { checkText } from './plain-text.ts';

const { name, comment, codePointsPerGrapheme } = limits;
const family = '👨‍👩‍👧‍👦';
const flag = '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}';

describe('checkText counts what readers count', () => {
  test.each([
    ['plain letters', 'a'],
    ['Arabic letters with shadda and fatha', 'مَّ'],
    ['letters with marks of their own', 'e\u0301'],
    ['families', family],
    ['subdivision flags', flag],
    ['country flags', '🇱🇧'],
    ['letters of two UTF-16 units', '𞤀'],
  ])('%s: as many as the limit, not one more', (_, unit) => {
    for (const [kind, { max }] of [
      ['name', name],
      ['comment', comment],
    ] as const) {
      const full = unit.repeat(max);
      expect(checkText(full, kind)).toEqual({ ok: true, text: full });
      expect(checkText(full + unit, kind)).toEqual({ ok: false, code: 'too_long' });
    }
  });

  test('beside graphemes, a ceiling of ten times as many code points', () => {
    // Nine code points a letter, within eight marks; then one letter of more joined parts than marks.
    const dense = `a${'\u0301'.repeat(8)}`;
    const fits = dense.repeat(name.max);
    expect(checkText(fits, 'name')).toEqual({ ok: true, text: fits });
    const joined = (parts: number) => `👍${'\u200d👍'.repeat(parts)}`;
    const ceiling = name.max * codePointsPerGrapheme;
    expect(checkText(joined((ceiling - 2) / 2), 'name').ok).toBe(true);
    expect(checkText(joined(ceiling / 2), 'name')).toEqual({ ok: false, code: 'too_long' });
    const most = comment.max * codePointsPerGrapheme;
    expect(checkText(joined((most - 2) / 2), 'comment').ok).toBe(true);
    expect(checkText(joined(most / 2), 'comment')).toEqual({ ok: false, code: 'too_long' });
  });

  test('what is taken out does not count', () => {
    expect(checkText(` \r\n${'\u202e'.repeat(200)}${'ب'.repeat(name.max)}\x01\u2066 `, 'name')).toEqual({
      ok: true,
      text: 'ب'.repeat(name.max),
    });
  });

  test('a line end counts once however it was written', () => {
    expect(
      checkText(
        '\r\n'
          .repeat(comment.max - 2)
          .replace(/^/, 'a')
          .concat('b'),
        'comment',
      ).ok,
    ).toBe(true);
    expect(
      checkText(
        '\r\n'
          .repeat(comment.max - 1)
          .replace(/^/, 'a')
          .concat('b'),
        'comment',
      ).ok,
    ).toBe(false);
  });
});

describe('refused, not repaired', () => {
  test.each(['\0', 'a\0b', '\ud83d', '\udc4d', 'ab\ud83dcd', '\udc4d\ud83d', '\0 '])(
    '%j is malformed',
    (text) => {
      for (const kind of ['name', 'comment'] as const)
        expect(checkText(text, kind)).toEqual({ ok: false, code: 'malformed' });
    },
  );

  test.each([
    ...[
      '',
      ' ',
      '\n\t',
      '\u00a0\u3000',
      '\u200b',
      '\u200c\u200d',
      '\u2060\ufeff',
      '\u00ad',
      '\u061c\u200e\u200f',
    ],
    ...[
      '\u202e',
      '\u2066\u2069',
      '\u{e0041}',
      '\ufe0f',
      '\u0301',
      '\u064b',
      '\u115f\u1160',
      '\u3164',
      '\uffa0',
      '\u2800',
    ],
    ...['\x01', ' \u200b\u3164\u2800 \u034f', '\u180e', '\u17b4'],
  ])('%j leaves no ink: required', (text) => {
    for (const kind of ['name', 'comment'] as const)
      expect(checkText(text, kind)).toEqual({ ok: false, code: 'required' });
  });
});

describe('accepted unchanged', () => {
  test.each([
    ...['سارة الخوري', 'مُحَمَّدٌ', 'عبد الرحمٰن بن أبي بكر', 'د. ليلى العـــلي', 'أبو ٣', 'آية', 'ﷴ', 'ء'],
    ...[
      'علی‌رضا',
      'می‌نا شریف‌زاده',
      'زهرا کریمی',
      'ٹیپو سلطان',
      'ڈاکٹر محمّد اقبالؔ',
      'نور الہٰدیٰ',
      'ئاوات',
      'ګل خان',
    ],
    ...['יִצְחָק', 'שָׂרָה כֹּהֵן', 'בן־דוד', 'ז׳בוטינסקי'],
    ...[
      "O'Brien",
      'Nguyê\u0303n Va\u0306n',
      'Jose\u0301',
      'Zoë',
      'Łukasz',
      'Anne-Marie d’Arc',
      'J. R. R.',
      'X Æ A-12',
    ],
    ...['李小龍', 'Ольга', 'हिन्दी', '👍', `${family} ${flag}`, 'C++', '3'],
    ...['\u2067سارة\u2069 (Sara)', 'Sara \u2068سارة\u2069', 'سارة\u200f!'],
  ])('%s', (text) => {
    for (const kind of ['name', 'comment'] as const)
      expect(checkText(text, kind)).toEqual({ ok: true, text });
  });
});
