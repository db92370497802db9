/**
 * Finds the browser that the browser tests run in, or gets one. In order: RIWAQ_BROWSER (a path; a wrong
 * one is an error, never passed over), Playwright's own Chromium, a Chromium or Chrome of the system; else
 * Playwright's download, else the system's package manager where it may install.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installers, usualPlaces } from './browser-places.ts';
import { runCommand, type Outcome } from './run-command.ts';

export interface Browser {
  executablePath: string;
  /** Flags for every start: no sandbox as root, and nothing that calls its maker. */
  args: string[];
}

/** What the search asks of the machine; the tests answer for one that does not exist. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  isRoot: boolean;
  playwrightPath: () => Promise<string>;
  exists: (path: string) => boolean;
  run: (file: string, args: readonly string[], seconds: number) => Promise<Outcome>;
}

class NoBrowserError extends Error {
  override name = 'NoBrowserError';
}

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Flags for a browser started by `isRoot`; Chromium's sandbox refuses to run as root. */
export const browserFlags = (isRoot: boolean = process.getuid?.() === 0): string[] =>
  isRoot ? ['--no-sandbox', ...quiet] : quiet;

/** Whether the file at `path` is a browser that starts here; a stub or one that lacks a library is not. */
async function starts(machine: Machine, path: string): Promise<boolean> {
  if (!machine.exists(path)) return false;
  // Chrome for Windows opens a window instead of answering.
  if (machine.platform === 'win32') return true;
  const { ok, output } = await machine.run(path, ['--version'], 20);
  return ok && /chrom/i.test(output);
}

async function firstThatStarts(machine: Machine): Promise<string | undefined> {
  for (const path of new Set([await machine.playwrightPath(), ...usualPlaces(machine.platform, machine.env)]))
    if (await starts(machine, path)) return path;
  return undefined;
}

async function installFromSystem(machine: Machine): Promise<string> {
  const name = Object.keys(installers).find(
    (command) => machine.exists(`/usr/bin/${command}`) || machine.exists(`/sbin/${command}`),
  );
  if (machine.platform !== 'linux' || name === undefined) return 'no package manager that this knows';
  const sudo = machine.isRoot ? [] : ['sudo', '-n'];
  if (!machine.isRoot && !(await machine.run('sudo', ['-n', 'true'], 10)).ok)
    return `${name} needs a password here`;
  for (const command of installers[name] ?? []) {
    const [file = '', ...args] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', ...command];
    const { ok, output } = await machine.run(file, args, 300);
    if (!ok) return `${command.join(' ')}: ${reasonIn(output)}`;
  }
  return `${name} brought none that starts`;
}

/** The line of a failed program's output that says why: the last that speaks of an error, else the last. */
function reasonIn(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return (lines.findLast((line) => /error/i.test(line)) ?? lines.at(-1) ?? 'no output').trim();
}

/** The browser to test in. Throws NoBrowserError, one sentence that says what to install. */
export async function findBrowser(machine: Machine = thisMachine()): Promise<Browser> {
  const args = browserFlags(machine.isRoot);
  const chosen = machine.env['RIWAQ_BROWSER'] ?? '';
  if (chosen !== '') {
    if (await starts(machine, chosen)) return { executablePath: chosen, args };
    throw new NoBrowserError(
      `RIWAQ_BROWSER is ${chosen}, which is no browser that starts here; unset it, or give the path of Chromium or Chrome.`,
    );
  }
  const found = await firstThatStarts(machine);
  if (found !== undefined) return { executablePath: found, args };

  const cli = fileURLToPath(import.meta.resolve('@playwright/test/cli'));
  const download = await machine.run(process.execPath, [cli, 'install', 'chromium'], 300);
  const downloaded = download.ok ? await firstThatStarts(machine) : undefined;
  if (downloaded !== undefined) return { executablePath: downloaded, args };

  const why = await installFromSystem(machine);
  const installed = await firstThatStarts(machine);
  if (installed !== undefined) return { executablePath: installed, args };
  throw new NoBrowserError(
    `No browser to test in: install Chromium or Chrome (on Debian: apt-get install chromium), or set RIWAQ_BROWSER to its path (tried Playwright's download: ${download.ok ? 'it does not start' : reasonIn(download.output)}; ${why}).`,
  );
}

function thisMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    playwrightPath: async () => (await import('@playwright/test')).chromium.executablePath(),
    exists: existsSync,
    run: (file, args, seconds) => runCommand(file, args, { seconds }),
  };
}
