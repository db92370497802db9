import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { languageCodes } from '#contract/languages';

const names = v.optional(v.array(v.string()), []);
const Manifest = v.record(
  v.string(),
  v.object({ file: v.string(), name: v.optional(v.string(), ''), imports: names, css: names }),
);
export type Manifest = v.InferOutput<typeof Manifest>;

/**
 * What is fetched later and yet belongs to reading an article without a network: pages that lead to others, the
 * conversation with all that it takes to write, and what says that there is no network.
 */
const later =
  /^src\/(app\/(arrival|pages\/(article|front|search|section|static)-page)|features\/(comments|live|offline|outbox|place|thread|writing)\/)/;

/** What the worker of a build is to keep: files of code, and those of words by language. */
export function shellOf(manifest: Manifest): { files: string[]; words: Record<string, string[]> } {
  const seen = new Set<string>();
  const visit = (key: string) => {
    if (seen.has(key)) return;
    seen.add(key);
    manifest[key]?.imports.forEach(visit);
  };
  const keys = Object.keys(manifest);
  keys.filter((key) => key === 'index.html' || later.test(key)).forEach(visit);
  const isWords = (key: string) => /^(words|late)-/.test(manifest[key]?.name ?? '');
  const files = [...seen].filter((key) => !isWords(key)).flatMap((key) => filesOf(manifest[key]));
  const wordsOf = (code: string) =>
    keys
      .filter((key) => new RegExp(`^(words|late)-${code}$`).test(manifest[key]?.name ?? ''))
      .flatMap((key) => filesOf(manifest[key]));
  return {
    files: [...new Set(files)].toSorted(),
    words: Object.fromEntries(languageCodes.map((code) => [code, [...new Set(wordsOf(code))].toSorted()])),
  };
}

const filesOf = (chunk: Manifest[string] | undefined) =>
  chunk === undefined ? [] : [chunk.file, ...chunk.css].map((file) => `/${file}`);

/**
 * Writes the service worker of the build in `folder`: `script` after what it is to keep. Where any of that
 * changes, the file changes, and browsers take the new worker.
 */
export async function writeWorker(
  folder: string,
  script: string,
  place: { api: string; isStatic: boolean },
): Promise<void> {
  const manifest = v.parse(Manifest, JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')));
  const code = await readFile(script, 'utf8');
  const shell = JSON.stringify({ ...shellOf(manifest), ...place });
  const version = createHash('sha256').update(shell).update(code).digest('hex').slice(0, 12);
  const file = `self.shell=${shell.replace('{', `{"version":"${version}",`)};\n${code}`;
  await writeFile(join(folder, 'service-worker.js'), file);
}
