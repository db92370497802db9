import { expect, test } from 'vitest';
import type { Block } from '#contract/article';
import { blockAnchors } from '#contract/block-anchors';
import { speechPlan } from './speech-plan.ts';

const runs = (text: string) => [{ text }];
const paragraph = (text: string): Block => ({ type: 'paragraph', children: runs(text) });
const planOf = (...body: Block[]) => speechPlan({ title: 'عنوان', summary: 'مقدّمة', body, lang: 'ar' });
const wordsOf = (block: Block) => planOf(block)[2]?.utterances.map(({ text }) => text);

test('title, standfirst, then each block under the id of its element', () => {
  const body: Block[] = [paragraph('أوّل'), { type: 'separator' }, paragraph('ثانٍ'), paragraph('أوّل')];
  const [first, , second, again] = blockAnchors(body);
  expect(planOf(...body).map(({ place }) => place)).toEqual([
    'title',
    'standfirst',
    { id: first },
    { id: second },
    { id: again },
  ]);
});

test('an article without a standfirst begins with its title and its text', () => {
  expect(speechPlan({ title: 'عنوان', body: [paragraph('نصّ')], lang: 'ar' })).toHaveLength(2);
});

test('every kind of block as it is to be heard', () => {
  expect(wordsOf({ type: 'quote', children: runs('قول'), cite: 'قائل' })).toEqual(['قول', 'قائل']);
  expect(
    wordsOf({
      type: 'list',
      ordered: true,
      items: [[paragraph('أوّل')], [paragraph('ثانٍ'), paragraph('بعده')]],
    }),
  ).toEqual(['أوّل', 'ثانٍ', 'بعده']);
  expect(wordsOf({ type: 'verse', lines: [[runs('صدر'), runs('عجز')], [runs('وحده')]] })).toEqual([
    'صدر',
    'عجز',
    'وحده',
  ]);
  expect(
    wordsOf({
      type: 'table',
      head: [runs('سنة'), runs('عدد')],
      rows: [
        [runs('٢٠٢٦'), runs('١٢')],
        [runs('٢٠٢٧'), runs('')],
      ],
    }),
  ).toEqual(['سنة، عدد', '٢٠٢٦، ١٢', '٢٠٢٧']);
  const picture = {
    type: 'figure',
    src: '/a.webp',
    width: 1,
    height: 1,
    alt: 'بديل',
    credit: 'فارس',
  } as const;
  expect(wordsOf({ ...picture, caption: 'شرح' })).toEqual(['شرح']);
  expect(wordsOf(picture)).toEqual(['بديل']);
  expect(wordsOf({ type: 'embed', href: 'https://example.org/', title: 'مقطع' })).toEqual(['مقطع']);
});

test('code, rules and lines of signs are passed over', () => {
  expect(planOf({ type: 'code', text: 'npm start' }, { type: 'separator' }, paragraph('* * *'))).toHaveLength(
    2,
  );
});

test('a long paragraph is one part of several utterances, each of the language it is in', () => {
  const sentence = 'هذه جملة طويلة بعض الشيء تُعاد حتى يطول النصّ ويُقطع. ';
  const [, , part] = planOf(paragraph(`${sentence.repeat(5)}ثم قال Hello my dear friends ومضى.`));
  expect(part?.utterances.map(({ lang }) => lang)).toEqual(['ar', 'ar', 'en', 'ar']);
  expect(part?.utterances.every(({ text }) => text.length <= 200)).toBe(true);
});
