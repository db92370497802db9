import { spawn } from 'node:child_process';

export interface Outcome {
  ok: boolean;
  /** What it printed, both streams in the order they came, and why it was ended if it was. */
  output: string;
}

export interface CommandOptions {
  cwd?: string;
  env?: Record<string, string | undefined>;
  seconds: number;
}

/**
 * Runs a program to its end with nothing to read from, and keeps what it prints. One that takes longer
 * than `seconds` is ended with all it started. Never throws: a program that cannot start is a failure.
 */
export function runCommand(file: string, args: readonly string[], options: CommandOptions): Promise<Outcome> {
  const { cwd, env = process.env, seconds } = options;
  return new Promise((resolve) => {
    let output = '';
    const ownGroup = process.platform !== 'win32';
    const child = spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: ownGroup });
    const keep = (chunk: string) => (output += chunk);
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    const end = () => {
      if (child.pid === undefined) return;
      try {
        process.kill(ownGroup ? -child.pid : child.pid, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
    };
    const timer = setTimeout(() => {
      output += `\nended after ${seconds} seconds`;
      end();
    }, seconds * 1000);
    process.once('exit', end);
    const finish = (ok: boolean) => {
      clearTimeout(timer);
      process.removeListener('exit', end);
      resolve({ ok, output: output.trim() });
    };
    child.once('error', (error) => {
      output += error.message;
      finish(false);
    });
    child.once('close', (code) => finish(code === 0));
  });
}
