import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findPrograms, type Machine, openPostgres } from './postgres-server.ts';

/** A machine on which `versions` are installed, by the folder of their programs. */
const machine = (versions: Record<string, string>, more: Partial<Machine> = {}): Machine => ({
  platform: 'linux',
  env: { PATH: '/usr/bin' },
  isRoot: false,
  exists: (path) => Object.keys(versions).some((folder) => path.startsWith(`${folder}/`)),
  list: (path) =>
    Object.keys(versions).flatMap((folder) =>
      folder.startsWith(`${path}/`) ? [folder.slice(path.length + 1).split('/')[0] ?? ''] : [],
    ),
  run: (file) => {
    const version = versions[file.slice(0, file.lastIndexOf('/'))];
    return version === undefined ? undefined : `postgres (PostgreSQL) ${version}`;
  },
  ...more,
});

describe('the PostgreSQL that tests run on', () => {
  it('is the newest that is installed', () => {
    const both = { '/usr/lib/postgresql/15/bin': '15.18', '/usr/lib/postgresql/17/bin': '17.2' };
    expect(findPrograms(machine(both))).toBe('/usr/lib/postgresql/17/bin');
  });

  it('is found in the path', () => {
    expect(findPrograms(machine({ '/usr/bin': '16.1' }))).toBe('/usr/bin');
  });

  it('is none older than 15', () => {
    expect(
      findPrograms(machine({ '/usr/bin': '14.9', '/usr/lib/postgresql/13/bin': '13.1' })),
    ).toBeUndefined();
  });

  it('is the one that RIWAQ_TEST_POSTGRES names, before all others', () => {
    const env = { RIWAQ_TEST_POSTGRES: 'postgres://me@there/postgres' };
    expect(openPostgres(machine({ '/usr/bin': '16.1' }, { env }))).toMatchObject({
      ok: true,
      url: env.RIWAQ_TEST_POSTGRES,
    });
  });

  it('is missed in words that say what would help', () => {
    expect(openPostgres(machine({}))).toEqual({
      ok: false,
      why: 'no PostgreSQL 15 or newer is installed (on Debian: apt-get install postgresql), and RIWAQ_TEST_POSTGRES names none',
    });
    expect(
      openPostgres(
        machine(
          { '/usr/bin': '16.1' },
          { isRoot: true, run: (_, args) => (args[0] === '--version' ? 'PostgreSQL 16' : undefined) },
        ),
      ),
    ).toEqual({
      ok: false,
      why: 'it does not run as root, and there is no other user',
    });
  });

  it.each([
    ['waits for no disk', undefined, 'fsync=off'],
    ['waits for the disk of the folder that benchmarks give it', '/somewhere/else', 'fsync=on'],
  ])('%s', (_, durableIn, setting) => {
    const asked: string[] = [];
    const run: Machine['run'] = (_file, args) => {
      asked.push(args.join(' '));
      return args[0] === '--version' ? 'PostgreSQL 16' : '';
    };
    const server = openPostgres(
      machine({ '/usr/bin': '16.1' }, { run }),
      durableIn === undefined ? {} : { durableIn },
    );
    if (server.ok) server.stop();
    expect(asked.at(-1)).toMatch(
      durableIn === undefined ? /riwaq-pg-.*\/data/ : /^-D \/somewhere\/else\/data /,
    );
    expect(asked.find((line) => line.endsWith('start'))).toContain(`-c ${setting}`);
  });

  it('leaves nothing behind where it does not start', () => {
    let folder = '';
    const run: Machine['run'] = (_, args) => {
      folder = args.find((argument) => argument.includes('riwaq-pg-')) ?? folder;
      return args[0] === '--version' ? 'PostgreSQL 16' : undefined;
    };
    expect(openPostgres(machine({ '/usr/bin': '16.1' }, { run }))).toEqual({
      ok: false,
      why: 'the one in /usr/bin does not start',
    });
    expect([folder !== '', existsSync(folder)]).toEqual([true, false]);
  });
});
