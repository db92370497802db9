import { describe, expect, test } from 'vitest';
import { readHtml } from './html.ts';

const read = (text: string) => {
  const parsed = readHtml(text);
  if (!parsed.ok) throw new Error(parsed.why);
  return parsed;
};
const page = (body: string, head = '', attributes = '') =>
  `<!doctype html><html${attributes}><head><title>الصفحة | الموقع</title>${head}</head><body>${body}</body></html>`;
const bodyOf = (body: string) => read(page(`<h1>عنوان</h1>${body}`)).body;
const paragraph = (text: string) => ({ type: 'paragraph', children: [{ text }] });

describe('readHtml', () => {
  test.each([
    ['the article’s heading', page('<h1>الموقع</h1><article><h1>عنوان</h1><p>نص</p></article>'), 'عنوان'],
    [
      'og:title',
      page('<h1>الموقع</h1><article><p>نص</p></article>', '<meta property="og:title" content="مشترك">'),
      'مشترك',
    ],
    ['a heading outside', page('<h1>خارج</h1><main><p>نص</p></main>'), 'خارج'],
    ['the page’s title', page('<p>نص</p>'), 'الصفحة | الموقع'],
    ['none', '<p>نص', ''],
  ])('its title: %s', (_, text, title) => {
    const parsed = read(text);
    expect(parsed.title).toBe(title);
    expect(parsed.body).toEqual([paragraph('نص')]);
  });

  test('the article is what counts, else main, else all', () => {
    expect(read(page('<p>خارج</p><main><p>م</p><article><p>نص</p></article></main>')).body).toEqual([
      paragraph('نص'),
    ]);
    expect(read(page('<p>خارج</p><main><p>نص</p></main>')).body).toEqual([paragraph('نص')]);
  });

  test('what is about the page is left out', () => {
    const around =
      '<nav>ت</nav><aside>ج</aside><form><input value="x">ن</form><button>ز</button><footer>ذ</footer>';
    expect(bodyOf(`${around}<p>نص</p><template><p>ق</p></template><noscript><p>ل</p></noscript>`)).toEqual([
      paragraph('نص'),
    ]);
  });

  test.each([
    ['of the page', ' lang="en"', '', 'en'],
    ['of the article', ' lang="ar"', ' lang="FR"', 'fr'],
    ['nobody says', '', '', undefined],
    ['no language', ' lang="zz"', '', undefined],
  ])('its language: %s', (_, html, article, lang) => {
    expect(read(page(`<article${article}><h1>x</h1><p>y</p></article>`, '', html)).lang).toBe(lang);
  });

  test('a language of a part that runs the other way says so', () => {
    const children = (body: string) => read(page(`<h1>ع</h1><p>أ ${body}`, '', ' lang="ar-LB"')).body;
    expect(children('<span lang="en">one</span>')).toEqual([
      { type: 'paragraph', children: [{ text: 'أ ' }, { text: 'one', lang: 'en', dir: 'ltr' }] },
    ]);
    expect(children('<span lang="fa">یک</span>')).toEqual([
      { type: 'paragraph', children: [{ text: 'أ ' }, { text: 'یک', lang: 'fa' }] },
    ]);
  });

  test('a language of a part is the part’s; the document’s is said once', () => {
    const text = page(
      '<h1>ع</h1><p lang="ar" dir="rtl">نص <i lang="en" dir="ltr">x</i></p>',
      '',
      ' lang="ar" dir="rtl"',
    );
    expect(read(text).body).toEqual([
      { type: 'paragraph', children: [{ text: 'نص ' }, { text: 'x', em: true, lang: 'en', dir: 'ltr' }] },
    ]);
  });

  test('entities, unclosed and crossed tags, blanks', () => {
    expect(bodyOf('<p>&laquo;نص&raquo; &amp; &#1603;<p>ثان <b>ع<i>م</b>ا</i>\n\n ب<div>ثالث')).toEqual([
      paragraph('«نص» & ك'),
      {
        type: 'paragraph',
        children: [
          { text: 'ثان ' },
          { text: 'ع', strong: true },
          { text: 'م', strong: true, em: true },
          { text: 'ا', em: true },
          { text: ' ب' },
        ],
      },
      paragraph('ثالث'),
    ]);
  });

  test('signs of markup that are written as entities are text', () => {
    expect(bodyOf('<p>&lt;b&gt; &amp; &#1571;&nbsp;&eacute;')).toEqual([paragraph('<b> & أ\u00a0é')]);
  });

  test('emphasis that is never closed goes on in the next paragraph, as browsers have it', () => {
    expect(bodyOf('<p>أ <b>ب<p>ج')).toEqual([
      { type: 'paragraph', children: [{ text: 'أ ' }, { text: 'ب', strong: true }] },
      { type: 'paragraph', children: [{ text: 'ج', strong: true }] },
    ]);
  });

  test('what is dropped within a paragraph does not part it', () => {
    expect(bodyOf('<p>أ<script>x()</script>ب<svg onload="x()"><text>x</text></svg>')).toEqual([
      paragraph('أب'),
    ]);
    expect(
      read(page('<article><h1>عنوان <script>x</script></h1><p>نص<aside>إعلان</aside></article>')),
    ).toMatchObject({
      title: 'عنوان',
      body: [paragraph('نص')],
    });
  });

  test('lines of an old page are paragraphs', () => {
    expect(bodyOf('أ<br>ب<br><br>ج')).toEqual([paragraph('أ'), paragraph('ب'), paragraph('ج')]);
  });

  test('a figure with its caption, a quotation with its foot, a list of terms', () => {
    expect(
      bodyOf(
        '<figure><a href="big.png"><img src="a.png" alt="رفّ"></a><figcaption>تسمية | <b>فلان</b></figcaption></figure>',
      ),
    ).toEqual([
      { type: 'figure', src: 'a.png', width: 0, height: 0, alt: 'رفّ', caption: 'تسمية', credit: 'فلان' },
    ]);
    expect(bodyOf('<blockquote><p>قول</p><footer>— <cite>فلان</cite></footer></blockquote>')).toEqual([
      { type: 'quote', children: [{ text: 'قول' }], cite: 'فلان' },
    ]);
    expect(bodyOf('<dl><dt>لفظ<dd>معناه</dl>')).toEqual([
      { type: 'paragraph', children: [{ text: 'لفظ', strong: true }] },
      paragraph('معناه'),
    ]);
  });

  test('a table with its caption; one that only sets the page out is none', () => {
    expect(bodyOf('<table><caption>ت</caption><tr><th>أ<th>ب<tr><td>1<td>2</table>')).toEqual([
      paragraph('ت'),
      { type: 'table', head: [[{ text: 'أ' }], [{ text: 'ب' }]], rows: [[[{ text: '1' }], [{ text: '2' }]]] },
    ]);
    expect(bodyOf('<table><tr><td>1<td>2</table>')).toEqual([
      { type: 'table', head: [], rows: [[[{ text: '1' }], [{ text: '2' }]]] },
    ]);
    expect(bodyOf('<table><tr><td><p>أ</p><p>ب</p><td>ج</table>')).toEqual([
      paragraph('أ'),
      paragraph('ب'),
      paragraph('ج'),
    ]);
  });

  test('a huge table is cut, and it is said', () => {
    const parsed = read(page(`<h1>ع</h1><table>${'<tr><td>x<td>y'.repeat(5_000)}</table>`));
    expect(parsed.body).toMatchObject([{ type: 'table' }]);
    expect(parsed.body[0]?.type === 'table' && parsed.body[0].rows.length).toBe(1_000);
    expect(parsed.notes).toEqual(['a table was cut (at most 1000 rows, 100 columns, 10000 cells)']);
  });

  test('frames and players are links to what they show', () => {
    expect(
      bodyOf(
        '<iframe src="https://v.example/1" title="لقاء"><p>x</p></iframe><video src="//v.example/2"></video><iframe src="javascript:x"></iframe><iframe src="/local"></iframe><audio src="data:x"></audio>',
      ),
    ).toEqual([
      { type: 'embed', href: 'https://v.example/1', title: 'لقاء' },
      { type: 'embed', href: 'https://v.example/2', title: 'v.example' },
    ]);
  });

  test.each([
    ['HTTP://Example.org/A', 'http://example.org/A'],
    ['HTTPS://EX.com/', 'https://ex.com/'],
    ['MailTo:desk@example.org', 'mailto:desk@example.org'],
    [' ht&#10;tps://example.org/ ', 'https://example.org/'],
  ])('a link keeps its address however its scheme is written: %s', (address, href) => {
    expect(bodyOf(`<p><a href="${address}">x</a>`)).toEqual([
      { type: 'paragraph', children: [{ text: 'x', href }] },
    ]);
  });

  test('and no other scheme comes in by it', () => {
    expect(bodyOf('<p><a href="JavaScript:x()">x</a> <a href=" java&#10;script:x()">y</a>')).toEqual([
      paragraph('x y'),
    ]);
    expect(bodyOf('<p>نص</p><iframe src="HTTPS://v.example/1" title="لقاء"></iframe>')).toMatchObject([
      {},
      { type: 'embed', href: 'https://v.example/1' },
    ]);
  });

  test('a link around a picture is left out, and it is said', () => {
    const figure = { type: 'figure', src: 'a.jpg', width: 0, height: 0, alt: 'x' };
    const linked = '<a href="https://example.org/"><img src="a.jpg" alt="x"></a>';
    for (const body of [linked, `<p>${linked}</p>`, `<figure>${linked}</figure>`])
      expect(read(page(`<h1>ع</h1>${body}`))).toMatchObject({
        body: [figure],
        notes: ['pictures carry no links; those around them were left out'],
      });
    expect(read(page('<h1>ع</h1><a href="big.jpg"><img src="a.jpg" alt="x"></a>')).notes).toEqual([]);
  });

  test('a counter of visits is no picture', () => {
    expect(bodyOf('<p>نص<img src="https://t.example/p.gif" width="1" height="1"></p>')).toEqual([
      paragraph('نص'),
    ]);
  });

  test('credit and comment heading, as in every format', () => {
    expect(
      read(page('<h1>ع</h1><p>نص</p><p>(<b>«فارس»</b>)</p><hr><h2>إضافة تعليق جديد</h2><form>x</form>')),
    ).toMatchObject({
      body: [paragraph('نص')],
      credit: 'فارس',
      creditLine: '(«فارس»)',
      notes: ['left out the comment heading «إضافة تعليق جديد»'],
    });
  });
});
