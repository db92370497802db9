import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '#contract/limits';
import { firstBadByte } from './encoding.ts';
import { readText } from './read-text.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const whyOf = (bytes: Uint8Array) => {
  const read = readText(bytes);
  return read.ok ? 'taken' : read.why;
};
const textOf = (text: string) => {
  const read = readText(utf8(text));
  return read.ok ? read.text : read.why;
};
const arabic = 'سوق الورّاقين في بغداد\nكتب وحبر وورق';

/** The Arabic of `arabic` in Windows-1256, made by turning Node's own decoder round. */
function windows1256(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1256');
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from(text, (char) => table.get(char) ?? 0x3f);
}

describe('readText refuses', () => {
  test.each([
    ['nothing', new Uint8Array(), 'the file is empty'],
    ['a byte too many', new Uint8Array(limits.importFile + 1).fill(0x61), 'larger than 5 MiB'],
    [
      'UTF-16 with its mark',
      Buffer.from(`\ufeff${arabic}`, 'utf16le'),
      'encoded as UTF-16; save it as UTF-8',
    ],
    ['UTF-16 without', Buffer.from(arabic, 'utf16le'), 'encoded as UTF-16; save it as UTF-8'],
    ['UTF-16 the other way', Buffer.from(arabic, 'utf16le').swap16(), 'encoded as UTF-16; save it as UTF-8'],
    ['UTF-16 of Latin letters', Buffer.from('Plain words', 'utf16le'), 'encoded as UTF-16; save it as UTF-8'],
    ['UTF-32', Uint8Array.of(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0), 'encoded as UTF-32; save it as UTF-8'],
    ['NUL', utf8('عنوان\0نص'), 'a binary file, not a text (NUL at byte 10, counted from 0)'],
    ['a run of NULs', new Uint8Array(64), 'a binary file, not a text (NUL at byte 0, counted from 0)'],
    ['a PDF', utf8('%PDF-1.7\n'), 'a PDF document, not a plain text'],
    ['a docx', utf8('PK\x03\x04'), 'a Word (.docx) or ZIP file, not a plain text'],
    ['RTF', utf8('{\\rtf1\\ansi}'), 'an RTF document, not a plain text'],
    ['Latin-1', Uint8Array.of(0x61, 0x62, 0xe9, 0x20), 'invalid UTF-8 at byte 2, counted from 0 (E9)'],
    [
      'Windows-1256',
      windows1256('سوق الكتب\nورق'),
      'invalid UTF-8 at byte 0, counted from 0 (D3); it looks like Windows-1256, save it as UTF-8',
    ],
  ])('%s', (_, bytes, why) => {
    expect(whyOf(bytes)).toBe(why);
  });

  test('exactly 5 MiB are taken', () => {
    expect(whyOf(new Uint8Array(limits.importFile).fill(0x61))).toBe('taken');
  });
});

describe('firstBadByte', () => {
  test.each([
    ['a lone continuation', [0x61, 0x80], 1],
    ['a sequence cut by another letter', [0x61, 0xd8, 0x61], 1],
    ['three of four bytes', [0xf0, 0x9f, 0x91, 0x61], 0],
    ['cut by the end', [0x61, 0xef, 0xbf], 1],
    ['an overlong slash', [0x2f, 0xc0, 0xaf], 1],
    ['a surrogate', [0x61, 0xed, 0xa0, 0x80], 1],
    ['after a byte order mark', [0xef, 0xbb, 0xbf, 0x61, 0xff], 4],
    ['after an honest U+FFFD', [0xef, 0xbf, 0xbd, 0xef, 0xbf, 0xbd, 0xff], 6],
  ])('%s', (_, bytes, at) => {
    expect(firstBadByte(Uint8Array.from(bytes))).toBe(at);
  });

  test('agrees with the strict decoder, and all before it is well-formed', () => {
    const strict = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const bytes = fc.oneof(
      fc.uint8Array(),
      fc
        .tuple(fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 3 }), fc.string({ unit: 'binary' }))
        .map(([before, middle, after]) => Buffer.concat([utf8(before), middle, utf8(after)])),
    );
    fc.assert(
      fc.property(bytes, (input) => {
        const at = firstBadByte(input);
        if (at === undefined) expect(() => strict(input)).not.toThrow();
        else {
          expect(() => strict(input)).toThrow();
          expect(() => strict(input.subarray(0, at))).not.toThrow();
          // No first sequence of the rest is well-formed.
          for (const length of [1, 2, 3, 4]) {
            if (at + length <= input.length) expect(() => strict(input.subarray(at, at + length))).toThrow();
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('readText takes', () => {
  test('every line end as a line feed', () => {
    expect(textOf('a\r\nb\rc\u0085d\u2028e\u2029f\vg\fh\n')).toBe('a\nb\nc\nd\ne\nf\ng\nh\n');
  });

  test('composed letters for what came apart', () => {
    expect(textOf('e\u0301 \u0627\u0653')).toBe('é آ');
  });

  test('no byte order mark, control, override, tag or crowd of marks', () => {
    expect(textOf('\ufeffa\x07b\u202ec\u202dd\ufeffe\u009ff\ufffe\t')).toBe('abcdef\t');
    expect(textOf('a\u{E0041}\u{E0042}b')).toBe('ab');
    expect(textOf('🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}')).toHaveLength(14);
    expect(textOf(`ب${'\u064e'.repeat(50)}`)).toHaveLength(1 + limits.marksPerLetter);
  });

  test('what shapes words', () => {
    expect(textOf('می‌خواهم\u200f')).toBe('می‌خواهم\u200f');
  });

  test('and says what it took out or found broken', () => {
    const read = readText(utf8('a\u202eb\ufffdc'));
    expect(read).toMatchObject({
      notes: [
        'hidden control characters were taken out',
        'the text holds 1 × U+FFFD, the sign of a letter lost before',
      ],
    });
    expect(readText(utf8(`\ufeff${arabic}`))).toEqual({ ok: true, text: arabic, notes: [] });
  });
});
