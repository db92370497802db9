import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAssets } from './assets.ts';

let folder = '';
const app = new Hono();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'riwaq-assets-'));
  await mkdir(join(folder, 'assets'));
  for (const file of ['service-worker.js', 'icon.svg', 'assets/index-1a2b.js'])
    await writeFile(join(folder, file), 'x');
  app.use(await createAssets(folder));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each([
  // Held by a cache, a worker could not be replaced, or withdrawn, for as long.
  ['/service-worker.js', 'no-cache'],
  ['/assets/index-1a2b.js', 'public, max-age=31536000, immutable'],
  ['/icon.svg', 'public, max-age=604800'],
])('%s is kept by caches: %s', async (path, caching) => {
  const answer = await app.request(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe(caching);
});
