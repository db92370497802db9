/**
 * Finds a PostgreSQL for the tests, or starts one: RIWAQ_TEST_POSTGRES (the address of a server whose role
 * may make databases), else a throw-away cluster of the installed programs, on a Unix socket in a folder
 * that goes with it, without syncs: what tests ask is whether answers are right, not whether disks are. The
 * benchmarks ask for the disk as well.
 */
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/** The oldest version that Riwaq runs on (server/storage/postgres-opening.ts). */
const oldest = 15;

export type PostgresServer =
  | { ok: true; url: string; stop: () => void }
  /** `why` is a clause for the sentence that says what was not tested. */
  | { ok: false; why: string };

/** What the search asks of the machine; the tests answer for one that does not exist. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  isRoot: boolean;
  exists: (path: string) => boolean;
  /** Names in a folder; none where it is not there. */
  list: (path: string) => string[];
  /** What a program prints; undefined where it fails. `user`: of the system, instead of ours. */
  run: (file: string, args: readonly string[], user?: User) => string | undefined;
}

interface User {
  uid: number;
  gid: number;
}

/** Folders where packages of Linux and Homebrew lay the programs, those of the newest version first. */
function programFolders({ env, list }: Machine): string[] {
  const versioned = (parent: string, end: string) =>
    list(parent)
      .map((name) => ({ name, version: Number(/(\d+)$/.exec(name)?.[1] ?? 0) }))
      .filter(({ version }) => version >= oldest)
      .sort((one, other) => other.version - one.version)
      .map(({ name }) => join(parent, name, end));
  return [
    ...(env['PATH'] ?? '').split(delimiter),
    ...versioned('/usr/lib/postgresql', 'bin'),
    ...versioned('/opt/homebrew/opt', 'bin').filter((path) => path.includes('postgresql')),
    ...versioned('/usr/local/opt', 'bin').filter((path) => path.includes('postgresql')),
    '/usr/pgsql-17/bin',
    '/usr/pgsql-16/bin',
    '/usr/pgsql-15/bin',
  ];
}

/** The folder of programs that can make and run a cluster of a version that counts. */
export function findPrograms(machine: Machine): string | undefined {
  return programFolders(machine).find((folder) => {
    if (!['initdb', 'pg_ctl', 'postgres'].every((name) => machine.exists(join(folder, name)))) return false;
    const version = /(\d+)/.exec(machine.run(join(folder, 'postgres'), ['--version']) ?? '')?.[1];
    return Number(version ?? 0) >= oldest;
  });
}

interface Wish {
  /** A folder on the disk that a commit waits for; absent: it waits for none. */
  durableIn?: string;
}

/** The server of the run; stop it when all is asked. Never throws. */
export function openPostgres(machine: Machine = thisMachine(), wish: Wish = {}): PostgresServer {
  const given = machine.env['RIWAQ_TEST_POSTGRES'] ?? '';
  if (given !== '') return { ok: true, url: given, stop: () => {} };
  if (machine.platform === 'win32') return { ok: false, why: 'on Windows set RIWAQ_TEST_POSTGRES to one' };
  const programs = findPrograms(machine);
  if (programs === undefined)
    return {
      ok: false,
      why: `no PostgreSQL ${oldest} or newer is installed (on Debian: apt-get install postgresql), and RIWAQ_TEST_POSTGRES names none`,
    };
  // It refuses to run as root.
  const user = machine.isRoot ? unprivileged(machine) : undefined;
  if (machine.isRoot && user === undefined)
    return { ok: false, why: 'it does not run as root, and there is no other user' };
  return startCluster(programs, machine, { user, ...wish });
}

function unprivileged({ run }: Machine): User | undefined {
  for (const name of ['postgres', 'nobody']) {
    const uid = Number(run('id', ['-u', name]) ?? NaN);
    const gid = Number(run('id', ['-g', name]) ?? NaN);
    if (Number.isInteger(uid) && Number.isInteger(gid)) return { uid, gid };
  }
  return undefined;
}

function startCluster(
  programs: string,
  { run }: Machine,
  { user, durableIn }: Wish & { user: User | undefined },
): PostgresServer {
  // The socket's path must be short, wherever the data is.
  const folder = mkdtempSync(join(tmpdir(), 'riwaq-pg-'));
  const data = join(durableIn ?? folder, 'data');
  const password = join(folder, 'password');
  writeFileSync(password, 'secret\n');
  if (user !== undefined)
    for (const path of [folder, password, dirname(data)]) chownSync(path, user.uid, user.gid);
  const stop = () => {
    run(join(programs, 'pg_ctl'), ['-D', data, '-m', 'immediate', '-w', 'stop'], user);
    for (const path of [data, folder]) rmSync(path, { recursive: true, force: true });
    process.removeListener('exit', stop);
  };
  process.once('exit', stop);
  const started =
    run(
      join(programs, 'initdb'),
      [
        '-D',
        data,
        '-U',
        'riwaq',
        '-A',
        'scram-sha-256',
        `--pwfile=${password}`,
        '--encoding=UTF8',
        '--locale=C',
        '--no-sync',
      ],
      user,
    ) !== undefined &&
    run(
      join(programs, 'pg_ctl'),
      [
        '-D',
        data,
        '-l',
        join(folder, 'log'),
        '-w',
        '-o',
        `-k ${folder} -c listen_addresses= -c fsync=${durableIn === undefined ? 'off' : 'on'}`,
        'start',
      ],
      user,
    ) !== undefined;
  if (started) return { ok: true, url: `postgres://riwaq:secret@localhost/postgres?host=${folder}`, stop };
  stop();
  return { ok: false, why: `the one in ${programs} does not start` };
}

function thisMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    exists: existsSync,
    list: (path) => (existsSync(path) ? readdirSync(path) : []),
    run: (file, args, user) => {
      // The cluster outlives the call that starts it, so its output must not be waited for.
      const { status, stdout } = spawnSync(file, args, {
        ...user,
        encoding: 'utf8',
        timeout: 60_000,
        stdio: ['ignore', args.includes('start') ? 'ignore' : 'pipe', 'ignore'],
      });
      return status === 0 ? (stdout ?? '') : undefined;
    },
  };
}
