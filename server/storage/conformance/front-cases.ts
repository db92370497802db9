import assert from 'node:assert/strict';
import * as v from 'valibot';
import { Front } from '#contract/front';
import { limits } from '#contract/limits';
import type { ConformanceCase } from './conformance-case.ts';
import type { Storage } from '../port.ts';
import { draft, kept, later, minute, post, start, walk } from './samples.ts';

const { front } = limits;
const slugsOf = (items: readonly { slug: string }[]) => items.map(({ slug }) => slug);

export const frontCases: readonly ConformanceCase[] = [
  {
    name: 'the front of an empty site is empty, and a short one has no more to go on to',
    async run({ open }) {
      const storage = await open();
      assert.deepEqual(await storage.front(later), {
        top: [],
        sections: [],
        discussed: [],
        nextCursor: null,
      });
      const section = { slug: 's', name: 'قسم' };
      await saveMany(storage, front.top, (at) => ({ slug: `a${at}`, section }));
      const short = await storage.front(later);
      assert.deepEqual(slugsOf(short.top), numbered('a', 0, front.top));
      assert.deepEqual([short.sections, short.nextCursor], [[], null]);
    },
  },
  {
    name: 'the front shows no article twice, and its cursor goes on in the list of all',
    async run({ open }) {
      const storage = await open();
      const section = { slug: 's', name: 'قسم' };
      const count = front.top + front.section + 3;
      // Two in every millisecond, so that a place is more than a time.
      await saveMany(storage, count, (at) => ({
        slug: `a${at}`,
        section,
        publishedAt: start - Math.floor(at / 2),
      }));
      const { top, sections, nextCursor } = await storage.front(later);
      assert.deepEqual(slugsOf(top), numbered('a', 0, front.top));
      assert.deepEqual(
        sections.map(({ slug, name, items }) => ({ slug, name, items: slugsOf(items) })),
        [{ ...section, items: numbered('a', front.top, front.top + front.section) }],
      );
      assert.ok(nextCursor);
      const rest = await walk(4, (cursor = nextCursor) =>
        storage.listArticles({ now: later, limit: 4, cursor }),
      );
      assert.deepEqual(slugsOf(rest), numbered('a', front.top, count));
    },
  },
  {
    name: 'a front whose sections show all that is older has no more to go on to',
    async run({ open }) {
      const storage = await open();
      const section = { slug: 's', name: 'قسم' };
      const shown = front.top + front.section;
      await saveMany(storage, shown, (at) => ({ slug: `a${at}`, section, publishedAt: start - at * minute }));
      assert.equal((await storage.front(later)).nextCursor, null);
      await storage.saveArticle(draft({ slug: 'older', publishedAt: start - shown * minute }));
      assert.ok((await storage.front(later)).nextCursor, 'one more in no section');
    },
  },
  {
    name: 'an article that gives only the slug of its section does not take the name from it',
    async run({ open }) {
      const storage = await open();
      const save = (slug: string, name: string) =>
        storage.saveArticle(draft({ slug, source: slug, section: { slug: 'art', name } }));
      await save('a', 'art');
      assert.deepEqual(await storage.listSections(later), [{ slug: 'art', name: 'art' }]);
      await save('b', 'فن');
      await save('c', 'art');
      assert.deepEqual(await storage.listSections(later), [{ slug: 'art', name: 'فن' }]);
    },
  },
  {
    name: 'sections of the front stand by name or as asked, those without more than the top left out',
    async run({ open }) {
      const storage = await open();
      const [art, city, word] = [
        { slug: 'art', name: 'فن' },
        { slug: 'city', name: 'أمكنة' },
        { slug: 'word', name: 'لغة' },
      ];
      await saveMany(storage, front.top, (at) => ({ slug: `top${at}`, section: word }));
      for (const section of [art, city])
        await storage.saveArticle(
          draft({ slug: `of-${section.slug}`, section, publishedAt: start - 9 * minute }),
        );
      await storage.saveArticle(draft({ slug: 'of-none', publishedAt: start - 8 * minute }));
      const shown = async (...asked: Parameters<Storage['front']>) =>
        (await storage.front(...asked)).sections.map(({ slug, name, items }) => [
          slug,
          name,
          ...slugsOf(items),
        ]);
      assert.deepEqual(await shown(later), [
        ['city', 'أمكنة', 'of-city'],
        ['art', 'فن', 'of-art'],
      ]);
      const asked = [{ slug: 'nowhere', name: 'لا شيء' }, word, { slug: 'art', name: 'فنون' }, city];
      assert.deepEqual(await shown(later, asked), [
        ['art', 'فنون', 'of-art'],
        ['city', 'أمكنة', 'of-city'],
      ]);
      assert.deepEqual(await shown(later, [city]), [['city', 'أمكنة', 'of-city']]);
    },
  },
  {
    name: 'most discussed are the newest articles with the most comments shown, the newer of two with as many',
    async run({ open }) {
      const storage = await open();
      const counts = [0, 1, 3, 1, 2, 1, 1];
      await saveMany(storage, counts.length, (at) => ({ slug: `a${at}` }));
      const loud = draft({ slug: 'loud' });
      await storage.saveArticle(loud);
      for (const [at, count] of counts.entries())
        for (let one = 0; one < count; one += 1) await kept(storage, post(`a${at}`));
      for (let one = 0; one < 4; one += 1) await kept(storage, post('loud'));
      await kept(storage, post('a0', { state: 'pending' }));
      const discussed = async () => (await storage.front(later)).discussed;
      const expected = ['loud', 'a2', 'a4', 'a1', 'a3', 'a5', 'a6'];
      assert.deepEqual(slugsOf(await discussed()), expected.slice(0, front.discussed));
      assert.deepEqual(
        (await discussed()).map(({ comments }) => comments.count),
        [4, 3, 2, 1, 1].slice(0, front.discussed),
      );
      await storage.saveArticle({ ...loud, commentsState: 'hidden' });
      assert.deepEqual(slugsOf(await discussed()), expected.slice(1, 1 + front.discussed));
      const whole = await storage.front(later);
      assert.equal(JSON.stringify(whole), JSON.stringify(v.parse(Front, whole)));
    },
  },
  {
    name: 'what was discussed before the newest articles is news no more',
    async run({ open }) {
      const storage = await open();
      await storage.saveArticle(draft({ slug: 'last', publishedAt: start - minute }));
      await kept(storage, post('last'));
      await saveMany(storage, front.window - 1, (at) => ({ slug: `a${at}` }));
      assert.deepEqual(slugsOf((await storage.front(later)).discussed), ['last']);
      await storage.saveArticle(draft({ publishedAt: later + minute }));
      assert.deepEqual(slugsOf((await storage.front(later)).discussed), ['last']);
      await storage.saveArticle(draft());
      assert.deepEqual((await storage.front(later)).discussed, []);
    },
  },
];

const numbered = (name: string, from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `${name}${from + at}`);

/** Saves `count` articles of `start`, the first the newest unless told otherwise. */
async function saveMany(
  storage: Storage,
  count: number,
  changes: (at: number) => Parameters<typeof draft>[0],
): Promise<void> {
  for (let at = count - 1; at >= 0; at -= 1) await storage.saveArticle(draft(changes(at)));
}
