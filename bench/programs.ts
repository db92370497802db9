import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NotMeasuredError } from './figures.ts';
import { atEnd } from './leftovers.ts';

export const root = fileURLToPath(new URL('../', import.meta.url));

/** Path of a program that measures. Throws NotMeasuredError, which says how to install it. */
export function findProgram(name: string, install: string): string {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return join(folder, name);
    } catch {
      // The next folder may have it.
    }
  }
  throw new NotMeasuredError(`${name} is not on the PATH; ${install}`);
}

export interface Running {
  pid: number;
  /** Waits until it has printed this; gives the match. Throws if it ends before. */
  printed: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** How it ended, with all it printed; undefined while it runs. */
  ended: () => string | undefined;
  /** Sends a signal and waits for the end; gives all it printed. */
  stop: (signal?: NodeJS.Signals) => Promise<string>;
}

/** Starts a program that ends with this one at the latest. */
export function startProgram(file: string, args: readonly string[], env = process.env): Running {
  const child = spawn(file, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const forget = atEnd(() => child.kill('SIGKILL'));
  const output = outputOf(child);
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('close', () => resolve());
  }).then(forget);

  return {
    pid: child.pid ?? 0,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(output.text);
          if (match !== null) resolve(match);
        };
        child.stdout.on('data', look);
        child.stderr.on('data', look);
        look();
        void ended.then(() => reject(new Error(`${file} ended early: ${output.text.trim()}`)));
      }),
    ended: () => {
      const { exitCode, signalCode } = child;
      if (exitCode === null && signalCode === null) return undefined;
      return `${signalCode ?? `exit code ${exitCode}`}. ${output.text.trim()}`;
    },
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      await ended;
      return output.text;
    },
  };
}

/** Runs a program to its end and gives what it printed. Throws if it fails. */
export function runProgram(file: string, args: readonly string[], env = process.env): Promise<string> {
  const child = spawn(file, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const forget = atEnd(() => child.kill('SIGKILL'));
  const output = outputOf(child);
  return new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(output.text) : reject(new Error(`${file} failed: ${output.text.trim()}`)),
    );
  }).finally(forget);
}

/** Both streams of `child`, in the order they came. */
function outputOf({ stdout, stderr }: ChildProcess): { text: string } {
  const output = { text: '' };
  for (const stream of [stdout, stderr])
    stream?.setEncoding('utf8').on('data', (chunk: string) => (output.text += chunk));
  return output;
}
