import { describe, expect, test } from 'vitest';
import { parsePlainText } from './plain-text.ts';

function bodyOf(text: string): string[] {
  return parsePlainText(text).body.map((block) =>
    block.type === 'paragraph' ? block.children.map((run) => run.text).join('|') : block.type,
  );
}

describe('parsePlainText', () => {
  test.each([
    ['each line, without blank lines', 'عنوان\nأولى\nثانية', ['أولى', 'ثانية']],
    ['lines joined, with blank lines', 'عنوان\nأولى\nتتمّتها\n\nثانية', ['أولى تتمّتها', 'ثانية']],
    ['blank lines before and after the body part nothing', '\n\nعنوان\n\nأولى\nثانية\n\n', ['أولى', 'ثانية']],
    ['a line of blanks and invisible characters is blank', 'عنوان\nأ\n \u00a0\u200f\u2800\t\nب', ['أ', 'ب']],
    ['blanks in a row and tabs are one', 'عنوان\n  أ \t  ب\tج ', ['أ ب ج']],
    ['an isolated number keeps its direction', 'عنوان\nفاز \u20663-2\u2069 أمس', ['فاز |3-2| أمس']],
    ['addresses stay text', 'عنوان\nhttps://example.com/?a=<b>', ['https://example.com/?a=<b>']],
  ])('%s', (_, text, body) => {
    expect(bodyOf(text)).toEqual(body);
  });

  test('the title is the first line with something to see', () => {
    expect(parsePlainText('\u200f\n  سوق\t\u202bالورّاقين\u202c \nنص').title).toBe('سوق الورّاقين');
  });

  test.each([
    ['إضافة تعليق جديد'],
    ['  «إضافة تعليق جديد:»  '],
    ['إضافة تعليق'],
    ['أضف تعليقاً'],
    ['أَضِف تعليقك…'],
    ['التعليقات (٣)'],
    ['Add new comment'],
  ])('a comment heading at the end is left out and named: %s', (heading) => {
    const parsed = parsePlainText(`عنوان\nنص\n(رويترز)\n\n${heading}\n`);
    expect(parsed).toMatchObject({
      body: [{ children: [{ text: 'نص' }] }],
      credit: 'رويترز',
      creditLine: '(رويترز)',
    });
    expect(parsed.notes).toEqual([`left out the comment heading «${heading.trim()}»`]);
  });

  test('one inside the text, or within a sentence, stays', () => {
    expect(bodyOf('عنوان\nإضافة تعليق جديد\nنص')).toEqual(['إضافة تعليق جديد', 'نص']);
    expect(bodyOf('عنوان\nطلب منهم إضافة تعليق جديد')).toEqual(['طلب منهم إضافة تعليق جديد']);
  });

  test('a credit ends the last line only', () => {
    expect(bodyOf('عنوان\nأولى (رويترز)\nثانية. (أ ف ب)')).toEqual(['أولى (رويترز)', 'ثانية.']);
    expect(parsePlainText('عنوان\nأولى\n\nثانية\n(«فارس»)')).toMatchObject({
      credit: 'فارس',
      body: [{}, {}],
    });
    expect(parsePlainText('عنوان\nأولى\nثانية\n\n(«فارس»)')).toMatchObject({
      credit: 'فارس',
      body: [{}, {}],
    });
    expect(parsePlainText('عنوان\nنص (آب)').credit).toBeUndefined();
  });

  test('no title or no text comes back empty', () => {
    expect(parsePlainText(' \n\u2800\n')).toMatchObject({ title: '', body: [] });
    expect(parsePlainText('عنوان\n\n').body).toEqual([]);
    expect(parsePlainText('عنوان (رويترز)')).toEqual({ title: 'عنوان (رويترز)', body: [], notes: [] });
    expect(parsePlainText('عنوان\n(رويترز)\nإضافة تعليق جديد').body).toEqual([]);
  });
});
