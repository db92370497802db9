import type { Transaction } from 'kysely';
import { describe, expect, test } from 'vitest';
import { conformanceCases } from './conformance.ts';
import type { Database } from './database.ts';
import type { Engine } from './engine.ts';
import { onSqliteSite } from './conformance/sqlite-site.ts';

type Tx = Transaction<Database>;

/** An engine whose every write is followed, in its own transaction, by some damage. */
const damaging =
  (damage: (tx: Tx) => Promise<unknown>) =>
  (engine: Engine): Engine => ({
    ...engine,
    write: (work) =>
      engine.write(async (tx) => {
        const answer = await work(tx);
        await damage(tx);
        return answer;
      }),
  });

/** An engine that says a comment was kept, and then takes everything back. */
const forgettingComments = (engine: Engine): Engine => ({
  ...engine,
  async write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const told: T[] = [];
    try {
      return await engine.write(async (tx) => {
        const answer = await work(tx);
        if (JSON.stringify(answer).includes('"posted"')) {
          told.push(answer);
          throw new Error('power cut');
        }
        return answer;
      });
    } catch (error) {
      const [answer] = told;
      if (answer === undefined) throw error;
      return answer;
    }
  },
});

const aPost = 'a post is answered with the comment, counted everywhere, and there after reopening';
const sameKey = 'the same key and content again give the first answer, whatever has happened since';
const eight = 'eight posts at once with one key are one comment, one count and one answer';

const faults: [string, (engine: Engine) => Engine, string[]][] = [
  ['acknowledges a comment and rolls back', forgettingComments, [aPost, sameKey, eight]],
  [
    'loses the idempotency key',
    damaging((tx) => tx.deleteFrom('idempotency_keys').execute()),
    [sameKey, eight, 'after a lost answer the repetition gives the cookie, and with it the writer'],
  ],
  [
    'loses the count of comments',
    damaging((tx) => tx.updateTable('articles').set({ comment_count: 0 }).execute()),
    [aPost, eight, 'whatever is posted in whatever order, lists and counts agree with what was posted'],
  ],
  [
    'loses the count of replies',
    damaging((tx) => tx.updateTable('comments').set({ reply_count: 0 }).execute()),
    [aPost, 'the first replies of a branch travel with it, flat and oldest first, the others by cursor'],
  ],
  [
    'loses the writer of the cookie',
    damaging((tx) => tx.deleteFrom('sessions').execute()),
    ['a reader known by the cookie stays the same writer and gets no other token'],
  ],
  [
    'moves no version',
    damaging((tx) => tx.updateTable('site').set({ articles_version: 0, comments_version: 0 }).execute()),
    [
      'versions move with what changes and with nothing else',
      'what one opening writes, another sees at once',
      'withdrawing and restoring each are a new version, for every opening at once',
    ],
  ],
  [
    'forgets what was withdrawn',
    damaging((tx) => tx.updateTable('articles').set({ withdrawn: 0 }).execute()),
    [
      'a withdrawn article is nowhere, its comments with it, and comes back whole',
      'a withdrawn article that is imported again is updated and stays withdrawn',
      'an article that waits for its date is no withdrawn one, withdrawn or not',
      'the operator sees every article once, with its state, newest first',
    ],
  ],
  [
    'tidies what readers wrote',
    damaging(async (tx) => {
      const { text, id } = (await tx
        .selectFrom('comments')
        .select(['text', 'id'])
        .orderBy('position', 'desc')
        .executeTakeFirst()) ?? { text: '', id: '' };
      await tx
        .updateTable('comments')
        .set({ text: text.normalize('NFC') })
        .where('id', '=', id)
        .execute();
    }),
    ['names and words are kept code point for code point'],
  ],
];

describe.each(faults)('an engine that %s', (_, fault, failing) => {
  test.each(failing)(
    'fails: %s',
    async (name) => {
      const found = conformanceCases.find((one) => one.name === name);
      await expect(onSqliteSite(async (site) => found?.run(site), fault)).rejects.toThrow();
    },
    30_000,
  );
});

test('every case has a name of its own', () => {
  expect(new Set(conformanceCases.map(({ name }) => name)).size).toBe(conformanceCases.length);
});
