import { createReadStream } from 'node:fs';
import { articlesUsage, runArticles } from './cli-articles.ts';
import { importUsage, runImport } from './cli-import.ts';
import { type Config, readConfig } from './config.ts';
import { openPictures } from './importing/picture-shelf.ts';
import { openReader } from './importing/read-apart.ts';
import { openStorage } from './open-storage.ts';
import type { Storage } from './storage/port.ts';

const usages = new Map([
  ['import', importUsage],
  ['articles', articlesUsage],
]);

/** `npm run import -- FILE…` and `npm run articles -- …`, while the server runs or not. */
export async function run(
  [command = '', ...args]: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const usage = usages.get(command);
  if (usage === undefined)
    throw new Error(`«${command}» is no command of Riwaq; allowed: ${[...usages.keys()].join(', ')}.`);
  const write = (line: string) => void process.stdout.write(`${line}\n`);
  // Whoever reads the lines may stop (`| head`): what was asked for is done all the same.
  process.stdout.on('error', (error) => {
    if (!('code' in error && error.code === 'EPIPE')) throw error;
  });
  // Before anything is opened: who asks how may have no site yet.
  if (args.includes('--help') || args.includes('-h')) {
    write(usage);
    return 0;
  }
  const config = readConfig(env);
  const storage = await openStorage(config);
  try {
    if (command === 'articles') return await runArticles(args, { storage, write, now: Date.now });
    return await importFiles(args, { config, storage, write });
  } finally {
    await storage.close();
  }
}

interface Site {
  config: Config;
  storage: Storage;
  write: (line: string) => void;
}

async function importFiles(args: readonly string[], { config, storage, write }: Site): Promise<number> {
  const reader = openReader();
  try {
    return await runImport(args, {
      storage,
      readFile: createReadStream,
      stdin: process.stdin,
      readSource: reader.read,
      openPictures: (folder) => openPictures({ folder, dataDir: config.dataDir }),
      timeZone: config.timeZone,
      write,
      now: Date.now,
    });
  } finally {
    await reader.close();
  }
}
