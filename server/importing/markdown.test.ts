import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { Block } from '#contract/article';
import { parseMarkdown, readMarkdown } from './markdown.ts';

const read = (text: string) => {
  const parsed = readMarkdown(text);
  if (!parsed.ok) throw new Error(parsed.why);
  expect(v.is(v.array(Block), parsed.body)).toBe(true);
  return parsed;
};
const bodyOf = (text: string) => read(`# عنوان\n\n${text}`).body;
const paragraph = (text: string) => ({ type: 'paragraph', children: [{ text }] });

describe('readMarkdown: title', () => {
  test.each([
    ['the first heading of the first order', '# عنوان **عريض**\n\nنص', 'عنوان عريض'],
    ['front matter wins', '---\ntitle: أول\n---\n# ثان\n\nنص', 'أول'],
    ['wherever the heading stands', 'نص\n\n# عنوان', 'عنوان'],
    ['none', '## فرع\n\nنص', ''],
  ])('%s', (_, text, title) => {
    expect(read(text).title).toBe(title);
  });

  test('the heading that is the title is no block; another one is, of the second order', () => {
    expect(read('---\ntitle: أول\n---\n# أول\n\nنص').body).toEqual([paragraph('نص')]);
    expect(read('---\ntitle: أول\n---\n# ثان\n\nنص').body).toEqual([
      { type: 'heading', level: 2, children: [{ text: 'ثان' }] },
      paragraph('نص'),
    ]);
  });
});

describe('readMarkdown: blocks', () => {
  test('headings of the second to the fourth order', () => {
    expect(
      bodyOf('## أ\n\n### ب\n\n#### ج\n\n##### د\n\n# هـ').map(
        (block) => block.type === 'heading' && block.level,
      ),
    ).toEqual([2, 3, 4, 4, 2]);
  });

  test('marks, links and languages of runs', () => {
    expect(
      bodyOf('ا **ب** *ج* `د` [ه](https://a.org) ~~و~~ <span lang="en">x</span> <bdi dir="ltr">3-2</bdi>'),
    ).toEqual([
      {
        type: 'paragraph',
        children: [
          { text: 'ا ' },
          { text: 'ب', strong: true },
          { text: ' ' },
          { text: 'ج', em: true },
          { text: ' ' },
          { text: 'د', code: true },
          { text: ' ' },
          { text: 'ه', href: 'https://a.org/' },
          { text: ' و ' },
          { text: 'x', lang: 'en', dir: 'ltr' },
          { text: ' ' },
          { text: '3-2', dir: 'ltr' },
        ],
      },
    ]);
  });

  test('a line end is a blank, a hard one begins a paragraph', () => {
    expect(bodyOf('سطر\nوتتمّته\n\nسطر  \nآخر')).toEqual([
      paragraph('سطر وتتمّته'),
      paragraph('سطر'),
      paragraph('آخر'),
    ]);
  });

  test.each([
    ['by a dash on its last line', '> قول\n> طويل\n> — ابن خلدون', [{ text: 'قول طويل' }], 'ابن خلدون'],
    ['by a dash in a paragraph of its own', '> قول\n>\n> — *ابن خلدون*', [{ text: 'قول' }], 'ابن خلدون'],
    ['not at all', '> قول — وهو طويل', [{ text: 'قول — وهو طويل' }], undefined],
    ['a dash alone is a line of talk', '> — نعم', [{ text: '— نعم' }], undefined],
  ])('a quotation, signed %s', (_, text, children, cite) => {
    expect(bodyOf(text)).toEqual([{ type: 'quote', children, ...(cite !== undefined && { cite }) }]);
  });

  test('a quotation of paragraphs is signed at its end', () => {
    expect(bodyOf('> أولى\n>\n> ثانية\n>\n> — فلان')).toEqual([
      { type: 'quote', children: [{ text: 'أولى' }] },
      { type: 'quote', children: [{ text: 'ثانية' }], cite: 'فلان' },
    ]);
  });

  test.each([['صدر ... عجز'], ['صدر … عجز'], ['صدر *** عجز'], ['صدر\tعجز'], ['صدر ...... عجز']])(
    'verse, its hemistichs parted: %s',
    (line) => {
      expect(bodyOf(`\`\`\`verse\n${line}\nوحده\n\nبعده\n\`\`\``)).toEqual([
        { type: 'verse', lines: [[[{ text: 'صدر' }], [{ text: 'عجز' }]], [[{ text: 'وحده' }]]] },
        { type: 'verse', lines: [[[{ text: 'بعده' }]]] },
      ]);
    },
  );

  test('verse in Arabic letters, and dots that part nothing', () => {
    expect(bodyOf('```شعر\nقال... ثمّ مضى\n```')).toEqual([
      { type: 'verse', lines: [[[{ text: 'قال... ثمّ مضى' }]]] },
    ]);
  });

  test('code keeps its lines and says its language', () => {
    expect(bodyOf('```js\nlet a;\n\n  b\n```\n\n    indented')).toEqual([
      { type: 'code', text: 'let a;\n\n  b', language: 'js' },
      { type: 'code', text: 'indented' },
    ]);
  });

  test('a table, a rule, lists within lists, tasks', () => {
    expect(bodyOf('| أ | ب |\n|---|---|\n| **1** | 2 |\n| 3 | |')).toEqual([
      {
        type: 'table',
        head: [[{ text: 'أ' }], [{ text: 'ب' }]],
        rows: [
          [[{ text: '1', strong: true }], [{ text: '2' }]],
          [[{ text: '3' }], []],
        ],
      },
    ]);
    expect(bodyOf('أ\n\n---\n\nب')[1]).toEqual({ type: 'separator' });
    expect(bodyOf('1. أ\n   - ب\n2. ج\n\n- [x] تمّ\n- [ ] بقي')).toEqual([
      {
        type: 'list',
        ordered: true,
        items: [
          [paragraph('أ'), { type: 'list', ordered: false, items: [[paragraph('ب')]] }],
          [paragraph('ج')],
        ],
      },
      { type: 'list', ordered: false, items: [[paragraph('☑ تمّ')], [paragraph('☐ بقي')]] },
    ]);
  });

  test('footnotes: a number in the text, the notes under a rule at the end', () => {
    expect(bodyOf('نص[^أ] ونص.\n\n[^أ]: حاشية *مائلة*\n\n(رويترز)')).toEqual([
      paragraph('نص[1] ونص.'),
      { type: 'separator' },
      {
        type: 'list',
        ordered: true,
        items: [[{ type: 'paragraph', children: [{ text: 'حاشية ' }, { text: 'مائلة', em: true }] }]],
      },
    ]);
  });

  test('a picture alone is a figure with caption and credit; one within words comes after them', () => {
    const figure = { type: 'figure', src: 'a.png', width: 0, height: 0, alt: 'رفّ' };
    expect(bodyOf('![رفّ](a.png)')).toEqual([figure]);
    expect(bodyOf('![رفّ](a.png "تسمية | فلان")')).toEqual([{ ...figure, caption: 'تسمية', credit: 'فلان' }]);
    expect(bodyOf('![رفّ](a.png "| فلان")')).toEqual([{ ...figure, credit: 'فلان' }]);
    expect(bodyOf('قبل ![رفّ](a.png) بعد')).toEqual([paragraph('قبل بعد'), figure]);
    expect(bodyOf('![رفّ](a.png) بعد')).toEqual([figure, paragraph('بعد')]);
    expect(bodyOf('- **![رفّ](a.png)** بعد')).toMatchObject([{ items: [[figure, paragraph('بعد')]] }]);
  });

  test('a link around a picture is left out, and it is said', () => {
    const parsed = read('# عنوان\n\n[![رفّ](a.png)](HTTPS://example.org)\n\n[نص](HTTP://Example.org/A)');
    expect(parsed.body).toMatchObject([
      { type: 'figure', src: 'a.png' },
      { children: [{ text: 'نص', href: 'http://example.org/A' }] },
    ]);
    expect(parsed.notes).toEqual(['pictures carry no links; those around them were left out']);
  });

  test('a picture of another site is a link to it', () => {
    const parsed = read('# عنوان\n\n![رفّ](https://a.org/b.png)\n\n![](https://a.org/c.png)');
    expect(parsed.body).toEqual([
      { type: 'paragraph', children: [{ text: 'رفّ', href: 'https://a.org/b.png' }] },
      { type: 'paragraph', children: [{ text: 'a.org', href: 'https://a.org/c.png' }] },
    ]);
    expect(parsed.notes).toEqual(['pictures on other sites became links']);
  });
});

describe('readMarkdown: the end', () => {
  test.each([
    ['a paragraph of its own', 'نص\n\n(«فارس»)', [paragraph('نص')]],
    [
      'the end of a line',
      'نص **عريض**. (رويترز)',
      [{ children: [{ text: 'نص ' }, { text: 'عريض' }, { text: '.' }] }],
    ],
    ['a line of the last paragraph', 'نص\n(أ ف ب)', [paragraph('نص')]],
  ])('an agency’s credit, in %s', (_, text, body) => {
    const parsed = read(`# عنوان\n\n${text}\n\n## إضافة تعليق جديد\n`);
    expect(parsed).toMatchObject({ body, notes: ['left out the comment heading «إضافة تعليق جديد»'] });
    expect(parsed.credit).toMatch(/^(?:فارس|رويترز|أ ف ب)$/);
    expect(parsed.body).toHaveLength(1);
  });

  test('it stands before the footnotes', () => {
    const parsed = read('# عنوان\n\nنص[^1]\n\n(رويترز)\n\n[^1]: حاشية');
    expect(parsed.credit).toBe('رويترز');
    expect(parsed.body.map(({ type }) => type)).toEqual(['paragraph', 'separator', 'list']);
  });

  test('a comment heading without a blank line before it', () => {
    expect(read('# عنوان\n\nنص\nإضافة تعليق جديد')).toMatchObject({ body: [paragraph('نص')] });
    expect(bodyOf('- بند\n- التعليقات')).toMatchObject([{ items: [{}, {}] }]);
  });
});

describe('parseMarkdown, for the site’s own pages', () => {
  test('has no pictures', () => {
    expect(parseMarkdown('# عنّا\n\n![رفّ](a.png)\n\nنص')).toMatchObject({
      title: 'عنّا',
      body: [paragraph('نص')],
    });
  });

  test('its front matter has a title alone', () => {
    expect(parseMarkdown('---\ntitle: عنّا\n---\nنص')).toMatchObject({ title: 'عنّا' });
    for (const member of ['titel', 'summary'])
      expect(parseMarkdown(`---\n${member}: عنّا\n---\nنص`)).toEqual({
        ok: false,
        why: `front matter: «${member}» is no member of it; allowed: title`,
      });
    expect(parseMarkdown('---\n- a\ntitle: x\n---\nنص')).toMatchObject({ ok: false });
  });
});
