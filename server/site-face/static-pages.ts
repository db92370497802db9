import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { directionOf, isLanguageCode, languageCodes, type LanguageCode } from '#contract/languages';
import type { StaticPage } from '#contract/static-page';
import { readText } from '../importing/read-text.ts';
import { readFileInside, unlessMissing } from '../importing/file-inside.ts';
import { wrongFile, wrongValue } from './face-fault.ts';
import type { FacePage } from './site-face.ts';

/** Where static pages lie in the data folder, as pages/about.ar.md. */
const folder = 'pages';
/** Bytes of a page: ten times a long statement on privacy. */
const mostPage = 256 * 1024;

interface Needs {
  /** Path of site.json, which names the pages. */
  file: string;
  dataDir: string;
  defaultLanguage: LanguageCode;
  slugs: readonly string[];
  /** Told of every file that was read, for the version. */
  onRead: (bytes: Uint8Array) => void;
}

/** The static pages that site.json names, parsed once. Throws StartError for one that cannot be shown. */
export async function readStaticPages({ slugs, ...needs }: Needs): Promise<FacePage[]> {
  const names = slugs.length === 0 ? [] : await filesIn(join(needs.dataDir, folder));
  const pages: FacePage[] = [];
  for (const [at, slug] of slugs.entries()) {
    const written = new Map<LanguageCode, StaticPage>();
    for (const name of names.filter((one) => one.startsWith(`${slug}.`))) {
      const language = name.slice(slug.length + 1, -'.md'.length);
      if (!isLanguageCode(language))
        throw wrongFile(
          join(needs.dataDir, folder, name),
          `${language} is no language of the interface; allowed: ${languageCodes.join(', ')}`,
        );
      written.set(language, await readPage({ ...needs, slug, language }));
    }
    const [first] = written.values();
    if (first === undefined) {
      const files = `${folder}/${slug}.LANG.md, LANG one of ${languageCodes.join(', ')}`;
      throw wrongValue(needs.file, `pages[${at}].slug`, slug, `a page whose text lies in ${files}`);
    }
    const own = written.get(needs.defaultLanguage) ?? first;
    pages.push({
      slug,
      name: own.title,
      names: Object.fromEntries([...written].map(([code, { title }]) => [code, title])),
      inLanguage: (lang) => (lang === undefined ? own : (written.get(lang) ?? own)),
    });
  }
  return pages;
}

/** The Markdown files, in the order of their names; some systems take letters apart in names. */
async function filesIn(path: string): Promise<string[]> {
  const names = (await readdir(path).catch(unlessMissing)) ?? [];
  return names
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.normalize('NFC'))
    .sort();
}

interface PageNeeds extends Omit<Needs, 'slugs'> {
  slug: string;
  language: LanguageCode;
}

async function readPage({ dataDir, slug, language, onRead }: PageNeeds): Promise<StaticPage> {
  const name = join(folder, `${slug}.${language}.md`);
  const file = join(dataDir, name);
  const found = await readFileInside(dataDir, name, mostPage);
  if (found.state === 'too_large')
    throw wrongFile(file, `it has ${found.size} bytes; allowed: at most ${mostPage}`);
  if (found.state !== 'read') throw wrongFile(file, 'it is no file inside the data folder');
  onRead(found.bytes);
  const read = readText(found.bytes);
  if (!read.ok) throw wrongFile(file, read.why);
  const { parseMarkdown } = await import('../importing/markdown.ts');
  const parsed = parseMarkdown(read.text);
  if (!parsed.ok) throw wrongFile(file, parsed.why);
  if (parsed.title === '')
    throw wrongFile(file, 'it has no title; allowed: «title:» in its front matter or a first heading');
  if (parsed.body.length === 0) throw wrongFile(file, 'it has no text after its title');
  return {
    slug,
    title: parsed.title,
    lang: language,
    dir: directionOf(language),
    body: parsed.body,
  };
}
