import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isolatedPieces, partsOfPair } from './isolated-pieces.ts';

const isolated = (text: string) =>
  isolatedPieces(text)
    .filter(({ as }) => as !== 'words')
    .map((piece) => (piece.as === 'pair' ? partsOfPair(piece.text) : piece.text));

describe('isolatedPieces', () => {
  test.each([
    // numbers to call
    ['اتصل على +961 1 234 567 غداً', ['+961 1 234 567']],
    ['اتصل على +٩٦١ ١ ٢٣٤ ٥٦٧ غداً', ['+٩٦١ ١ ٢٣٤ ٥٦٧']],
    ['تماس با +۹۸ ۲۱ ۲۳۴ ۵۶۷۸', ['+۹۸ ۲۱ ۲۳۴ ۵۶۷۸']],
    ['هاتف: +961-1-234567.', ['+961-1-234567']],
    ['الرقم (+961) 1 234 567', ['(+961) 1 234 567']],
    ['اتصل على 01 234 567', ['01 234 567']],
    ['اتصل على 70 123 456', ['70 123 456']],
    ['هاتف +961 (3) 123-456 للاتصال', ['+961 (3) 123-456']],
    ['هاتف +١ (٥٥٥) ١٢٣-٤٥٦٧ هنا', ['+١ (٥٥٥) ١٢٣-٤٥٦٧']],
    ['هاتف 0 (312) 123 45 67 هنا', ['0 (312) 123 45 67']],
    ['هاتف (03) 123-4567 هنا', ['(03) 123-4567']],
    ['عام 1999 (2000) كتاب', []],
    // scores and ranges, by their parts
    ['انتهت 3-2 أمس', [['3', '-', '2']]],
    ['انتهت ٣-٢ أمس', [['٣', '-', '٢']]],
    ['۳–۲', [['۳', '–', '۲']]],
    ['فاز بـ3-2', [['3', '-', '2']]],
    ['بين 2020-2024', [['2020', '-', '2024']]],
    ['من 3.5-4.5 درجات', [['3.5', '-', '4.5']]],
    ['الدوام 10:30-12:00', [['10:30', '-', '12:00']]],
    ['لعب 4-3-3', [['4', '-', '3', '-', '3']]],
    ['بنسبة ٥٪', [['٥', '٪']]],
    ['مباراة Real 3-2 Roma أمس', ['Real 3-2 Roma']],
    ['طائرة F-16-18 هنا', []],
    // dates of machines and numbers of books
    ['يوم 2026-11-23 وبعده', ['2026-11-23']],
    ['يوم ٢٠٢٦-١١-٢٣ وبعده', ['٢٠٢٦-١١-٢٣']],
    ['في 2026-11-23T08:30:00Z', ['2026-11-23T08:30:00Z']],
    ['ردمك 978-9953-87-123-4', ['978-9953-87-123-4']],
    ['يوم 23/11/2026', []],
    // signs, sums, units
    ['حتى +50 2026', ['+50']],
    ['الحرارة -5', ['-5']],
    ['الحرارة -٥', []],
    ['ارتفع 5% اليوم', ['5%']],
    ['بسعر $50 أو 50 €', ['$50', '50 €']],
    ['بلغت 20 °C', ['20 °C']],
    ['على بعد 5 km منا', ['5 km']],
    ['بسرعة 100 km/h أمس', ['100 km/h']],
    ['الحساب 10 - 5 = 5 صحيح', ['10 - 5 = 5']],
    ['١٠ - ٥ = ٥', []],
    ['نسخ 10 000 كتاب', ['10 000']],
    ['زادت 5+ درجات', []],
    ['بعد 12 يوماً من 3', []],
    ['بسرعة 100 Mbps ممتازة', ['100 Mbps']],
    ['الساعة 5 pm غداً', ['5 pm']],
    ['في 2020 America ثم', []],
    // names with signs
    ['كُتب بلغة C++ وحدها', ['C++']],
    ['بين C# وغيرها', ['C#']],
    ['شكراً @john على ذلك', ['@john']],
    ['شكراً @john.smith.', ['@john.smith']],
    ['وسم #Beirut اليوم', ['#Beirut']],
    ['انظر https://example.com/a/.', ['https://example.com/a/']],
    ['منصّة .NET هنا', ['.NET']],
    ['ملف /etc/hosts هنا', ['/etc/hosts']],
    ['خيار --help هنا', ['--help']],
    ['المتغيّر foo_bar() والدالة a.b()', ['foo_bar()', 'a.b()']],
    ['استعمل <b>bold</b> هنا', ['<b>bold</b>']],
    ['اكتب <a href="x">link</a> ثم <br>', ['<a href="x">link</a>', '<br>']],
    ['هكذا <b>كلمة</b>', ['<b>', '</b>']],
    ['إن كان 3 < 5 فصحيح', []],
    ['الإصدار 2.3.1-beta صدر', ['2.3.1-beta']],
    ['متجر 7-Eleven هنا', ['7-Eleven']],
    ['العنوان 2001:db8::1 هنا', ['2001:db8::1']],
    ['انظر example.com/2026-11-23/ هنا', ['example.com/2026-11-23/']],
    ['النتيجة:3-2', [['3', '-', '2']]],
    // a phrase in Latin letters is one piece
    ['لغة C++ programming سهلة', ['C++ programming']],
    ['كتب I love C++ أمس', ['I love C++']],
    ['بين C++ and C# خلاف', ['C++ and C#']],
    ['السعر The price is $50, they say ثم', ['The price is $50, they say']],
    ['انظر See https://a.b/ and https://c.d/ هنا', ['See https://a.b/ and https://c.d/']],
    // what the algorithm does well itself
    ['راسل editor@example.com', []],
    ['العنوان 192.168.1.1 والإصدار 2.3.1', []],
    ['قال John ثم مضى', []],
    ['مشروع a+b مفتوح', []],
    ['الساعة 10:30', []],
    ['ملف report-2026.pdf و report-2-3', []],
    ['', []],
    // its writer has said the order
    ['فاز \u20663-2\u2069 أمس', []],
  ])('%s → %j', (text, pieces) => {
    expect(isolated(text)).toEqual(pieces);
  });

  test('the pieces are the text', () => {
    const part = fc.constantFrom(
      ...[
        '+',
        '9',
        '٣',
        '۳',
        ' ',
        '(',
        'C',
        '++',
        '#',
        '@',
        'a',
        'ab',
        'ب',
        '://',
        '/',
        '.',
        '-',
        '–',
        '=',
        '%',
        '٪',
        '$',
      ],
      ...[' km', ':', '\u2066', '\u2069'],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(part).map((parts) => parts.join('')),
        ),
        (text) => {
          const pieces = isolatedPieces(text);
          expect(pieces.map((piece) => piece.text).join('')).toBe(text);
          expect(pieces.every((piece) => piece.text !== '')).toBe(true);
          for (const { text: pair, as } of pieces)
            if (as === 'pair') expect(partsOfPair(pair).join('')).toBe(pair);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ...[
      'a',
      'a ',
      'a+',
      '+1',
      '+1(',
      '@',
      '@a',
      'a@',
      'http://',
      'https://!',
      'a-',
      '#',
      '1',
      '!',
      '1-',
      '1.',
      '-1',
    ],
    ...[
      '1 ',
      '1 2 ',
      '0 ',
      '1_',
      '1:',
      '/a',
      '.a',
      '--a',
      'C++ a ',
      '@a b ',
      '1-1 ',
      '$1 ',
      '1 = ',
      'a a',
      'a://',
      '٪',
    ],
  ])('a megabyte of %j is answered', { timeout: 20_000 }, (unit) => {
    const hostile = unit.repeat((1024 * 1024) / unit.length);
    expect(isolatedPieces(hostile).length).toBeGreaterThan(0);
  });
});
