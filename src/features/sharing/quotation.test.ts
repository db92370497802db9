import { describe, expect, test } from 'vitest';
// Vitest empties every style that ends in .css or goes on with a question mark; the # keeps this one as written.
import base from '#ui/base.css#?raw';
import { marksFor, quoted } from './quotation-marks.ts';
import { quotation } from './quotation.ts';

describe('quotation marks of the language', () => {
  test.each([
    ['ar', 'قال «نعم» ومضى', '«قال ‹نعم› ومضى»'],
    ['ar-LB', 'قال “نعم” ومضى', '«قال ‹نعم› ومضى»'],
    ['ar', 'قال ”نعم“ ومضى', '«قال ‹نعم› ومضى»'],
    ['ar', 'قال "نعم" و"لا".', '«قال ‹نعم› و‹لا›.»'],
    ['fa', 'گفت «بله»', '«گفت ‹بله›»'],
    ['ur', 'اس نے ”ہاں“ کہا', '”اس نے ’ہاں‘ کہا“'],
    ['he', 'אמר "כן" בצה"ל', '”אמר ’כן’ בצה"ל”'],
    ['en', 'He said “yes”, it’s so', '“He said ‘yes’, it’s so”'],
    ['en-GB', 'He said "yes" (or "no")', '“He said ‘yes’ (or ‘no’)”'],
    ['fr', 'Il dit «\u00a0oui\u00a0» puis', '«\u202fIl dit “oui” puis\u202f»'],
    ['fr', 'Il dit « oui » puis', '«\u202fIl dit “oui” puis\u202f»'],
    ['de', 'Er sagt „ja“ und', '„Er sagt ‚ja‘ und“'],
    ['de', 'Er sagt »ja« und', '„Er sagt ‚ja‘ und“'],
    ['tr', 'Dedi ki “evet” sonra', '“Dedi ki ‘evet’ sonra”'],
    // What begins or ends within another's words has only one of its marks.
    ['ar', 'نعم» ومضى', '«نعم› ومضى»'],
    ['en', 'yes”, he said', '“yes’, he said”'],
    ['sw', 'alisema', '“alisema”'],
  ])('%s: %s', (lang, text, marked) => {
    expect(quoted(text, lang)).toBe(marked);
  });
});

test('what a pull quote is drawn with is what a copied passage has', () => {
  const drawn = new Map<string, string>();
  for (const [, languages = '', marks = ''] of base.matchAll(
    /:is\(q, blockquote\):lang\(([^)]+)\) \{\s*quotes: ([^;]+);/g,
  ))
    for (const language of languages.split(', ')) drawn.set(language, marks);
  const others = /\nq,\nblockquote \{\s*quotes: ([^;]+);/.exec(base)?.[1];
  for (const language of ['ar', 'en', 'fr', 'fa', 'ur', 'he', 'tr', 'yi', 'de', 'es', 'it', 'ckb', 'ps']) {
    const { open, close, innerOpen, innerClose } = marksFor(language);
    const marks = [open, close, innerOpen, innerClose].map((mark) => `'${mark}'`).join(' ');
    const inStyles = (drawn.get(language) ?? others)?.replaceAll('\\202f', '\u202f');
    expect({ [language]: inStyles }).toEqual({ [language]: marks });
  }
});

const source = {
  lang: 'ar',
  dir: 'rtl',
  authors: 'هالة منصور',
  title: 'سوق الورّاقين',
  paper: 'رواق',
  date: '٢٣ تشرين الثاني ٢٠٢٦',
  url: 'https://riwaq.example/ar/articles/x#p-1',
} as const;

describe('a quotation', () => {
  test('is the words, then the source, then the link', () => {
    expect(quotation('كان الخطّ', source).text).toBe(
      '«كان الخطّ»\nهالة منصور، «سوق الورّاقين»، رواق، ٢٣ تشرين الثاني ٢٠٢٦\nhttps://riwaq.example/ar/articles/x#p-1',
    );
    expect(quotation('x', { ...source, title: 'قال «نعم»' }).text).toContain('، «قال ‹نعم›»، ');
    expect(quotation('x', { ...source, authors: undefined }).text).toContain('\n«سوق الورّاقين»، رواق');
    expect(quotation('x', { ...source, lang: 'en' }).text).toContain('منصور, “سوق');
  });

  test('is a blockquote in its own language for what takes markup, with nothing of the text’s own', () => {
    const { html } = quotation('a <b>\nc', { ...source, title: 'T & "U"', url: 'https://e.org/?a="&b' });
    expect(html).toContain(
      '<blockquote cite="https://e.org/?a=&quot;&amp;b" lang="ar" dir="rtl"><p>«a &lt;b&gt;<br>c»</p></blockquote>',
    );
    expect(html).toContain('<bdi>«T &amp; ‹U›»</bdi>');
  });

  test('holds no control of direction (B9); a joiner of letters stays', () => {
    const { text, html } = quotation('\u200fمی\u200cخواهم \u2066x\u2069\u202e', {
      ...source,
      title: '\u061cعنوان',
    });
    expect(text + html).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
    expect(text).toContain('می\u200cخواهم x');
  });
});
