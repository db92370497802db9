/** Starts the tools that the checks are made of. */
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand, type Outcome } from './run-command.ts';
import { root } from './tree.ts';

/** Where each tool's program stands in its package. */
const programs = {
  i18next: 'i18next-cli/dist/esm/cli.js',
  depcruise: 'dependency-cruiser/bin/dependency-cruiser.mjs',
  knip: 'knip/bin/knip.js',
  oxlint: 'oxlint/bin/oxlint',
  playwright: '@playwright/test/cli.js',
  stylelint: 'stylelint/bin/stylelint.mjs',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
};

/** The same for every machine: no colours, no questions, a home that exists, no mode left over. */
export function environment(more: Record<string, string> = {}): Record<string, string | undefined> {
  const home = process.env['HOME'] ?? '';
  return {
    ...process.env,
    CI: 'true',
    FORCE_COLOR: '0',
    NO_COLOR: undefined,
    NODE_ENV: undefined,
    HOME: home !== '' && existsSync(home) ? home : tmpdir(),
    ...more,
  };
}

export const tool = (
  name: keyof typeof programs,
  args: readonly string[],
  seconds = 120,
  env = environment(),
) =>
  runCommand(process.execPath, [join(root, 'node_modules', programs[name]), ...args], {
    cwd: root,
    env,
    seconds,
  });

/** A script of package.json, run by the npm that runs this. */
export function npmRun(...args: string[]): Promise<Outcome> {
  const npm = process.env['npm_execpath'];
  const [file, before] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  return runCommand(file, [...before, 'run', '--silent', ...args], {
    cwd: root,
    env: environment(),
    seconds: 180,
  });
}
