import { createReadStream } from 'node:fs';
import { runImport } from './cli-import.ts';
import { readConfig } from './config.ts';
import { openSqlite } from './storage/sqlite.ts';

/** `npm run import -- FILE…`, while the server runs or not. */
export async function run([command, ...args]: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  if (command !== 'import') throw new Error(`«${command ?? ''}» is no command of Riwaq; allowed: import.`);
  const storage = await openSqlite(readConfig(env));
  try {
    return await runImport(args, {
      storage,
      readFile: createReadStream,
      stdin: process.stdin,
      write: (line) => process.stdout.write(`${line}\n`),
      now: Date.now,
    });
  } finally {
    await storage.close();
  }
}
