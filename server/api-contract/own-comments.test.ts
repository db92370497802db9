import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { Comment } from '#contract/comment';
import { limits } from '#contract/limits';
import { checkText } from '#contract/text/plain-text';
import { addressOf, answerOf, cookieOf, outsider, problemOf } from './outsider.ts';
import { judgedServer } from './judged-server.ts';

const { base, stop } = await judgedServer();
afterAll(stop);
const { ask, send, read, post, posted, openArticle } = outsider(base);
const { slug } = await openArticle();
const window = limits.editWindowMinutes * 60_000;

/** A comment and the cookie of the browser that wrote it. */
async function written(text: string, parentId?: string, known?: string) {
  const headers: Record<string, string> = known === undefined ? {} : { cookie: known };
  const response = await post(slug, { author: { name: 'سلمى' }, text, parentId }, { headers });
  const comment = await answerOf('POST /api/articles/:slug/comments', response);
  return { comment, cookie: known ?? cookieOf(response) };
}
const mine = async (cookie?: string) => {
  const response = await ask(
    'GET /api/articles/:slug/mine',
    { slug },
    cookie === undefined ? {} : { cookie },
  );
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  return (await answerOf('GET /api/articles/:slug/mine', response)).comments;
};
const edit = (id: string, body: unknown, cookie?: string) =>
  ask('PATCH /api/comments/:id', { id }, { body, ...(cookie !== undefined && { cookie }) });
const remove = (id: string, cookie?: string) =>
  ask('DELETE /api/comments/:id', { id }, cookie === undefined ? {} : { cookie });
const total = async () => (await read('GET /api/articles/:slug/comments', { slug })).total;

describe('what is mine', () => {
  test('is what this browser wrote, with the time that is left, and nothing to anybody else', async () => {
    const { comment, cookie } = await written('كلامي');
    const other = await written('كلام غيري');
    const until = new Date(Date.parse(comment.createdAt) + window).toISOString();
    const own = { [comment.id]: { liked: false, can: { edit: true, delete: true, until } } };
    expect(await mine(cookie)).toEqual(own);
    expect(Object.keys(await mine(other.cookie))).toEqual([other.comment.id]);
    for (const nobody of [undefined, 'riwaq-writer=forged', '__Host-riwaq-writer=forged', 'x=y'])
      expect(await mine(nobody)).toEqual({});
  });

  test('of no article is a 404', async () => {
    await problemOf('not_found', await ask('GET /api/articles/:slug/mine', { slug: 'no-such-article' }));
  });
});

describe('editing', () => {
  test('changes the words for everybody and says that it was done', async () => {
    const { comment, cookie } = await written('قبل');
    const reply = await posted(slug, { author: { name: 'هدى' }, text: 'ردّ', parentId: comment.id });
    const article = addressOf('GET /api/articles/:slug', { slug });
    const etag = (await send(article)).headers.get('etag') ?? '';
    const answer = await answerOf(
      'PATCH /api/comments/:id',
      await edit(comment.id, { text: ' بعد\r\n' }, cookie),
    );
    expect(answer).toEqual({
      ...comment,
      text: 'بعد',
      editedAt: answer.editedAt,
      replies: [reply],
      replyCount: 1,
    });
    expect(Math.abs(Date.now() - Date.parse(answer.editedAt ?? ''))).toBeLessThan(60_000);
    expect((await read('GET /api/comments/:id', comment)).comment).toEqual(answer);
    const { items } = await read('GET /api/articles/:slug/comments', { slug }, { limit: '1' });
    expect(items).toEqual([answer]);
    // A rendered page and an article are told apart from those before by their versions.
    expect((await send(article, { headers: { 'if-none-match': etag } })).status).toBe(200);
    const again = await answerOf('PATCH /api/comments/:id', await edit(comment.id, { text: 'بعد' }, cookie));
    expect(again).toEqual(answer);
  });

  test('of the same words is no edit', async () => {
    const { comment, cookie } = await written('كما هي');
    const answer = await answerOf(
      'PATCH /api/comments/:id',
      await edit(comment.id, { text: 'كما هي ' }, cookie),
    );
    expect(answer).toEqual(comment);
  });

  test('is for its writer alone, and for what is there', async () => {
    const { comment, cookie } = await written('لي وحدي');
    const stranger = await written('غريب');
    const name = cookie.split('=')[0] ?? '';
    for (const other of [
      undefined,
      stranger.cookie,
      `${name}=forged`,
      `${name}=${'x'.repeat(32)}`,
      `${name}=`,
    ]) {
      await problemOf('forbidden', await edit(comment.id, { text: 'مزوّر' }, other));
      await problemOf('forbidden', await remove(comment.id, other));
    }
    for (const id of ['nothing', '%00', "'--", 'constructor', `${comment.id}0`]) {
      await problemOf('not_found', await edit(id, { text: 'x' }, cookie));
      await problemOf('not_found', await remove(id, cookie));
    }
    expect((await read('GET /api/comments/:id', comment)).comment).toEqual(comment);
  });

  test.each<[what: string, body: unknown, errors: { field: string; code: string }[]]>([
    ['nothing', {}, [{ field: 'text', code: 'required' }]],
    ['null', { text: null }, [{ field: 'text', code: 'wrong_type' }]],
    ['an empty text', { text: ' \n' }, [{ field: 'text', code: 'required' }]],
    ['a long text', { text: 'ب'.repeat(5_001) }, [{ field: 'text', code: 'too_long' }]],
    ['NUL', { text: 'a\0b' }, [{ field: 'text', code: 'malformed' }]],
    ['half a pair', { text: 'a\ud800' }, [{ field: 'text', code: 'malformed' }]],
    ['another name', { text: 'x', author: { name: 'y' } }, [{ field: 'author', code: 'unknown' }]],
    ['a state', { text: 'x', state: 'published' }, [{ field: 'state', code: 'unknown' }]],
  ])('with %s is refused field by field', async (_, body, errors) => {
    const { comment, cookie } = await written('باقٍ');
    expect((await problemOf('validation_failed', await edit(comment.id, body, cookie))).errors).toEqual(
      errors,
    );
    expect((await read('GET /api/comments/:id', comment)).comment).toEqual(comment);
  });

  test('takes JSON and nothing else', async () => {
    const { comment, cookie } = await written('باقٍ');
    const path = addressOf('PATCH /api/comments/:id', comment);
    const patch = (type: string, body: string) =>
      send(path, { method: 'PATCH', headers: { cookie, 'content-type': type }, body });
    await problemOf('unsupported_media_type', await patch('application/x-www-form-urlencoded', 'text=x'));
    await problemOf('unsupported_media_type', await patch('text/plain', '{"text":"x"}'));
    for (const body of ['', '{', '[]', '"x"', 'null'])
      await problemOf('invalid_request', await patch('application/json', body));
    const big = JSON.stringify({ text: 'x'.repeat(limits.commentBody) });
    await problemOf('too_large', await patch('application/json', big));
  });

  test('holds every text to the rules of the contract, as posting does, and keeps what they leave', async () => {
    const { comment, cookie } = await written('قبل كلّ شيء');
    const piece = fc.oneof(
      fc
        .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 6 })
        .map((points) => String.fromCodePoint(...points)),
      fc.constantFrom(
        '\r\n',
        '\r',
        '\t',
        ' ',
        '\0',
        '\ud800',
        '\udc00',
        '\u202e',
        '\u202b',
        '\u202c',
        '\u2067',
        '\u2069',
        '\u200c',
        '\u200d',
        '\u0085',
        '\ufeff',
        '\u{e0041}',
        'مَّ',
        '🏴\u{e0067}\u{e0062}\u{e007f}',
        '👨‍👩‍👧',
        '\u3164',
        '\u064b'.repeat(12),
        'ب'.repeat(2_500),
      ),
    );
    const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(text, async (words) => {
        const checked = checkText(words, 'comment');
        const edited = await edit(comment.id, { text: words }, cookie);
        const fresh = await post(slug, { author: { name: 'سلمى' }, text: words });
        if (checked.ok) {
          expect((await answerOf('PATCH /api/comments/:id', edited)).text).toBe(checked.text);
          expect((await read('GET /api/comments/:id', comment)).comment.text).toBe(checked.text);
          expect((await answerOf('POST /api/articles/:slug/comments', fresh)).text).toBe(checked.text);
        } else {
          const errors = [{ field: 'text', code: checked.code }];
          expect((await problemOf('validation_failed', edited)).errors).toEqual(errors);
          expect((await problemOf('validation_failed', fresh)).errors).toEqual(errors);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('removing', () => {
  test('takes a comment from everybody, and again is no other answer', async () => {
    const before = await total();
    const { comment, cookie } = await written('سأندم');
    expect(await total()).toBe(before + 1);
    for (let time = 0; time < 2; time += 1) {
      const answer = await remove(comment.id, cookie);
      expect(answer.headers.get('content-type')).toBeNull();
      expect(await answerOf('DELETE /api/comments/:id', answer)).toBeUndefined();
    }
    expect(await total()).toBe(before);
    await problemOf('not_found', await send(`/api/comments/${comment.id}`));
    expect(await mine(cookie)).toEqual({});
    await problemOf('not_found', await edit(comment.id, { text: 'عدت' }, cookie));
    await problemOf('not_found', await remove(comment.id));
  });

  test('leaves its place above answers, at any depth, without name and words, and nothing can be done to it', async () => {
    const before = await total();
    const { comment: top, cookie } = await written('في الأعلى');
    const { comment: middle } = await written('في الوسط', top.id, cookie);
    const last = await posted(slug, { author: { name: 'هدى' }, text: 'في الأسفل', parentId: middle.id });
    for (const { id } of [top, middle]) expect((await remove(id, cookie)).status).toBe(204);
    expect(await total()).toBe(before + 1);
    const blank = { author: { name: '', staff: false }, text: '', state: 'removed', replyCount: 1 };
    const place = { ...middle, ...blank };
    const { comment } = await read('GET /api/comments/:id', top);
    expect(comment).toEqual({ ...top, ...blank, replies: [place, last] });
    expect(await read('GET /api/comments/:id/replies', top)).toEqual({
      items: [place, last],
      nextCursor: null,
    });
    for (const { id } of [top, middle]) {
      await problemOf('not_found', await edit(id, { text: 'عدت' }, cookie));
      await problemOf('not_found', await ask('PUT /api/comments/:id/like', { id }));
      const answer = await post(slug, { author: { name: 'هدى' }, text: 'ردّ', parentId: id });
      await problemOf('parent_invalid', answer);
    }
  });
});

describe('a page of replies that begins with one of them', async () => {
  const top = await posted(slug, { author: { name: 'نور' }, text: 'فرع' });
  const replies: Comment[] = [];
  for (let at = 0; at < 5; at += 1)
    replies.push(await posted(slug, { author: { name: 'نور' }, text: `ردّ ${at}`, parentId: top.id }));

  test('has it first, and goes on by cursor', async () => {
    const from = replies[2]?.id ?? '';
    const first = await read('GET /api/comments/:id/replies', top, { from, limit: '2' });
    expect(first.items).toEqual(replies.slice(2, 4));
    const next = await read('GET /api/comments/:id/replies', top, {
      cursor: first.nextCursor ?? '',
      limit: '2',
    });
    expect(next).toEqual({ items: replies.slice(4), nextCursor: null });
  });

  test.each(['nothing', '', "'--", '%00', top.id])(
    'is none where "%s" is no reply of the branch',
    async (from) => {
      await problemOf('not_found', await send(addressOf('GET /api/comments/:id/replies', top, { from })));
    },
  );

  test('is not asked for with a cursor too', async () => {
    const from = replies[2]?.id ?? '';
    const { nextCursor } = await read('GET /api/comments/:id/replies', top, { limit: '1' });
    const both = addressOf('GET /api/comments/:id/replies', top, { from, cursor: nextCursor ?? '' });
    await problemOf('invalid_request', await send(both));
    const long = addressOf('GET /api/comments/:id/replies', top, { from: 'x'.repeat(201) });
    await problemOf('invalid_request', await send(long));
  });
});

test('what another site sends through a visitor changes nothing', async () => {
  const { comment, cookie } = await written(`هنا ${randomUUID()}`);
  for (const headers of [{ origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'cross-site' }]) {
    const asked = { cookie, headers };
    await problemOf(
      'forbidden',
      await ask('PATCH /api/comments/:id', comment, { ...asked, body: { text: 'x' } }),
    );
    await problemOf('forbidden', await ask('DELETE /api/comments/:id', comment, asked));
    await problemOf('forbidden', await ask('PUT /api/comments/:id/like', comment, asked));
    await problemOf('forbidden', await ask('DELETE /api/comments/:id/like', comment, asked));
    await problemOf('forbidden', await ask('POST /api/comments/:id/like', comment, asked));
    const report = { ...asked, body: { reason: 'x' } };
    await problemOf('forbidden', await ask('POST /api/comments/:id/reports', comment, report));
  }
  expect((await read('GET /api/comments/:id', comment)).comment).toEqual(comment);
});
