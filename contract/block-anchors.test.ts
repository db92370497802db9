import { expect, test } from 'vitest';
import type { Block } from './article.ts';
import { blockAnchors, textOfBlock } from './block-anchors.ts';

const paragraph = (text: string): Block => ({ type: 'paragraph', children: [{ text }] });

test('an anchor is its words’: what stands around it moves nothing', () => {
  const [alone] = blockAnchors([paragraph('كان الحرف ينتظر')]);
  const [, , among] = blockAnchors([paragraph('جديد'), { type: 'separator' }, paragraph('كان الحرف ينتظر')]);
  expect(alone).toMatch(/^p-[0-9a-z]{1,7}$/);
  expect(among).toBe(alone);
});

test('vowel marks, tatweel and how the words are cut into runs are no part of it', () => {
  const anchors = [
    paragraph('الخط لسان اليد'),
    paragraph('الخَطُّ لِسَانُ اليَدِ'),
    paragraph('الخـــط لسان اليد'),
    { type: 'paragraph', children: [{ text: 'الخط ' }, { text: 'لسان', em: true }, { text: ' اليد' }] },
  ] satisfies Block[];
  expect(new Set(anchors.map((block) => blockAnchors([block])[0])).size).toBe(1);
});

test('the same words twice have two anchors, a block without words none', () => {
  const [first, none, second, third] = blockAnchors([
    paragraph('* * *'),
    { type: 'separator' },
    paragraph('* * *'),
    paragraph('* * *'),
  ]);
  expect([none, second, third]).toEqual([undefined, `${first}-2`, `${first}-3`]);
});

test('every kind of block has its words', () => {
  const runs = (text: string) => [{ text }];
  const blocks: Block[] = [
    { type: 'heading', level: 2, children: runs('عنوان') },
    { type: 'quote', children: runs('قول'), cite: 'قائل' },
    { type: 'list', ordered: true, items: [[paragraph('أوّل')], [paragraph('ثانٍ')]] },
    { type: 'verse', lines: [[runs('صدر'), runs('عجز')], [runs('وحده')]] },
    { type: 'table', head: [runs('سنة'), runs('عدد')], rows: [[runs('١'), runs('٢')]] },
    { type: 'figure', src: '/a.webp', width: 1, height: 1, alt: 'بديل', caption: 'شرح' },
    { type: 'code', text: 'npm start' },
    { type: 'embed', href: 'https://example.org/', title: 'مقطع' },
  ];
  expect(blocks.map(textOfBlock)).toEqual([
    'عنوان',
    'قول',
    'أوّل\nثانٍ',
    'صدر عجز\nوحده',
    'سنة عدد\n١ ٢',
    'شرح',
    'npm start',
    'مقطع',
  ]);
  expect(new Set(blockAnchors(blocks)).size).toBe(blocks.length);
});
