import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { addressOf, outsider } from './api-contract/outsider.ts';
import { importTexts, startServer, withFolder } from './api-contract/start-server.ts';
import { startChild } from './storage/conformance/sqlite-child.ts';

// Each test starts a program or two; a busy machine takes seconds for that.
vi.setConfig({ testTimeout: 30_000 });

const holding = `
  const db = new DatabaseSync(dataDir + '/riwaq.db', { timeout: 5000 });
  db.exec('begin immediate');
  console.log('locked');
  setTimeout(() => { db.exec('rollback'); db.close(); }, Number(words[0]));`;

type Ending = { text: string; status: number | undefined };

/** Posts on a connection that is kept; `status` is undefined where no whole answer came. */
function postOn(agent: Agent, url: string, path: string): Promise<Ending> {
  const text = randomUUID();
  const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  return new Promise((ended) => {
    const sent = request(new URL(path, url), { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () => ended({ text, status: response.complete ? response.statusCode : undefined }));
      response.on('error', () => ended({ text, status: undefined }));
    });
    sent.on('error', () => ended({ text, status: undefined }));
    sent.end(JSON.stringify({ author: { name: 'سلمى' }, text }));
  });
}

test(
  'SIGTERM under load: what was begun is answered, and the process ends by itself in time',
  { timeout: 30_000 },
  () =>
    withFolder(async (dataDir) => {
      await importTexts(dataDir, { 'a.txt': 'عنوان\n\nنصّ\n' });
      const server = await startServer(dataDir);
      const { slug } = await outsider(server.url).openArticle();
      const path = addressOf('POST /api/articles/:slug/comments', { slug });
      const agent = new Agent({ keepAlive: true, maxSockets: 8 });
      const endings: Ending[] = [];
      let stopped = false;
      const line = async () => {
        while (!stopped) {
          const ending = await postOn(agent, server.url, path);
          endings.push(ending);
          if (ending.status === undefined) return;
        }
      };
      const load = Promise.all(Array.from({ length: 8 }, line));
      while (endings.length < 40) await setTimeout(5);
      // Another process writes: by the time of the signal every line has a post under way.
      const other = startChild(holding, [dataDir, '1000']);
      await other.nextLine();
      await setTimeout(300);
      const before = endings.length;
      const asked = performance.now();
      server.signal('SIGTERM');
      expect(await server.ended).toBe(0);
      // Ten seconds are promised; with a second's wait for the other writer, five tell a drain from a cut at nine.
      expect(performance.now() - asked).toBeLessThan(5_000);
      stopped = true;
      await load;
      await other.ended;
      agent.destroy();

      const answered = endings.filter(({ status }) => status !== undefined);
      expect(answered.length - before).toBeGreaterThanOrEqual(8);
      expect(answered.every(({ status }) => status === 201)).toBe(true);
      // The proof that nobody was cut off: whatever was kept, its writer was told of.
      const again = await startServer(dataDir);
      const { read } = outsider(again.url);
      const { total } = await read('GET /api/articles/:slug/comments', { slug });
      again.signal('SIGTERM');
      await again.ended;
      expect(total).toBe(answered.length);
    }),
);

test('slow requests are cut off: headers within 20 s, bodies within 40 s', () =>
  withFolder(async (dataDir) => {
    // The setting is read off the server at work; waiting for it would take its time.
    const spy = `import { subscribe } from 'node:diagnostics_channel';
      subscribe('http.server.request.start', ({ server }) => {
        console.error(JSON.stringify([server.headersTimeout, server.requestTimeout, server.connectionsCheckingInterval]));
      });`;
    const server = await startServer(dataDir, {}, [
      '--import',
      `data:text/javascript,${encodeURIComponent(spy)}`,
    ]);
    await fetch(`${server.url}/healthz`);
    server.signal('SIGTERM');
    await server.ended;
    const [headers, whole] = server.said().err.match(/\d+/g)?.map(Number) ?? [];
    expect(headers).toBeGreaterThan(0);
    expect(headers).toBeLessThanOrEqual(20_000);
    expect(whole).toBeGreaterThan(0);
    expect(whole).toBeLessThanOrEqual(40_000);
  }));
