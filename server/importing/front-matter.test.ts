import { describe, expect, test } from 'vitest';
import { readFrontMatter } from './front-matter.ts';

const read = (yaml: string) => readFrontMatter(`---\n${yaml}\n---\nنص`);

describe('front matter', () => {
  test('says of an article what its text does not', () => {
    expect(
      read(
        [
          'title: عنوان',
          'slug: عنوان-قديم',
          'kicker: تمهيد',
          'summary: >',
          '  سطران',
          '  من كلام',
          'lang: ar-LB',
          'section: culture',
          'authors: [سلمى, نادر]',
          'dateline: عمّان',
          'credit: («فارس»)',
          'published: 2026-11-24T06:30:00+02:00',
          'tags: [مدن]',
          'correction: { text: كان الرقم خطأ, date: 2026-11-25 }',
          'comments: closed',
        ].join('\n'),
      ),
    ).toEqual({
      ok: true,
      title: 'عنوان',
      rest: 'نص',
      notes: [],
      said: {
        slug: 'عنوان-قديم',
        kicker: 'تمهيد',
        summary: 'سطران من كلام',
        lang: 'ar-LB',
        section: { slug: 'culture', name: 'culture' },
        authors: [{ name: 'سلمى' }, { name: 'نادر' }],
        dateline: 'عمّان',
        credit: 'فارس',
        creditLine: '(«فارس»)',
        publishedAt: Date.UTC(2026, 10, 24, 4, 30),
        tags: ['مدن'],
        correction: { text: 'كان الرقم خطأ', date: '2026-11-25' },
        commentsState: 'closed',
      },
    });
  });

  test.each([
    ['section: { slug: culture, name: الثقافة }', { section: { slug: 'culture', name: 'الثقافة' } }],
    ['authors: سلمى', { authors: [{ name: 'سلمى' }] }],
    ['published: 2026-11-24', { publishedAt: Date.UTC(2026, 10, 24) }],
    ['credit: فارس', { credit: 'فارس', creditLine: '(فارس)' }],
  ])('%s', (yaml, said) => {
    expect(read(yaml)).toMatchObject({ ok: true, said });
  });

  test.each([
    [
      'langg: ar',
      'langg is no member; allowed: title, slug, kicker, summary, lang, section, authors, dateline, credit, published, tags, image, correction, comments',
    ],
    ['lang: arabic_', 'lang is "arabic_"; allowed: a language tag, as ar or ar-LB'],
    ['title: [x]', 'title is ["x"]; allowed: one line of 1 to 500 letters'],
    ['slug: A B', 'slug is "A B"; allowed: letters and digits without marks, joined by single hyphens'],
    [
      'published: أمس',
      'published is "أمس"; allowed: a moment with its zone, as 2026-11-24T08:00:00Z, or a date, which begins in UTC',
    ],
    ['comments: shut', 'comments is "shut"; allowed: open, closed or hidden'],
    ['correction: { text: x }', 'correction is {"text":"x"}; allowed: {text, date}, the date as 2026-11-24'],
    ['a: &a [x]\nb: *a', 'it holds an anchor or an alias'],
    [
      'just words',
      'allowed: members of the names title, slug, kicker, summary, lang, section, authors, dateline, credit, published, tags, image, correction, comments',
    ],
    [`title: ${'ا'.repeat(20_001)}`, 'longer than 20000 letters'],
  ])('%s is refused', (yaml, why) => {
    expect(read(yaml)).toEqual({ ok: false, why: `front matter: ${why}` });
  });

  test('what is not closed, or not at the very beginning, is text', () => {
    expect(readFrontMatter('---\ntitle: x')).toMatchObject({ ok: true, said: {}, rest: '---\ntitle: x' });
  });
});
