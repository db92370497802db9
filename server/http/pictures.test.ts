import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mountPictures } from './pictures.ts';

const name = `${'0123456789abcdef'.repeat(2)}-480.webp`;
const app = new Hono();
let dataDir = '';
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'riwaq-pictures-'));
  await mkdir(join(dataDir, 'pictures'));
  await writeFile(join(dataDir, 'pictures', name), 'RIFF');
  await writeFile(join(dataDir, 'riwaq.db'), 'secret');
  mountPictures(app, { dataDir });
});
afterAll(() => rm(dataDir, { recursive: true }));

test('a picture is served as one, to be kept for ever, with nothing to do by itself', async () => {
  const answer = await app.request(`/pictures/${name}`);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe('RIFF');
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    etag: `"${name.replace('.webp', '')}"`,
  });
});

test('one that the browser has is not sent again', async () => {
  const etag = `"${name.replace('.webp', '')}"`;
  const answer = await app.request(`/pictures/${name}`, { headers: { 'if-none-match': etag } });
  expect([answer.status, await answer.text()]).toEqual([304, '']);
});

test.each([
  name.replace('0', 'f'),
  '../riwaq.db',
  '..%2friwaq.db',
  '.%2e%2friwaq.db',
  name.toUpperCase(),
  `${name}/x`,
  `${name}%00`,
  '',
])('there is nothing at %j', async (path) => {
  expect((await app.request(`/pictures/${path}`)).status).toBe(404);
});
