import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '../..');

/**
 * What Vitest runs once before the server's tests. With BASE_URL it hands the address on under a name
 * that Vite does not write its own value over; without, it builds the pages where their sources have
 * changed, in a process of its own, because the build sets NODE_ENV.
 */
export async function setup(): Promise<void> {
  const { NODE_ENV: _, ...env } = process.env;
  const judged = env['BASE_URL'];
  if (judged !== undefined && /^https?:/.test(judged)) {
    process.env['JUDGED_URL'] = judged;
    return;
  }
  await promisify(execFile)(process.execPath, [join(root, 'server/launch.js'), 'build', '--if-stale'], {
    cwd: root,
    env,
  });
}
