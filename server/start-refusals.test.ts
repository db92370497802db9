import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { importTexts, launch, startServer, withFolder } from './api-contract/start-server.ts';
import { requireStaticBuild } from './preview.ts';
import { StartError } from './start-error.ts';
import { startChild } from './storage/conformance/sqlite-child.ts';

// Each test starts a program or two; a busy machine takes seconds for that.
vi.setConfig({ testTimeout: 30_000 });

/** Starts the server where it cannot; gives the one sentence that it must say for it. */
async function refusal(settings: Record<string, string>, node: readonly string[] = []): Promise<string> {
  const child = launch({ args: ['main'], settings: { HOST: '127.0.0.1', PORT: '0', ...settings }, node });
  expect(await child.ended).toBe(1);
  const { out, err } = child.said();
  expect(out).toBe('');
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).not.toMatch(/\n\s+at |node:internal/);
  return err.trim();
}

/** Every byte in a folder, to see that none was changed. */
async function bytesIn(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).toSorted();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'hex')])),
  );
}

describe('a setting that cannot be used stops the start in one sentence, with its name, value and what is allowed', () => {
  test('and nothing is made in the data folder', () =>
    withFolder(async (folder) => {
      const dataDir = join(folder, 'data');
      expect(await refusal({ DATA_DIR: dataDir, LOG_LEVEL: 'loud' })).toBe(
        'LOG_LEVEL is «loud»; allowed: fatal, error, warn, info, debug, trace, silent.',
      );
      expect(existsSync(dataDir)).toBe(false);
    }));
});

test('a site.json that cannot be used stops the start in one sentence, with its place, value and what is allowed', () =>
  withFolder(async (dataDir) => {
    const file = join(dataDir, 'site.json');
    await writeFile(file, '{"sections": [{"slug": "a"}, {"slug": "a"}]}');
    expect(await refusal({ DATA_DIR: dataDir })).toBe(
      `${file}: sections[1].slug is «a»; allowed: each slug once in its list.`,
    );
    await writeFile(file, '{');
    expect(await refusal({ DATA_DIR: dataDir })).toMatch(/site\.json: not JSON at line 1, column 2: /);
  }));

describe('a place that cannot be had stops the start in one sentence', () => {
  test.each([false, true])('the port of another program, whose data (there: %s) is untouched', (held) =>
    withFolder(async (folder) => {
      const dataDir = join(folder, 'data');
      if (held) await importTexts(dataDir, { 'a.txt': 'عنوان\n\nنصّ\n' });
      const before = held ? await bytesIn(dataDir) : undefined;
      const other = createServer().listen(0, '127.0.0.1');
      await once(other, 'listening');
      const address = other.address();
      const port = typeof address === 'object' ? String(address?.port) : '';
      // With the demo articles too: an empty folder must stay empty.
      expect(await refusal({ DATA_DIR: dataDir, PORT: port })).toMatch(
        new RegExp(`^PORT is ${port}, which another program uses`),
      );
      other.close();
      expect(existsSync(dataDir)).toBe(held);
      if (before !== undefined) expect(await bytesIn(dataDir)).toEqual(before);
    }),
  );

  test('an address of another machine', () =>
    withFolder(async (folder) => {
      expect(await refusal({ DATA_DIR: folder, HOST: '192.0.2.1' })).toMatch(
        /^HOST is «192\.0\.2\.1», where nothing can listen/,
      );
    }));
});

describe('data that cannot be used stops the start in one sentence, and stays as it was', () => {
  test('a file where the folder should be', () =>
    withFolder(async (folder) => {
      const dataDir = join(folder, 'data');
      await writeFile(dataDir, 'no folder');
      expect(await refusal({ DATA_DIR: dataDir })).toContain(`DATA_DIR is "${dataDir}": it must be a folder`);
      expect(await readFile(dataDir, 'utf8')).toBe('no folder');
    }));

  test('a database that is none', () =>
    withFolder(async (dataDir) => {
      await writeFile(
        join(dataDir, 'riwaq.db'),
        'no database at all, but long enough to look like something '.repeat(200),
      );
      const before = await bytesIn(dataDir);
      expect(await refusal({ DATA_DIR: dataDir })).toMatch(
        /^DATA_DIR is ".*": riwaq\.db in it must be an SQLite database, and is none\.$/,
      );
      expect(await bytesIn(dataDir)).toEqual(before);
    }));

  test.each([
    [
      'of a newer Riwaq',
      `insert into schema_version values (999, '')`,
      /has schema 999, and this Riwaq can use schemas up to \d+; start a newer Riwaq\.$/,
    ],
    [
      'of another program',
      'drop table schema_version',
      /must be a database of Riwaq, and is one of another program\.$/,
    ],
  ])('a database %s', (_, sql, sentence) =>
    withFolder(async (dataDir) => {
      await importTexts(dataDir, { 'a.txt': 'عنوان\n\nنصّ\n' });
      const code = `const db = new DatabaseSync(dataDir + '/riwaq.db'); db.exec(words[0]); db.close();`;
      await startChild(code, [dataDir, sql]).ended;
      const before = (await bytesIn(dataDir))['riwaq.db'];
      expect(await refusal({ DATA_DIR: dataDir })).toMatch(sentence);
      expect((await bytesIn(dataDir))['riwaq.db']).toBe(before);
    }),
  );
});

test('a program that is none is refused in one sentence', async () => {
  for (const [args, shown] of [
    [['nonsense'], 'nonsense'],
    [[], ''],
    [['../gate/run'], '../gate/run'],
  ] as const) {
    const child = launch({ args, settings: {} });
    expect(await child.ended).toBe(1);
    expect(child.said().err).toBe(
      `«${shown}» is no program of Riwaq; allowed: main, dev, build, preview, cli.\n`,
    );
  }
});

test('a preview of what was not built is refused in one sentence', () =>
  withFolder(async (folder) => {
    const refused = new StartError('The pages for a static host are not built; run npm run build first.');
    expect(() => requireStaticBuild(join(folder, 'static'))).toThrow(refused);
    expect(() => requireStaticBuild(folder)).toThrow(refused);
    await writeFile(join(folder, '404.html'), '');
    expect(() => requireStaticBuild(folder)).not.toThrow();
  }));

test('too old a Node is told before anything is read or made', () =>
  withFolder(async (folder) => {
    const dataDir = join(folder, 'data');
    const faked = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.19.0' } })`;
    const old = ['--import', `data:text/javascript,${encodeURIComponent(faked)}`];
    expect(await refusal({ DATA_DIR: dataDir }, old)).toMatch(
      /^Node is 20\.19\.0; Riwaq needs 24 or newer with argon2\. npm ci brings one along/,
    );
    expect(existsSync(dataDir)).toBe(false);
  }));

test('a server that was refused its port leaves the one that has it at work', () =>
  withFolder(async (dataDir) => {
    await mkdir(dataDir, { recursive: true });
    const server = await startServer(dataDir);
    await refusal({ DATA_DIR: dataDir, PORT: new URL(server.url).port });
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    server.signal('SIGINT');
    expect(await server.ended).toBe(0);
  }));
