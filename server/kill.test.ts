import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { outsider, type Outsider } from './api-contract/outsider.ts';
import { importTexts, startServer, withFolder } from './api-contract/start-server.ts';
import { startChild } from './storage/conformance/sqlite-child.ts';

/** Kills, and milliseconds after which a slow machine has done enough of them; never fewer than the least. */
const kills = { most: 20, least: 5, within: 20_000 };

/** The texts of all comments in the file, read by another process that may only read. */
async function rowsIn(dataDir: string): Promise<string[]> {
  const child = startChild(
    `const db = new DatabaseSync(dataDir + '/riwaq.db', { readOnly: true });
     for (const { text } of db.prepare('select text from comments order by position').all()) console.log(text);
     console.log(db.prepare('pragma integrity_check').get().integrity_check);`,
    [dataDir],
  );
  const lines: string[] = [];
  for (let line = await child.nextLine(); line !== undefined; line = await child.nextLine()) lines.push(line);
  await child.ended;
  expect(lines.pop()).toBe('ok');
  return lines;
}

/** Sends comments, four at once, until the connection breaks; `onKept` hears of each 201. */
async function flood(
  { post }: Outsider,
  slug: string,
  onKept: (text: string, key: string) => void,
): Promise<void> {
  const line = async () => {
    for (;;) {
      const [text, key] = [randomUUID(), randomUUID()];
      const response = await post(slug, { author: { name: 'سلمى' }, text }, { key });
      if (response.status === 201) onKept(text, key);
      await response.arrayBuffer();
    }
  };
  await Promise.allSettled(Array.from({ length: 4 }, line));
}

test(
  'killed with -9 between an answer and the look, again and again: no comment is lost, none doubled',
  { timeout: 60_000 },
  () =>
    withFolder(async (dataDir) => {
      await importTexts(dataDir, { 'a.txt': 'عنوان\n\nنصّ\n' });
      const ledger = new Map<string, string>();
      const begun = performance.now();
      const enough = () => kill >= kills.least && performance.now() - begun > kills.within;
      let kill = 0;
      for (; kill < kills.most && !enough(); kill += 1) {
        const server = await startServer(dataDir);
        const reader = outsider(server.url);
        const { slug } = await reader.openArticle();
        // What the last server acknowledged before it died, the new one gives; and a retry is no second comment.
        const [text, key] = [...ledger].at(-1) ?? [];
        if (text !== undefined && key !== undefined) {
          const { items } = await reader.read('GET /api/articles/:slug/comments', { slug }, { limit: '100' });
          expect(items.filter((one) => one.text === text)).toHaveLength(1);
          const again = await reader.posted(slug, { author: { name: 'سلمى' }, text }, { key });
          expect(again.id).toBe(items.find((one) => one.text === text)?.id);
        }
        let heard = 0;
        await flood(reader, slug, (text, key) => {
          ledger.set(text, key);
          heard += 1;
          // Between a 201 and whatever comes next.
          if (heard === 1 + (kill % 5)) server.signal('SIGKILL');
        });
        expect(await server.ended).toBeUndefined();
      }
      const rows = await rowsIn(dataDir);
      expect(new Set(rows).size).toBe(rows.length);
      expect([...ledger.keys()].filter((text) => !rows.includes(text))).toEqual([]);
      expect(ledger.size).toBeGreaterThanOrEqual(kill);
    }),
);
