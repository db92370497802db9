import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const imports = `
  import { DatabaseSync } from 'node:sqlite';
  import { openSqlite } from '${new URL('../sqlite.ts', import.meta.url).href}';
  import { draft, post } from '${new URL('samples.ts', import.meta.url).href}';
  const [dataDir, ...words] = process.argv.slice(1);
`;

export interface Child {
  readonly process: ChildProcess;
  /** The next line of its standard output; undefined after the last. */
  readonly nextLine: () => Promise<string | undefined>;
  /** Rejects with what it wrote to standard error where it failed. */
  readonly ended: Promise<void>;
}

/** Another process on the same data: `code` sees dataDir, words, openSqlite, DatabaseSync, draft and post. */
export function startChild(
  code: string,
  words: readonly string[],
  user?: { uid: number; gid: number },
): Child {
  const child = spawn(process.execPath, ['--input-type=module', '-e', imports + code, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...user,
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const ended = once(child, 'close').then(([status]) => {
    if (status !== 0) throw new Error(`child ended with ${status}: ${complaint}`);
  });
  // A child that is killed on purpose is nobody's unhandled rejection.
  ended.catch(() => undefined);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const nextLine = async (): Promise<string | undefined> => {
    const line: IteratorResult<string, undefined> = await lines.next();
    return line.value;
  };
  return { process: child, nextLine, ended };
}
