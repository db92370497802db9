import { describe, expect, test } from 'vitest';
import { tooDeep } from './nesting.ts';
import { readSource } from './read-source.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (name: string, text: string) => readSource({ name, bytes: utf8(text) });

/** What a reader would get of an HTML page and of the same HTML within Markdown. */
function bodiesOf(markup: string) {
  return [
    read('a.html', `<h1>عنوان</h1><p>نص</p>${markup}`),
    read('a.md', `# عنوان\n\nنص\n\n${markup}\n`),
  ].map((parsed) => {
    if (!parsed.ok) throw new Error(parsed.why);
    return parsed.body;
  });
}
const only = [{ type: 'paragraph', children: [{ text: 'نص' }] }];

describe('of a hostile page', () => {
  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script never closed', '<script>alert(1)'],
    ['a script in a script', '<scr<script>ipt></script>'.slice(4)],
    ['a style', '<style>p { display: none }</style>'],
    ['a drawing', '<svg onload=alert(1)><script>alert(1)</script><text>x</text></svg>'],
    ['a formula', '<math><mtext><img src=x onerror=alert(1)></mtext></math>'],
    ['a template', '<template><p>x</p></template>'],
    ['an object', '<object data="x.swf">x</object><embed src="x.swf"><applet>x</applet>'],
    ['a frame of a script', '<iframe src="javascript:alert(1)"></iframe>'],
    ['a frame of its own words', '<iframe srcdoc="<script>alert(1)</script>"></iframe>'],
    [
      'a base, a refresh, a sheet',
      '<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=//evil.example"><link rel=stylesheet href=//evil.example>',
    ],
    ['a form', '<form action="//evil.example"><input name=password><button>x</button></form>'],
    ['a comment', '<!-- x --><![CDATA[ x ]]>'.slice(0, 10)],
    ['a picture of data', '<img src="data:image/svg+xml,<svg onload=alert(1)>">'],
    [
      'words it hides',
      '<div hidden>x</div><p style="color:red; display : none">x</p><span aria-hidden=true>x</span><i style="font-size:0">x</i>',
    ],
  ])('%s leaves nothing', (_, markup) => {
    for (const body of bodiesOf(markup)) expect(body).toEqual(only);
  });

  test.each([
    ['javascript', 'javascript:alert(1)'],
    ['javascript in pieces', 'java&#10;script:alert(1)'],
    ['javascript behind a control', '&#1;javascript:alert(1)'],
    ['javascript in capitals', 'JAVASCRIPT&colon;alert(1)'],
    ['vbscript', 'vbscript:x'],
    ['data', 'data:text/html;base64,PHNjcmlwdD4='],
    ['a file', 'file:///etc/passwd'],
  ])('a link to %s keeps its words alone', (_, href) => {
    for (const body of bodiesOf(`<p><a href="${href}" onclick="alert(1)">كلمة</a></p>`))
      expect(body).toEqual([...only, { type: 'paragraph', children: [{ text: 'كلمة' }] }]);
    expect(read('a.md', `# عنوان\n\n[كلمة](${href})`)).toMatchObject({
      body: [{ children: [{ text: expect.stringContaining('كلمة') }] }],
    });
  });

  test('attributes of every kind are gone, the words stay', () => {
    for (const body of bodiesOf(
      '<p id="x" class="y" style="position:fixed" onclick="z" data-q="1">كلمة <font color=red>ثم</font> <blink>ثم</blink></p>',
    ))
      expect(body).toEqual([...only, { type: 'paragraph', children: [{ text: 'كلمة ثم ثم' }] }]);
  });

  test('entities bring no controls in', () => {
    for (const body of bodiesOf('<p>أ&#x202e;ب&#0;&#27;[2J&#xfeff;ج&#xe0041;</p>'))
      expect(JSON.stringify(body)).not.toMatch(/[\p{Cc}\u202e\ufeff\u{e0041}]/u);
  });
});

describe('what would never end', () => {
  const deep = 100_000;
  test.each([
    ['elements', 'a.html', '<div>'.repeat(deep)],
    ['elements whose values look like ends', 'a.html', '<div title="></div>">'.repeat(deep)],
    ['quotations', 'a.html', '<blockquote>'.repeat(deep)],
    ['lists', 'a.html', '<ul><li>'.repeat(deep)],
    ['quotations of lists', 'a.html', '<blockquote><ul><li>'.repeat(deep)],
    ['tables', 'a.html', '<table><tr><td>'.repeat(deep)],
    ['emphasis', 'a.html', '<b>'.repeat(deep)],
    [
      'emphasis opened anew in every paragraph',
      'a.html',
      Array.from({ length: 3_000 }, (_, at) => `<p><font size=${at}>x`).join(''),
    ],
    ['drawings', 'a.html', '<svg>'.repeat(deep)],
    ['quotations of Markdown', 'a.md', '>'.repeat(deep)],
    ['quotations of Markdown, apart', 'a.md', '> '.repeat(deep)],
    ['lists of Markdown', 'a.md', '- '.repeat(deep)],
    ['numbered lists of Markdown', 'a.md', '1. '.repeat(deep)],
    [
      'lists by their indent',
      'a.md',
      Array.from({ length: 600 }, (_, at) => `${'  '.repeat(at)}- a`).join('\n'),
    ],
    ['links in links', 'a.md', `${'['.repeat(deep)}x${'](a)'.repeat(deep)}`],
    ['pictures in pictures', 'a.md', `${'!['.repeat(deep)}x${'](a)'.repeat(deep)}`],
    ['elements in Markdown', 'a.md', '<div>'.repeat(deep)],
    ['elements in Markdown, apart', 'a.md', '<div>\n\n'.repeat(deep)],
  ])(
    '%s, 100,000 deep, are refused in one sentence',
    (_, name, text) => {
      const started = performance.now();
      expect(read(name, `# عنوان\n\n<h1>عنوان</h1>\n\n${text} x`)).toEqual({ ok: false, why: tooDeep });
      // Seconds on a busy machine; the parsers would take hours.
      expect(performance.now() - started).toBeLessThan(20_000);
    },
    30_000,
  );

  test.each([
    ['paragraphs never closed', 'a.html', '<p>x'.repeat(9_000)],
    ['emphasis never closed', 'a.html', '<p><b>x'.repeat(200)],
    ['items never closed', 'a.html', `<ul>${'<li>x'.repeat(5_000)}</ul>`],
    ['tags never ended', 'a.html', `<p>x${'<a '.repeat(deep)}`],
    ['values never ended', 'a.html', `<p>x${'<a b="'.repeat(deep)}`],
    ['comments never ended', 'a.html', `<p>x${'<!--'.repeat(deep)}`],
    ['scripts never ended', 'a.html', `<p>x${'<script>'.repeat(deep)}`],
    ['ends without a beginning', 'a.html', `<p>x${'</p></b></div>'.repeat(1_000)}`],
    ['brackets never closed', 'a.md', `x ${'[ \n\n'.repeat(1_000)}`],
    ['a rule', 'a.md', `x\n\n${'- '.repeat(1_000)}`],
    ['stars', 'a.md', '*a **b '.repeat(3_000)],
  ])(
    '%s are read',
    (_, name, text) => {
      expect(read(name, `# عنوان\n\n<h1>عنوان</h1>\n\n${text}`)).toMatchObject({ ok: true });
    },
    30_000,
  );

  test('links that never end are refused by their number', () => {
    expect(read('a.md', `# عنوان\n\n${'[a]('.repeat(20_000)}`)).toEqual({
      ok: false,
      why: 'more than 4000 opening brackets in a paragraph',
    });
    expect(read('a.md', `# عنوان\n\n${'[a](\n\n'.repeat(5_000)}`)).toMatchObject({ ok: true });
  }, 30_000);

  test('a Markdown file of a book’s length is refused', () => {
    expect(read('a.md', `# عنوان\n\n${'word '.repeat(210_000)}`)).toEqual({
      ok: false,
      why: 'more than a million characters of Markdown',
    });
  });
});
