import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { draft } from '../storage/conformance/samples.ts';
import { openStorage } from '../open-storage.ts';
import { addressOf, outsider, problemOf, type Outsider } from './outsider.ts';
import { sampleArticles } from './judged-server.ts';
import { placeOf } from '../storage/conformance/test-database.ts';
import { importFiles, importTexts, launch, startServer, type RunningServer } from './start-server.ts';

// What an operator does beside a running server, so always with a server of ours.
const slug = 'ميناء-لا-ينام';
const withdrawn = [{ field: 'slug', code: 'withdrawn' }];
let dataDir = '';
let server: RunningServer;
let reader: Outsider;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'riwaq-withdrawing-'));
  await importFiles(dataDir, await sampleArticles());
  const { DATABASE_URL: databaseUrl } = await placeOf(dataDir);
  const storage = await openStorage({ dataDir, databaseUrl });
  await storage.saveArticle(draft({ slug: 'waiting', publishedAt: Date.UTC(2200, 0, 1) }));
  await storage.close();
  server = await startServer(dataDir);
  reader = outsider(server.url);
});
afterAll(async () => {
  server.signal('SIGTERM');
  await server.ended;
  await rm(dataDir, { recursive: true });
});

async function articles(...args: string[]) {
  const child = launch({ args: ['cli', 'articles', ...args], settings: { ...(await placeOf(dataDir)) } });
  return { code: await child.ended, lines: child.said().out.trimEnd().split('\n') };
}

const page = `/ar/articles/${encodeURIComponent(slug)}`;
const comments = (of: string) => addressOf('GET /api/articles/:slug/comments', { slug: of });
const slugsOf = (items: readonly { slug: string }[]) => items.map((item) => item.slug);

test('a withdrawn article is gone from a running site at once, with a word for it, and comes back whole', async () => {
  const { send, read, post, posted } = reader;
  const { id } = await posted(slug, { author: { name: 'هدى' }, text: 'بحر' });
  const whole = await read('GET /api/articles/:slug', { slug });
  const address = addressOf('GET /api/articles/:slug', { slug });
  const etag = (await send(address)).headers.get('etag') ?? '';
  expect((await send(page)).status).toBe(200);
  expect(await articles('withdraw', slug)).toEqual({ code: 0, lines: [`withdrawn ${slug}`] });

  const held = { headers: { 'if-none-match': etag } };
  expect((await problemOf('not_found', await send(address, held))).errors).toEqual(withdrawn);
  expect((await problemOf('not_found', await send(comments(slug)))).errors).toEqual(withdrawn);
  const refused = await post(slug, { author: { name: 'هدى' }, text: 'موج' });
  expect((await problemOf('not_found', refused)).errors).toEqual(withdrawn);
  await problemOf('not_found', await send(addressOf('GET /api/comments/:id', { id })));
  await problemOf('not_found', await send(addressOf('GET /api/comments/:id/replies', { id })));
  const shown = await send(page);
  expect([shown.status, shown.headers.get('cache-control')]).toEqual([404, 'no-store']);
  expect(await shown.text()).toContain('"code":"withdrawn"');

  expect(slugsOf((await read('GET /api/articles', {}, { limit: '100' })).items)).not.toContain(slug);
  expect((await read('GET /api/articles', {}, { q: 'البحّارة' })).items).toEqual([]);
  const front = await read('GET /api/front');
  expect(slugsOf([...front.top, ...front.discussed])).not.toContain(slug);
  for (const other of front.top)
    expect(slugsOf((await read('GET /api/articles/:slug', other)).related)).not.toContain(slug);

  expect(await articles('restore', slug)).toEqual({ code: 0, lines: [`restored ${slug}`] });
  expect(await read('GET /api/articles/:slug', { slug })).toEqual(whole);
  expect((await read('GET /api/comments/:id', { id })).articleSlug).toBe(slug);
  expect((await send(page)).status).toBe(200);
});

test('an article that waits for its date is not there yet, and nothing tells of it', async () => {
  const { send, post, read } = reader;
  const answers = [
    await send(addressOf('GET /api/articles/:slug', { slug: 'waiting' })),
    await send(comments('waiting')),
    await post('waiting', { author: { name: 'هدى' }, text: 'متى' }),
  ];
  for (const answer of answers) expect((await problemOf('not_found', answer)).errors).toBeUndefined();
  expect((await send('/ar/articles/waiting')).status).toBe(404);
  const front = await read('GET /api/front');
  expect(slugsOf([...front.top, ...front.discussed])).not.toContain('waiting');
  expect((await read('GET /api/articles/:slug', { slug })).related.map((it) => it.slug)).not.toContain(
    'waiting',
  );
  await articles('withdraw', 'waiting');
  const still = await send(addressOf('GET /api/articles/:slug', { slug: 'waiting' }));
  expect((await problemOf('not_found', still)).errors).toBeUndefined();
  await articles('restore', 'waiting');
});

test('the operator sees what readers cannot, and an import leaves withdrawn what was', async () => {
  await articles('withdraw', slug);
  const { code, lines } = await articles('list');
  expect([code, lines.length]).toEqual([0, (await sampleArticles()).length + 1]);
  expect(lines[0]).toBe('waiting 2200-01-01T00:00:00.000Z waiting (article-1) — افتتاح رواق الحكايات');
  expect(lines.filter((line) => line.startsWith('withdrawn '))).toEqual([
    expect.stringContaining(` ${slug} (harbour.txt) — ميناء لا ينام`),
  ]);
  const [harbour = ''] = (await sampleArticles()).filter((path) => path.endsWith('harbour.txt'));
  await importTexts(dataDir, { 'harbour.txt': `${await readFile(harbour, 'utf8')}\nوسطر جديد.\n` });
  const address = addressOf('GET /api/articles/:slug', { slug });
  await problemOf('not_found', await reader.send(address));
  await articles('restore', slug);
  expect(JSON.stringify(await reader.read('GET /api/articles/:slug', { slug }))).toContain('وسطر جديد.');
});

test('what cannot be done is refused line by line', async () => {
  expect(await articles('withdraw', 'nothing', slug)).toEqual({
    code: 1,
    lines: ['refused: no article has the address nothing', `withdrawn ${slug}`],
  });
  expect(await articles('restore', slug, slug)).toEqual({
    code: 0,
    lines: [`restored ${slug}`, `unchanged ${slug} — not withdrawn`],
  });
  expect((await articles('forget', slug)).code).toBe(1);
});
