import { describe, expect, test } from 'vitest';
import { readFrontMatter } from './front-matter.ts';

const membersOf = (yaml: string) => {
  const read = readFrontMatter(`---\n${yaml}\n---\nنص`);
  return read.ok ? read.members : read.why;
};
const members =
  'title, kicker, summary, lang, section, authors, dateline, credit, published, tags, image, correction, comments, slug';

describe('readFrontMatter', () => {
  test.each([
    ['title: سوق  الورّاقين', { title: 'سوق الورّاقين' }],
    ['title: No', { title: 'No' }],
    ['title: 0123', { title: '0123' }],
    ['kicker: حكاية', { kicker: 'حكاية' }],
    ['summary: >\n  سطر\n  وسطر', { summary: 'سطر وسطر' }],
    ['lang: ar', { lang: 'ar' }],
    ['lang: EN-gb', { lang: 'en-GB' }],
    ['section: culture', { section: { slug: 'culture', name: 'culture' } }],
    ['section: الكتب والطباعة', { section: { slug: 'الكتب-والطباعة', name: 'الكتب والطباعة' } }],
    ['section: {slug: culture, name: الثقافة}', { section: { slug: 'culture', name: 'الثقافة' } }],
    ['authors: سلمى الكاتبة', { authors: ['سلمى الكاتبة'] }],
    ['authors: [سلمى, سليم, سلمى]', { authors: ['سلمى', 'سليم'] }],
    ['dateline: بيروت', { dateline: 'بيروت' }],
    ['credit: («فارس»)', { credit: '(«فارس»)' }],
    ['published: 2026-11-01', { published: '2026-11-01' }],
    ['published: 2026-11-01T08:30:00+02:00', { published: '2026-11-01T08:30:00+02:00' }],
    ['tags: أدب، شعر, أدب', { tags: ['أدب', 'شعر'] }],
    ['tags:\n  - أدب\n  - 1948', { tags: ['أدب', '1948'] }],
    ['image: a.jpg', { image: { src: 'a.jpg', alt: '' } }],
    [
      'image: {src: a.jpg, alt: رفّ, caption: تسمية, credit: فلان}',
      { image: { src: 'a.jpg', alt: 'رفّ', caption: 'تسمية', credit: 'فلان' } },
    ],
    [
      'correction: {text: صُحّح الاسم, date: 2026-11-02}',
      { correction: { text: 'صُحّح الاسم', date: '2026-11-02' } },
    ],
    ['comments: closed', { comments: 'closed' }],
    ['comments: hidden', { comments: 'hidden' }],
    ['slug: سوق-الوراقين', { slug: 'سوق-الوراقين' }],
    ['title: عمّان: مدينة الأدراج', { title: 'عمّان: مدينة الأدراج' }],
    ['title: ماذا بعد:', { title: 'ماذا بعد:' }],
    ['title: لغة C # وأخواتها', { title: 'لغة C # وأخواتها' }],
    ['title: #وسم يعود', { title: '#وسم يعود' }],
    ['title: "عمّان" مدينة: أدراج', { title: '"عمّان" مدينة: أدراج' }],
    ["title: 'عمّان' مدينة", { title: "'عمّان' مدينة" }],
    ['title: [عاجل] انفجار', { title: '[عاجل] انفجار' }],
    ["summary: قال: 'نعم'", { summary: "قال: 'نعم'" }],
    ['authors: سلمى: كاتبة', { authors: ['سلمى: كاتبة'] }],
    ['tags: #أدب، #شعر', { tags: ['#أدب', '#شعر'] }],
    // What YAML can read is read as YAML has it.
    ['title: "عمّان: مدينة" # ملاحظة: هنا', { title: 'عمّان: مدينة' }],
    ['published: 2026-11-01 # يوم: الأحد', { published: '2026-11-01' }],
    ['title: # يأتي', {}],
    ['# رأس\ntitle: x', { title: 'x' }],
    ['kicker:\nsummary: ""', {}],
    ['', {}],
  ])('%s', (yaml, read) => {
    expect(membersOf(yaml)).toEqual(read);
  });

  test.each([
    ['titel: x', `«titel» is no member of it; allowed: ${members}`],
    ['title: [a]', 'title is «["a"]»; allowed: text of 1 to 500 letters'],
    ['title: "\\u200f"', 'title is «\u200f»; allowed: text of 1 to 500 letters'],
    ['lang: arabic', 'lang is «arabic»; allowed: a language tag (BCP 47), as ar, ar-LB or en'],
    ['lang: xx', 'lang is «xx»; allowed: a language tag (BCP 47), as ar, ar-LB or en'],
    ['section: "؟!"', 'section is «؟!»; allowed: a slug, a name, or an object of slug, name'],
    ['section: [a]', 'section is «["a"]»; allowed: a slug, a name, or an object of slug, name'],
    [
      'authors: {name: x}',
      'authors is «{"name":"x"}»; allowed: text or a list of at most 20, each of 1 to 200 letters',
    ],
    [
      'published: yesterday',
      'published is «yesterday»; allowed: a day from 1000-01-01 to 9999-12-31, as 2026-11-23, or a time with its zone (RFC 3339), as 2026-11-23T08:30:00+02:00',
    ],
    ['published: 0001-01-01', 'published is «0001-01-01»; allowed: a day from 1000-01-01 to 9999-12-31, as'],
    [
      'published: 2026-02-30',
      'published is «2026-02-30»; allowed: a day from 1000-01-01 to 9999-12-31, as 2026-11-23, or a time with its zone (RFC 3339), as 2026-11-23T08:30:00+02:00',
    ],
    [
      'published: 2026-11-01T08:30:00',
      'published is «2026-11-01T08:30:00»; allowed: a day from 1000-01-01 to 9999-12-31, as 2026-11-23, or a time with its zone (RFC 3339), as 2026-11-23T08:30:00+02:00',
    ],
    [
      `tags: [${Array.from({ length: 31 }, (_, at) => at).join(', ')}]`,
      'allowed: text or a list of at most 30, each of 1 to 200 letters',
    ],
    [
      'image: [a.jpg]',
      'image is «["a.jpg"]»; allowed: the path of a picture beside the file, or an object of src, alt, caption, credit',
    ],
    [
      'image: {alt: x}',
      'allowed: the path of a picture beside the file, or an object of src, alt, caption, credit',
    ],
    ['correction: {text: x}', 'allowed: an object of text, date'],
    ['correction: x', 'correction is «x»; allowed: an object of text, date'],
    [
      'correction: {text: x, date: 1 May}',
      'correction.date is «1 May»; allowed: a day from 1000-01-01 to 9999-12-31, as 2026-11-23',
    ],
    ['comments: true', 'comments is «true»; allowed: open, closed, hidden'],
    [
      'slug: My Slug',
      'slug is «My Slug»; allowed: small letters, digits and single hyphens, at most 80, as my-slug',
    ],
    ['title: "x', "title in line 2 of the file is «\"x»; allowed: its value between quotes, as title: '…'"],
    [
      'kicker: k\ntitle: "x\nlang: ar',
      "title in line 3 of the file is «\"x»; allowed: its value between quotes, as title: '…'",
    ],
    ['title: a\ntitle: b', 'title stands a second time in line 3 of the file; allowed: once'],
    [
      'title: !!js/function x',
      'title in line 2 of the file is «!!js/function x»; allowed: its value between',
    ],
    ['title: @x', 'title in line 2 of the file is «@x»; allowed: its value between quotes, as title: "…"'],
    [
      'title: أ: ب\n  ج',
      'title in line 2 of the file is «أ: ب»; allowed: its value between quotes, as title: "…"',
    ],
    ['authors عمر\ntags كتب', 'authors in line 2 of the file has no colon; allowed: authors: …'],
    ['عنوان\nauthors عمر', 'authors in line 3 of the file has no colon; allowed: authors: …'],
    ['title: x\nauthors عمر', 'authors in line 3 of the file has no colon; allowed: authors: …'],
    ['authors عمر\ntitle: x', 'authors in line 2 of the file has no colon; allowed: authors: …'],
    ['title x: y', 'title in line 2 of the file has no colon; allowed: title: …'],
    ['lang: ar: x', 'lang is «ar: x»; allowed: a language tag'],
    [
      'title: x\nimage:\n  alt: أ: ب',
      'alt in line 4 of the file is «أ: ب»; allowed: its value between quotes, as alt: "…"',
    ],
    [
      'image: {src: a, alt: أ: ب}',
      'image in line 2 of the file is «{src: a, alt: أ: ب}»; allowed: quotes around words in it that hold a colon, a comma or a bracket',
    ],
    ['title: x\n\tlang: ar', 'line 3 of the file: Tabs are not allowed as indentation'],
    ['title: &a x\nkicker: *a', 'no YAML that is read here: it holds an alias (*)'],
    [`title: ${'['.repeat(20_000)}`, 'no YAML'],
    [`title: ${'x'.repeat(40_000)}`, 'it has 40008 characters; allowed: at most 32768'],
    ['__proto__: {title: x}', '«__proto__» is no member of it'],
  ])('refuses %j', (yaml, why) => {
    const said = membersOf(yaml);
    expect(said).toContain(why);
    expect(said).toMatch(/^front matter: /);
  });

  test('a bomb of aliases costs nothing', () => {
    const lines = Array.from(
      { length: 30 },
      (_, at) => `a${at}: &a${at} [${`*a${at - 1}, `.repeat(at === 0 ? 0 : 9)}x]`,
    );
    const started = performance.now();
    expect(membersOf(lines.join('\n'))).toBe(
      'front matter: no YAML that is read here: it holds an alias (*)',
    );
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test('what is no front matter is text', () => {
    for (const text of [
      'نص',
      '---\n\nنص\n\n---\n\nنص',
      '---\n- a\n---\nx',
      '---\nكلام authors\n---\nx',
      '---\ntitles won\n---\nx',
      '---\nabc\n\ntitle won\n---\nx',
      '* * *\ntitle: x',
    ])
      expect(readFrontMatter(text)).toEqual({ ok: true, members: {}, rest: text });
    expect(readFrontMatter('---\ntitle: x\n\nنص')).toEqual({
      ok: false,
      why: 'front matter: its --- is never closed by another',
    });
  });

  test('lines are counted from the head of the file', () => {
    expect(readFrontMatter('\n---\ntitle: a\ntitle: b\n---\nx')).toEqual({
      ok: false,
      why: 'front matter: title stands a second time in line 4 of the file; allowed: once',
    });
  });

  test('escapes bring no controls in', () => {
    expect(membersOf('title: "a\\u202e\\x1b[2J\\0b"')).toEqual({ title: 'a[2Jb' });
  });
});
