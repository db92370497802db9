import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { Block, type Run } from '#contract/article';
import { importSource } from './import-source.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const imported = (text: string, name: string) => importSource({ name, bytes: utf8(text), now: 7 });
/** The body of a file's article. */
function bodyOf(text: string, name = 'a.md'): Block[] {
  const result = imported(text, name);
  if (!result.ok) throw new Error(result.why);
  return result.draft.body;
}
const md = (text: string) => bodyOf(`# عنوان\n\n${text}`);
const html = (text: string) => bodyOf(`<h1>عنوان</h1>${text}`, 'a.html');
const paragraph = (...children: Run[]) => ({ type: 'paragraph', children });

describe('Markdown', () => {
  test.each<[string, unknown]>([
    [
      'كلام **قويّ** و*مؤكّد* و`رمز`',
      [
        paragraph(
          { text: 'كلام ' },
          { strong: true, text: 'قويّ' },
          { text: ' و' },
          { em: true, text: 'مؤكّد' },
          { text: ' و' },
          { code: true, text: 'رمز' },
        ),
      ],
    ],
    ['[رابط](https://e.org/ا)', [paragraph({ href: 'https://e.org/%D8%A7', text: 'رابط' })]],
    [
      '## ثانٍ\n\n##### خامس',
      [
        { type: 'heading', level: 2, children: [{ text: 'ثانٍ' }] },
        { type: 'heading', level: 4, children: [{ text: 'خامس' }] },
      ],
    ],
    ['> قول\n>\n> — قائله', [{ type: 'quote', children: [{ text: 'قول' }], cite: 'قائله' }]],
    ['> قول تامّ.\n> — قائله', [{ type: 'quote', children: [{ text: 'قول تامّ.' }], cite: 'قائله' }]],
    [
      '1. أ\n   - ب',
      [
        {
          type: 'list',
          ordered: true,
          items: [
            [paragraph({ text: 'أ' }), { type: 'list', ordered: false, items: [[paragraph({ text: 'ب' })]] }],
          ],
        },
      ],
    ],
    [
      '```verse\nصدر ... عجز\nبيت واحد\n```',
      [{ type: 'verse', lines: [[[{ text: 'صدر' }], [{ text: 'عجز' }]], [[{ text: 'بيت واحد' }]]] }],
    ],
    ['```css\na {}\n```', [{ type: 'code', language: 'css', text: 'a {}' }]],
    ['---', [{ type: 'separator' }]],
    [
      '| أ | ب |\n|---|---|\n| ١ | |',
      [{ type: 'table', head: [[{ text: 'أ' }], [{ text: 'ب' }]], rows: [[[{ text: '١' }], []]] }],
    ],
    ['![صورة](https://e.org/p.jpg)', [{ type: 'embed', href: 'https://e.org/p.jpg', title: 'صورة' }]],
  ])('%j', (text, blocks) => {
    expect(md(text)).toEqual(blocks);
  });

  test('the end is read as that of a plain text', () => {
    expect(imported('# عنوان\n\nنص **آخر** («فارس»)\n\n## إضافة تعليق جديد', 'a.md')).toMatchObject({
      draft: {
        credit: 'فارس',
        creditLine: '(«فارس»)',
        body: [paragraph({ text: 'نص ' }, { strong: true, text: 'آخر' })],
      },
      notes: ['left out the comment heading «إضافة تعليق جديد»'],
    });
  });

  test('a picture of a local file is left out, and said', () => {
    expect(imported('# عنوان\n\nنص\n\n![x](p.jpg)', 'a.md')).toMatchObject({
      notes: ['the picture p.jpg was left out: pictures are not taken in yet'],
    });
  });
});

describe('HTML', () => {
  test.each<[string, string, unknown]>([
    ['scripts', '<p>أ<script>x()</script>ب', [paragraph({ text: 'أ' }, { text: 'ب' })]],
    ['styles', '<style>p{}</style><p style="color:red" onclick="x()">أ</p>', [paragraph({ text: 'أ' })]],
    [
      'frames',
      '<iframe src="https://e.org/v" title="فيديو"></iframe>',
      [{ type: 'embed', href: 'https://e.org/v', title: 'فيديو' }],
    ],
    [
      'frames of script',
      '<p>أ</p><iframe src="javascript:x()"></iframe><iframe srcdoc="<p>x"></iframe>',
      [paragraph({ text: 'أ' })],
    ],
    [
      'unclosed tags',
      '<p>أ <b>ب<p>ج',
      [paragraph({ text: 'أ ' }, { strong: true, text: 'ب' }), paragraph({ strong: true, text: 'ج' })],
    ],
    ['entities', '<p>&lt;b&gt; &amp; &#1571;&nbsp;&eacute;', [paragraph({ text: '<b> & أ\u00a0é' })]],
    [
      'addresses of data and script',
      '<p><a href="data:text/html,x">أ</a><a href="java\nscript:x()">ب</a><a href="//e.org">ج</a><a href=" /ar/">د</a>',
      [paragraph({ text: 'أ' }, { text: 'ب' }, { text: 'ج' }, { href: '/ar/', text: 'د' })],
    ],
    ['drawings', '<p>أ<svg onload="x()"><script>x()</script></svg>', [paragraph({ text: 'أ' })]],
    [
      'another language',
      '<p>أ <span lang="en">one</span>',
      [paragraph({ text: 'أ ' }, { lang: 'en', dir: 'ltr', text: 'one' })],
    ],
  ])('%s', (_, text, blocks) => {
    expect(html(text)).toEqual(blocks);
  });

  test('the article of a page, without what stands around it', () => {
    expect(
      imported(
        '<!doctype html><html lang="ar-LB"><title>اسم الموقع</title><body><nav>قائمة</nav><article><h1>عنوان <script>x</script></h1><p>نص<aside>إعلان</aside></article><footer>ذيل',
        'page.html',
      ),
    ).toMatchObject({ draft: { title: 'عنوان', lang: 'ar-LB', body: [paragraph({ text: 'نص' })] } });
  });
});

describe('what would keep a machine busy is refused', () => {
  test.each([
    ['a.html', `<h1>ع</h1>${'<div>'.repeat(100_000)}x`],
    ['a.html', `<h1>ع</h1>${'<blockquote><ul><li>'.repeat(20_000)}x`],
    ['a.md', `# ع\n\n${'>'.repeat(100_000)} x`],
    ['a.md', `# ع\n\n${'- '.repeat(10_000)}x`],
    ['a.md', `# ع\n\n${'<div>\n\n'.repeat(10_000)}x`],
  ])('%s nested deeply', (name, text) => {
    expect(imported(text, name)).toEqual({ ok: false, why: 'nested more than 200 levels deep' });
  });

  test('links that never end', () => {
    expect(imported(`# ع\n\n${'[a]('.repeat(20_000)}`, 'a.md')).toEqual({
      ok: false,
      why: 'more than 4000 opening brackets',
    });
  });
});

const soup = fc.array(
  fc.constantFrom(
    ...[
      'عنوان ',
      '\n',
      '\n\n',
      '# ',
      '> ',
      '- ',
      '1. ',
      '```',
      '|',
      '---',
      '<p>',
      '<b>',
      '</b>',
      '<table><tr><td>',
    ],
    ...[
      '<script>x()</script>',
      '<a href="javascript:x()">',
      '</a>',
      '[a](',
      'vbscript:x)',
      '![x](',
      '&lt;',
      '<!--',
    ],
    ...[
      '<iframe src="data:x">',
      '\u202a',
      '\u2069',
      '<svg><a xlink:href="javascript:x()">',
      '---\ntitle: x\n---\n',
    ],
  ),
  { maxLength: 60 },
);

test('any soup of marks: an answer, never a throw; only the contract’s blocks; no address that runs', () => {
  fc.assert(
    fc.property(soup, fc.constantFrom('a.md', 'a.html'), (parts, name) => {
      const result = imported(parts.join(''), name);
      if (!result.ok) {
        expect(result.why).not.toBe('');
        return;
      }
      expect(v.is(v.array(Block), result.draft.body)).toBe(true);
      const written = JSON.stringify(result.draft.body);
      for (const [, href] of written.matchAll(/"href":"([^"]*)"/g))
        expect(href).toMatch(/^(https?:|mailto:|\/(?!\/))/);
    }),
  );
});
