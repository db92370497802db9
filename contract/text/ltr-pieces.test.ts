import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ltrPieces } from './ltr-pieces.ts';

const isolated = (text: string) =>
  ltrPieces(text)
    .filter(({ ltr }) => ltr)
    .map((piece) => piece.text);

describe('ltrPieces', () => {
  test.each([
    ['اتصل على +961 1 234 567 غداً', '+961 1 234 567'],
    ['الرقم (+961) 1', undefined],
    ['هاتف: +961-1-234567.', '+961-1-234567'],
    ['كُتب بلغة C++ وحدها', 'C++'],
    ['بين C# وغيرها', 'C#'],
    ['شكراً @john على ذلك', '@john'],
    ['وسم #Beirut اليوم', '#Beirut'],
    ['انظر https://example.com/a/.', 'https://example.com/a/'],
    ['انتهت 3-2 أمس', undefined],
    ['حتى +50 2026', undefined],
    ['زادت 5+ درجات', undefined],
    ['راسل editor@example.com', undefined],
    ['قال John ثم مضى', undefined],
    ['مشروع a+b مفتوح', undefined],
    ['', undefined],
  ])('%s → %s', (text, piece) => {
    expect(isolated(text)).toEqual(piece === undefined ? [] : [piece]);
  });

  test('the pieces are the text', () => {
    const part = fc.constantFrom('+', '9', ' ', '(', 'C', '++', '#', '@', 'a', 'ب', 'https://', '/', '.');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(part).map((parts) => parts.join('')),
        ),
        (text) => {
          const pieces = ltrPieces(text);
          expect(pieces.map((piece) => piece.text).join('')).toBe(text);
          expect(pieces.every((piece) => piece.text !== '')).toBe(true);
        },
      ),
    );
  });

  test.each(['a', 'a+', '+1', '+1(', '@', '@a', 'http://', 'https://!', '#', '1', '!'])(
    'a megabyte of %j is answered',
    { timeout: 20_000 },
    (unit) => {
      const hostile = unit.repeat((1024 * 1024) / unit.length);
      expect(ltrPieces(hostile).length).toBeGreaterThan(0);
    },
  );
});
