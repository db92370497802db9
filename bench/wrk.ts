import { findProgram, runProgram } from './programs.ts';

export interface WrkOptions {
  connections: number;
  seconds: number;
  headers?: Record<string, string>;
  /** A Lua script of wrk, and the words that its `init` is given. */
  script?: { file: string; args: readonly string[] };
}

/** Throws NotMeasuredError where the machine has no wrk. */
export const findWrk = (): string =>
  findProgram('wrk', 'on Debian: apt-get install wrk; on macOS: brew install wrk');

/**
 * Loads `url` and gives what wrk printed. One thread: a core that wrk takes is one that the server under
 * it does not have. Throws if a connection broke or an answer was no success.
 */
export async function runWrk(
  url: string,
  { connections, seconds, headers = {}, script }: WrkOptions,
): Promise<string> {
  const output = await runProgram(findWrk(), [
    `--connections=${connections}`,
    '--threads=1',
    `--duration=${seconds}s`,
    '--timeout=10s',
    ...Object.entries(headers).map(([name, value]) => `--header=${name}: ${value}`),
    ...(script === undefined ? [] : [`--script=${script.file}`]),
    url,
    ...(script === undefined ? [] : ['--', ...script.args]),
  ]);
  const fault = /Non-2xx or 3xx responses: \d+|Socket errors: .*/.exec(output)?.[0];
  if (fault !== undefined) throw new Error(`wrk on ${new URL(url).pathname}: ${fault}`);
  return output;
}

/** Answers a second, asked for as browsers ask: brotli taken. */
export async function answersPerSecond(url: string, seconds: number): Promise<number> {
  const output = await runWrk(url, {
    connections: 50,
    seconds,
    headers: { 'accept-encoding': 'gzip, deflate, br' },
  });
  const rate = Number(/Requests\/sec:\s+([\d.]+)/.exec(output)?.[1]);
  if (!(rate > 0)) throw new Error(`wrk printed no rate: ${output}`);
  return rate;
}
