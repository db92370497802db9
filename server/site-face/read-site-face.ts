import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { LanguageCode } from '#contract/languages';
import { readText } from '../importing/read-text.ts';
import { readFileInside } from '../importing/file-inside.ts';
import { wrongFile, wrongValue } from './face-fault.ts';
import { accentStyles, wordmarkStyles } from './face-styles.ts';
import { plainFace, type FaceSection, type SiteFace } from './site-face.ts';
import { parseSiteFile, type SiteFile } from './site-file.ts';
import { readStaticPages } from './static-pages.ts';
import { checkWordmark, mostWordmark } from './wordmark.ts';

/** Bytes of site.json. */
const mostFile = 256 * 1024;

interface Needs {
  /** Absolute path of the data folder. */
  dataDir: string;
  defaultLanguage: LanguageCode;
}

/**
 * Reads site.json and the files it names; a site without one has the plain face. Throws StartError,
 * one sentence with the file, the place in it, the value read and what is allowed.
 */
export async function readSiteFace({ dataDir, defaultLanguage }: Needs): Promise<SiteFace> {
  const file = join(dataDir, 'site.json');
  const found = await readFileInside(dataDir, 'site.json', mostFile);
  if (found.state === 'missing') return plainFace;
  if (found.state === 'too_large')
    throw wrongFile(file, `it has ${found.size} bytes; allowed: at most ${mostFile}`);
  if (found.state !== 'read') throw wrongFile(file, 'it is no file inside the data folder');
  const read = readText(found.bytes);
  if (!read.ok) throw wrongFile(file, read.why);
  const given = parseSiteFile(file, read.text);

  const hash = createHash('sha256');
  // Lengths part the files unmistakably.
  const onRead = (bytes: Uint8Array) => void hash.update(`${bytes.byteLength}:`).update(bytes);
  onRead(found.bytes);
  const wordmark =
    given.wordmark === undefined ? undefined : await readWordmark({ file, dataDir, name: given.wordmark });
  if (wordmark !== undefined) onRead(wordmark.bytes);
  const slugs = given.pages.map(({ slug }) => slug);
  const pages = await readStaticPages({ file, dataDir, defaultLanguage, slugs, onRead });
  return {
    name: given.name,
    styles: accentStyles(given.accent ?? {}) + (wordmark?.styles ?? ''),
    wordmark,
    sections: given.sections.map((section) => faceSection(section, defaultLanguage)),
    pages,
    commentNote: given.commentNote,
    version: hash.digest('base64url').slice(0, 22),
  };
}

function faceSection(
  { slug, name: names }: SiteFile['sections'][number],
  language: LanguageCode,
): FaceSection {
  if (names === undefined) return { slug };
  return { slug, name: names[language] ?? Object.values(names)[0], names };
}

async function readWordmark({ file, dataDir, name }: { file: string; dataDir: string; name: string }) {
  const found = await readFileInside(dataDir, name, mostWordmark);
  if (found.state !== 'read') {
    const now = found.state === 'too_large' ? ` (now ${found.size})` : '';
    const allowed = `an SVG file in the data folder of at most ${mostWordmark} bytes${now}`;
    throw wrongValue(file, 'wordmark', name, allowed);
  }
  const path = join(dataDir, name);
  const read = readText(found.bytes);
  if (!read.ok) throw wrongFile(path, read.why);
  const checked = checkWordmark(read.text);
  if (!checked.ok) throw wrongFile(path, checked.why);
  const hash = createHash('sha256').update(found.bytes).digest('hex').slice(0, 8);
  return { bytes: found.bytes, hash, styles: wordmarkStyles(checked.size, `/wordmark.svg?v=${hash}`) };
}
