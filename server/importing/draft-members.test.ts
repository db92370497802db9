import { describe, expect, test } from 'vitest';
import { draftMembers } from './draft-members.ts';
import { readFrontMatter } from './front-matter.ts';

const draftOf = (yaml: string) => {
  const read = readFrontMatter(`---\n${yaml}\n---\nنص`);
  if (!read.ok) throw new Error(read.why);
  return draftMembers(read.members, 'Asia/Beirut');
};

describe('draftMembers', () => {
  test('says of an article what its text does not', () => {
    expect(
      draftOf(
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
      kicker: 'تمهيد',
      summary: 'سطران من كلام',
      section: { slug: 'culture', name: 'culture' },
      authors: [{ name: 'سلمى' }, { name: 'نادر' }],
      dateline: 'عمّان',
      credit: 'فارس',
      creditLine: '(«فارس»)',
      publishedAt: Date.UTC(2026, 10, 24, 4, 30),
      tags: ['مدن'],
      correction: { text: 'كان الرقم خطأ', date: '2026-11-25' },
      commentsState: 'closed',
    });
  });

  test.each([
    ['', {}],
    ['published: 2026-11-24', { publishedAt: Date.UTC(2026, 10, 23, 22) }],
    ['published: 2026-11-24 06:30:00Z', { publishedAt: Date.UTC(2026, 10, 24, 6, 30) }],
    ['credit: فارس', { credit: 'فارس', creditLine: '(فارس)' }],
    ['credit: (رويترز)', { credit: 'رويترز', creditLine: '(رويترز)' }],
    ['credit: «فارس»', { credit: 'فارس', creditLine: '«فارس»' }],
  ])('%s', (yaml, draft) => {
    expect(draftOf(yaml)).toEqual(draft);
  });
});
