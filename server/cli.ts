import { createReadStream } from 'node:fs';
import { runArticles } from './cli-articles.ts';
import { readConfig } from './config.ts';
import { openSqlite } from './storage/sqlite.ts';

const commands = ['import', 'articles'];

/** `npm run import -- FILE…` and `npm run articles -- …`, while the server runs or not. */
export async function run(
  [command = '', ...args]: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<number> {
  if (!commands.includes(command))
    throw new Error(`«${command}» is no command of Riwaq; allowed: ${commands.join(', ')}.`);
  const write = (line: string) => void process.stdout.write(`${line}\n`);
  // Whoever reads the lines may stop (`| head`): what was asked for is done all the same.
  process.stdout.on('error', (error) => {
    if (!('code' in error && error.code === 'EPIPE')) throw error;
  });
  const storage = await openSqlite(readConfig(env));
  try {
    if (command === 'articles') return await runArticles(args, { storage, write, now: Date.now });
    // What reads markup is large, and no other command's business.
    const { runImport } = await import('./cli-import.ts');
    return await runImport(args, {
      storage,
      readFile: createReadStream,
      stdin: process.stdin,
      write,
      now: Date.now,
    });
  } finally {
    await storage.close();
  }
}
