import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { launch, withFolder } from './api-contract/start-server.ts';
import { draft, later } from './storage/conformance/samples.ts';
import { openSqlite } from './storage/sqlite.ts';

const launcher = join(import.meta.dirname, 'launch.js');

test('a command that nobody knows is refused in one sentence', async () => {
  const child = launch({ args: ['cli', 'publish'], settings: {} });
  expect(await child.ended).toBe(1);
  expect(child.said().err).toBe('«publish» is no command of Riwaq; allowed: import, articles.\n');
});

test.each([
  ['import', '--help'],
  ['articles', 'withdraw', '-h'],
])('%s says how without a site, asked %s', async (...args) => {
  const child = launch({ args: ['cli', ...args], settings: { DATA_DIR: '/dev/null/nowhere' } });
  expect(await child.ended).toBe(0);
  expect(child.said()).toMatchObject({ out: expect.stringMatching(/^usage: npm run /), err: '' });
});

test('a command does its work though whoever read its lines has gone', () =>
  withFolder(async (dataDir) => {
    const storage = await openSqlite({ dataDir });
    for (const slug of ['a', 'b']) await storage.saveArticle(draft({ slug }));
    const child = spawn(process.execPath, [launcher, 'cli', 'articles', 'withdraw', 'a', 'b'], {
      env: { PATH: process.env['PATH'], DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    const [code] = await once(child, 'close');
    expect([code, complaint]).toEqual([0, '']);
    expect(await Promise.all(['a', 'b'].map((slug) => storage.isWithdrawn(slug, later)))).toEqual([
      true,
      true,
    ]);
    await storage.close();
  }));
