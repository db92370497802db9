import { afterAll, describe, expect, test } from 'vitest';
import { limits } from '#contract/limits';
import type { FieldCode } from '#contract/problem-codes';
import { outsider, problemOf } from './outsider.ts';
import { judgedServer } from './judged-server.ts';

const { base, stop } = await judgedServer();
afterAll(stop);
const { read, post, posted, openArticle } = outsider(base);
const { slug } = await openArticle();

const good = { author: { name: 'سلمى' }, text: 'كلام' };
const named = (name: unknown) => ({ ...good, author: { name } });
const saying = (text: unknown) => ({ ...good, text });
const total = async () => (await read('GET /api/articles/:slug/comments', { slug })).total;

type Row = [what: string, body: unknown, field: string, code: FieldCode];
const invisible = '\u200b\u200e\u2060\u00ad\ufeff\u034f\u{e0041}';
/** One grapheme of twelve code points; joiners are no marks, so all of them stay. */
const joined = `ب${'\u200d'.repeat(11)}`;
const zalgo = (letters: number, marks: number) => `ب${'\u064b'.repeat(marks)}`.repeat(letters);

const refused: Row[] = [
  ['no name', { text: 'كلام', author: {} }, 'author.name', 'required'],
  ['no author', { text: 'كلام' }, 'author', 'required'],
  ['no text', { author: good.author }, 'text', 'required'],
  ['an author that is null', { ...good, author: null }, 'author', 'wrong_type'],
  ['an author that is a name', { ...good, author: 'سلمى' }, 'author', 'wrong_type'],
  ['an author that is an empty array', { ...good, author: [] }, 'author.name', 'required'],
  ['a name that is null', named(null), 'author.name', 'wrong_type'],
  ['a name that is a number', named(7), 'author.name', 'wrong_type'],
  ['a name that is an array', named(['سلمى']), 'author.name', 'wrong_type'],
  ['a name that is an object', named({ toString: 'x' }), 'author.name', 'wrong_type'],
  ['a text that is null', saying(null), 'text', 'wrong_type'],
  ['a text that is false', saying(false), 'text', 'wrong_type'],
  ['a text that is an array', saying(['كلام']), 'text', 'wrong_type'],
  ['an unknown member', { ...good, email: 'a@b.example' }, 'email', 'unknown'],
  [
    'an unknown member named as an object has it',
    JSON.parse('{"author":{"name":"x"},"text":"x","constructor":1}'),
    'constructor',
    'unknown',
  ],
  [
    'an unknown member __proto__',
    JSON.parse('{"author":{"name":"x"},"text":"x","__proto__":{"y":1}}'),
    '__proto__',
    'unknown',
  ],
  [
    'an unknown member of the author',
    { ...good, author: { name: 'سلمى', staff: true } },
    'author.staff',
    'unknown',
  ],
  ['a state of its own', { ...good, state: 'published' }, 'state', 'unknown'],
  ['an empty name', named(''), 'author.name', 'required'],
  ['a blank name', named(' \t\n\u00a0\u3000'), 'author.name', 'required'],
  ['an invisible name', named(invisible), 'author.name', 'required'],
  ['a name of fillers', named('\u3164\u115f\u2800'), 'author.name', 'required'],
  ['a name of marks alone', named('\u064b\u064c'), 'author.name', 'required'],
  ['an empty text', saying(''), 'text', 'required'],
  ['a blank text', saying('\r\n \u2003\n'), 'text', 'required'],
  ['an invisible text', saying(invisible), 'text', 'required'],
  ['a text of overrides', saying('\u202d\u202e'), 'text', 'required'],
  ['81 letters with marks', named('بَّ'.repeat(81)), 'author.name', 'too_long'],
  ['5001 letters', saying('ب'.repeat(5_001)), 'text', 'too_long'],
  ['5001 flags', saying('🇱🇧'.repeat(5_001)), 'text', 'too_long'],
  ['a name of 80 letters and too many code points', named(joined.repeat(80)), 'author.name', 'too_long'],
  ['a text of 5000 letters and too many code points', saying(joined.repeat(5_000)), 'text', 'too_long'],
  ['NUL in a name', named('سل\0مى'), 'author.name', 'malformed'],
  ['NUL in a text', saying('كلا\0م'), 'text', 'malformed'],
  ['half a pair in a name', named('سلمى\ud800'), 'author.name', 'malformed'],
  ['half a pair in a text', saying('\udc00كلام'), 'text', 'malformed'],
  ['a pair the wrong way round', saying('\udc00\ud800'), 'text', 'malformed'],
];

describe('a comment is refused', () => {
  test.each(refused)('for %s', async (_, body, field, code) => {
    const { errors } = await problemOf('validation_failed', await post(slug, body));
    expect(errors).toEqual([{ field, code }]);
  });

  test('with everything that is wrong with it, and nothing is kept', async () => {
    const before = await total();
    const body = { author: { name: '' }, text: 5, parentId: 9, extra: 1 };
    const { errors = [] } = await problemOf('validation_failed', await post(slug, body));
    expect(new Set(errors.map(({ field }) => field))).toEqual(
      new Set(['author.name', 'text', 'parentId', 'extra']),
    );
    expect(await total()).toBe(before);
  });
});

test.each([
  ['a name of 80 letters with marks', named('بَّ'.repeat(limits.name.max))],
  ['a name of 80 letters with eight marks each', named(zalgo(80, limits.marksPerLetter))],
  ['a text of 5000 letters', saying('ب'.repeat(limits.comment.max))],
  ['a text of 5000 letters with eight marks each', saying(zalgo(limits.comment.max, limits.marksPerLetter))],
  ['a text of 5000 families', saying('👨‍👩‍👧‍👦'.repeat(limits.comment.max))],
  ['a text of one sign', saying('؟')],
])('%s is taken unchanged', async (_, body) => {
  const { author, text } = await posted(slug, body);
  expect({ author: { name: author.name }, text }).toEqual(body);
});
