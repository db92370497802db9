import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { languageCodes, languages } from '#contract/languages';
import { writeWorker } from './worker-file.ts';

const root = resolve(import.meta.dirname, '..');
export const distFolder = join(root, 'dist');
/** Names the sources that dist was built from; written last, so that a broken build is no build. */
export const builtMark = 'built-from';

const workerScript = join(distFolder, 'worker/service-worker.js');

/** What the build reads. */
const sources = ['src', 'contract', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];

/**
 * `npm run build`: the pages for the server and, in dist/static, for any static host. With
 * `--if-stale` (before `npm start`) only the server's, and only where their sources have changed;
 * with `--static` only the static host's, whose API stands at VITE_API_URL.
 */
export async function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const mark = join(distFolder, builtMark);
  if (!args.includes('--static')) {
    const stamp = await stampOf(sources);
    const ifStale = args.includes('--if-stale');
    // A container may carry what was built and not what it was built from.
    if (
      ifStale &&
      (!existsSync(join(root, 'src')) || (existsSync(mark) && (await readFile(mark, 'utf8')) === stamp))
    )
      return 0;
    await rm(mark, { force: true });
    await build(['client', 'ssr', 'worker'], env);
    await writeWorker(join(distFolder, 'client'), workerScript, { api: '', isStatic: false });
    await writeFile(mark, stamp);
    if (ifStale) return 0;
  }
  const folder = join(distFolder, 'static');
  await build(['static', 'worker'], env);
  await writeWorker(folder, workerScript, { api: env['VITE_API_URL'] ?? '', isStatic: true });
  await writeLanguages(folder);
  return 0;
}

async function build(names: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  env['NODE_ENV'] = 'production';
  const { createBuilder } = await import('vite');
  const builder = await createBuilder({ root, logLevel: 'warn' }, null);
  for (const name of names) {
    const environment = builder.environments[name];
    if (environment === undefined) throw new Error(`vite.config.ts has no environment ${name}`);
    await builder.build(environment);
  }
}

/** One document a language, so that lang and dir are right in the first byte; the site's first is also the fallback. */
async function writeLanguages(folder: string): Promise<void> {
  const template = await readFile(join(folder, 'index.html'), 'utf8');
  for (const code of languageCodes) {
    const html = template.replace(/<html[^>]*>/, `<html lang="${code}" dir="${languages[code].dir}">`);
    await mkdir(join(folder, code), { recursive: true });
    await writeFile(join(folder, code, 'index.html'), html);
  }
  await writeFile(join(folder, '404.html'), template);
}

async function stampOf(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) {
    const full = join(root, path);
    const entries = await readdir(full, { recursive: true, withFileTypes: true }).catch(() => []);
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.length > 0 ? files.sort() : [full])
      hash.update(file.slice(root.length)).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 16);
}
