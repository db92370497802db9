import { expect, test } from 'vitest';
import type { Block } from '#contract/article';
import { blockAnchors } from '#contract/block-anchors';
import { contentsOf } from './contents-of.ts';

const heading = (text: string, level: 2 | 3 = 2): Block => ({ type: 'heading', level, children: [{ text }] });
const paragraph: Block = { type: 'paragraph', children: [{ text: 'كلام' }] };
const three = [heading('أوّلاً'), paragraph, heading('ثانياً'), heading('فرع', 3), heading('ثالثاً')];

test('an article of four minutes and three parts has its parts named, each with its place in the text', () => {
  const anchors = blockAnchors(three);
  expect(contentsOf({ body: three, readingMinutes: 4 })).toEqual([
    { anchor: anchors[0], text: 'أوّلاً' },
    { anchor: anchors[2], text: 'ثانياً' },
    { anchor: anchors[4], text: 'ثالثاً' },
  ]);
});

test('a short one has none, nor one of two parts, nor do headings without words count', () => {
  expect(contentsOf({ body: three, readingMinutes: 3 })).toEqual([]);
  expect(contentsOf({ body: three.slice(0, 4), readingMinutes: 9 })).toEqual([]);
  expect(contentsOf({ body: [...three.slice(0, 4), heading('')], readingMinutes: 9 })).toEqual([]);
});

test('two parts of one name lead to two places', () => {
  const body = [heading('خاتمة'), heading('خاتمة'), heading('خاتمة')];
  const parts = contentsOf({ body, readingMinutes: 4 });
  expect(new Set(parts.map(({ anchor }) => anchor)).size).toBe(3);
});
