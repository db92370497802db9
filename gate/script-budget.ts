/** How much script the article page loads: entry, route and the words of one language, with all they import. */
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import * as v from 'valibot';

/** Most bytes of script that an article page may load, as brotli sends them. */
export const scriptBudget = 125_000;

const Manifest = v.record(
  v.string(),
  v.object({
    file: v.string(),
    name: v.optional(v.string()),
    imports: v.optional(v.array(v.string()), []),
  }),
);
type Manifest = v.InferOutput<typeof Manifest>;

const articleRoute = /^src\/app\/pages\/article-page\.tsx$/;
const words = /^words-/;

/** Files of script that come with the chunks at `keys`, each once. */
function filesFrom(manifest: Manifest, keys: readonly string[]): string[] {
  const seen = new Set<string>();
  const visit = (key: string) => {
    if (seen.has(key)) return;
    seen.add(key);
    manifest[key]?.imports.forEach(visit);
  };
  keys.forEach(visit);
  return [...seen].flatMap((key) => manifest[key]?.file ?? []).filter((file) => file.endsWith('.js'));
}

/** A build of the browser's part: Vite's manifest and the document template it made. */
interface Build {
  manifest: string;
  html: string;
  sizeOf: (file: string) => number;
}

/**
 * Bytes of the article page's script, with the language that weighs most. Throws where the build
 * shows no entry, no article route or no words, since then it would measure something else.
 */
export function articleScript(build: Build): { bytes: number; files: string[] } {
  const manifest = v.parse(Manifest, JSON.parse(build.manifest));
  const keys = Object.keys(manifest);
  const entries = keys.filter((key) => build.html.includes(`/${manifest[key]?.file}"`));
  const routes = keys.filter((key) => articleRoute.test(key));
  const languages = keys.filter((key) => words.test(manifest[key]?.name ?? ''));
  for (const [name, found] of Object.entries({ entry: entries, 'article route': routes, words: languages }))
    if (found.length === 0)
      throw new Error(`the build shows no ${name}; teach gate/script-budget.ts where it is`);
  const pages = languages.map((language) => {
    const files = filesFrom(manifest, [...entries, ...routes, language]);
    return { files, bytes: files.reduce((sum, file) => sum + build.sizeOf(file), 0) };
  });
  return pages.reduce((heaviest, page) => (page.bytes > heaviest.bytes ? page : heaviest));
}

/** The same for the build in `folder`, compressed as a static host would. */
export function measureArticleScript(folder: string): { bytes: number; files: string[] } {
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  const read = (file: string) => readFileSync(join(folder, file));
  return articleScript({
    manifest: read('.vite/manifest.json').toString(),
    html: read('index.html').toString(),
    sizeOf: (file) => brotliCompressSync(read(file), brotli).length,
  });
}
