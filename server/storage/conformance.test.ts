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
    'forgets what changed',
    damaging((tx) => tx.updateTable('comments').set({ changed: null }).execute()),
    ['what is new, changed and removed is told since any version, each comment once'],
  ],
  [
    'tells of what was never shown',
    damaging((tx) => tx.updateTable('comments').set({ appeared: 0 }).execute()),
    ['a held comment is told to nobody until it is published, and is new then'],
  ],
  [
    'is deaf',
    (engine) => ({ ...engine, watch: () => () => {} }),
    ['whoever watches is told what any opening has written, and nothing after the end'],
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
    'loses the count of likes',
    damaging((tx) => tx.updateTable('comments').set({ like_count: 0 }).execute()),
    [
      'a like counts once a browser, is shown to everybody, and can be taken back',
      'the count of likes is the number of those who like it, whoever comes and goes at once',
      'whatever is posted, edited, held, liked and removed, places and counts agree with it',
    ],
  ],
  [
    'loses who likes what',
    damaging((tx) => tx.deleteFrom('likes').execute()),
    [
      'a like counts once a browser, is shown to everybody, and can be taken back',
      'a browser is told of its own comments for their time, of its likes, and of nobody else’s',
    ],
  ],
  [
    'loses what was said before',
    damaging((tx) => tx.deleteFrom('comment_edits').execute()),
    ['a writer edits a comment within the time for it, and the words before are kept'],
  ],
  [
    'brings back what was removed',
    damaging((tx) =>
      tx.updateTable('comments').set({ state: 'published' }).where('state', '=', 'removed').execute(),
    ),
    [
      'a removed comment keeps its place at any depth while published ones stand below it, and no longer',
      'a removed comment is counted nowhere, what answers it stays counted, and removing it again is no change',
      'only what is published is liked and reported',
    ],
  ],
  [
    'shows what is held',
    damaging((tx) =>
      tx.updateTable('comments').set({ state: 'published' }).where('state', '=', 'pending').execute(),
    ),
    [
      'where comments are held, an edited one is held again and a held one stays so, in its writer’s hands',
      'nobody but its writer edits or removes a comment, and what is not there is not found',
    ],
  ],
  [
    'forgets the reports',
    damaging((tx) => tx.deleteFrom('reports').execute()),
    ['the first report of a browser is kept, and is nobody’s to see'],
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
