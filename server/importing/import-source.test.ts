import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { Block } from '#contract/article';
import { importSource } from './import-source.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const importText = (text: string, name?: string) => importSource({ name, bytes: utf8(text), now: 7 });

describe('importSource', () => {
  test('an article as news sites print it', async () => {
    const bytes = readFileSync(new URL('fixtures/booksellers-market.txt', import.meta.url));
    const imported = await importSource({ name: 'news/booksellers-market.txt', bytes, now: 7 });
    expect(imported).toMatchObject({
      ok: true,
      notes: ['left out the comment heading «إضافة تعليق جديد»', 'language taken for ar by its letters'],
      draft: {
        source: 'booksellers-market.txt',
        slug: 'سوق-الوراقين-حين-كانت-بغداد-تقرأ-حتى-الصباح',
        title: 'سوق الورّاقين: حين كانت بغداد تقرأ حتى الصباح',
        lang: 'ar',
        dir: 'rtl',
        credit: 'دفتر',
        creditLine: '(«دفتر»)',
        readingMinutes: 3,
        commentsState: 'open',
        authors: [],
        tags: [],
        now: 7,
      },
    });
    if (!imported.ok) return;
    expect(imported.draft.body).toHaveLength(6);
    expect(v.is(v.array(Block), imported.draft.body)).toBe(true);
    expect(imported.draft).not.toHaveProperty('publishedAt');
    expect(imported.draft).not.toHaveProperty('summary');
  });

  test('a byte order mark and Windows line ends change nothing', async () => {
    const text = 'عنوان\nأولى\n\nثانية\n(رويترز)';
    expect(await importText(`\ufeff${text.replaceAll('\n', '\r\n')}`, 'a.txt')).toEqual(
      await importText(text, 'a.txt'),
    );
  });

  test('a file is known by its base name in NFC, standard input by its slug', async () => {
    expect(await importText('عنوان\nنص', '/tmp/x/e\u0301.txt')).toMatchObject({ draft: { source: 'é.txt' } });
    expect(await importText('عنوان ثانٍ\nنص')).toMatchObject({
      draft: { source: '-/عنوان-ثان', slug: 'عنوان-ثان' },
    });
  });

  test('another language has its own direction, and is said', async () => {
    expect(await importText('An old market\nOf books.')).toMatchObject({
      draft: { lang: 'en', dir: 'ltr' },
      notes: ['language taken for en by its letters'],
    });
    expect(await importText('کتاب‌فروشی\nچاپ سنگی')).toMatchObject({ draft: { lang: 'fa', dir: 'rtl' } });
  });

  test('notes of reading stand before notes of the text', async () => {
    expect(await importText('عنوان\nنص\u202e\nإضافة تعليق')).toMatchObject({
      notes: [
        'hidden control characters were taken out',
        'left out the comment heading «إضافة تعليق»',
        'language taken for ar by its letters',
      ],
    });
  });

  test.each([
    ['blank', ' \n\u200f\r\n', 'no text in it'],
    ['a title alone', 'عنوان\n\n', 'no text after the title'],
    ['a title and a credit', 'عنوان\n(رويترز)', 'no text after the title'],
    ['marks for a title', '؟!\nنص', 'the title «؟!» holds no letter or digit to make an address of'],
    [
      'a paragraph for a title',
      `${'كلمة '.repeat(101)}\nنص`,
      'the first line is too long for a title (at most 500 characters)',
    ],
    ['a book', `عنوان\n${'سطر\n'.repeat(10_001)}`, '10001 paragraphs; an article holds at most 10000'],
    [
      'a document without a title',
      '<!DOCTYPE html><p>just text</p><p>more</p>',
      'no title in it; allowed: a first heading (h1), og:title or <title>',
    ],
    ['an empty document', '<!DOCTYPE html><p> </p>', 'no text in it'],
    ['a document without text', '<!DOCTYPE html>\n<title>x</title>', 'no text after the title'],
  ])('%s is refused', async (_, text, why) => {
    expect(await importText(text, 'a.txt')).toEqual({ ok: false, why });
  });

  test('markup is known by its name too', async () => {
    expect(await importText('# عنوان\nنص', 'A.MD')).toMatchObject({
      draft: { title: 'عنوان', source: 'A.MD' },
    });
  });

  const nasty = fc.constantFrom(
    'عنوان',
    'كلمة ',
    'word',
    '\n',
    '\r\n',
    '\n\n',
    '\t',
    ' ',
    '\u202e',
    '\u202a',
    '\u202c',
    '\u2066',
    '\u2069',
    '\x1b[2J',
    '\ufeff',
    '\u0301',
    '\u064e',
    '(«',
    '»)',
    '(رويترز)',
    'إضافة تعليق جديد',
    '\u2028',
    '👍🏽',
    '\u{E0041}',
    '\u1100',
    '\u1161',
  );
  const anyBytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 200 }).map(utf8),
    fc.array(nasty, { maxLength: 60 }).map((parts) => utf8(`ع${parts.join('')}`)),
  );

  test('any bytes: an answer, never a throw; the same again; text NFC and free of controls', async () => {
    await fc.assert(
      fc.asyncProperty(anyBytes, fc.option(fc.string(), { nil: undefined }), async (bytes, name) => {
        const imported = await importSource({ name, bytes, now: 7 });
        expect(await importSource({ name, bytes, now: 7 })).toEqual(imported);
        if (!imported.ok) {
          expect(imported.why).not.toBe('');
          return;
        }
        const { title, body, credit = '', creditLine = '' } = imported.draft;
        expect(v.is(v.array(Block), body)).toBe(true);
        const runs = body.flatMap((block) => (block.type === 'paragraph' ? block.children : []));
        expect(runs.length).toBeGreaterThanOrEqual(body.length);
        for (const text of [title, credit, creditLine, ...runs.map((run) => run.text)]) {
          expect(text).toBe(text.normalize('NFC'));
          expect(text.isWellFormed()).toBe(true);
          expect(text).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/u);
        }
        expect(title.trim()).not.toBe('');
      }),
      { numRuns: 3_000 },
    );
  });

  test('what it wrote reads back the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(nasty, { maxLength: 60 }), async (parts) => {
        const first = await importText(`عنوان\n${parts.join('')}`, 'a.txt');
        if (!first.ok) return;
        const { title, body, creditLine } = first.draft;
        const lines = body.map((block) =>
          block.type === 'paragraph' ? block.children.map(({ text }) => text).join('') : '',
        );
        const again = await importText(
          [title, ...lines, ...(creditLine === undefined ? [] : [creditLine])].join('\n\n'),
          'a.txt',
        );
        expect(again).toMatchObject({ ok: true, draft: { slug: first.draft.slug, title } });
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ['blanks', ' '.repeat(5_000_000)],
    ['blanks between controls', ' \x01'.repeat(2_500_000)],
    ['openers and closers of direction', '\u202a'.repeat(800_000) + '\u2069'.repeat(800_000)],
    ['nested isolates', '\u2066a'.repeat(600_000) + '\u2069'.repeat(600_000)],
    ['marks', '\u064e'.repeat(2_500_000)],
    ['line feeds', '\n'.repeat(5_000_000)],
    ['parentheses', '(«'.repeat(1_500_000)],
    ['tag characters', '\u{E0041} '.repeat(1_000_000)],
  ])(
    'a full file of %s is answered in seconds',
    async (_, filling) => {
      const started = performance.now();
      await importText(`عنوان\nا${filling}ب`, 'a.txt');
      // Seconds on a busy machine; quadratic work would take hours.
      expect(performance.now() - started).toBeLessThan(20_000);
    },
    30_000,
  );
});
