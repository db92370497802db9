import { basename, dirname } from 'node:path';
import { limits } from '#contract/limits';
import { databaseWords } from './database-words.ts';
import { importSource, type ImportSource } from './importing/import-source.ts';
import type { TakePicture } from './importing/place-pictures.ts';
import { printable } from './printable.ts';
import { type ArticleStorage, StorageError } from './storage/port.ts';

export interface ImportSite {
  storage: Pick<ArticleStorage, 'saveArticle'>;
  /** A file's bytes as they come, `createReadStream` in life; its errors carry Node's `code`. */
  readFile: (path: string) => AsyncIterable<Uint8Array>;
  stdin: AsyncIterable<Uint8Array>;
  /** Reads what may be hostile, in another thread in life. */
  readSource: NonNullable<ImportSource['read']>;
  /** Keeps the pictures that lie in `folder`. */
  openPictures: (folder: string) => TakePicture;
  /** IANA name. */
  timeZone: string;
  /** Takes one line without its line feed. */
  write: (line: string) => void;
  /** Milliseconds since 1970 UTC. */
  now: () => number;
}

export const importUsage = 'usage: npm run import -- FILE… (- reads standard input)';

/**
 * `npm run import`: imports each file in an article's own short transaction and writes one line for
 * it, `added`, `updated` or `unchanged` with its slug, or `refused: why`. Bad input never throws and
 * never keeps the next file out; where the database is away or full the files left are not tried, since
 * each would wait as long for the same answer, but each has its line.
 *
 * @returns the exit code: 1 if anything was refused or nothing was asked for, else 0
 */
export async function runImport(args: readonly string[], site: ImportSite): Promise<0 | 1> {
  const write = (line: string) => site.write(printable(line));
  if (args.length === 0) {
    write(importUsage);
    return 1;
  }
  const seen = new Set<string>();
  let code: 0 | 1 = 0;
  for (const [at, file] of args.entries()) {
    try {
      const result = await importFile(file, site);
      if (result.line.startsWith('refused')) code = 1;
      const notes = [...result.notes];
      if (result.source !== undefined && seen.has(result.source)) {
        notes.push('took the place of an earlier file of the same name');
      }
      if (result.source !== undefined) seen.add(result.source);
      write([result.line, ...(notes.length > 0 ? [notes.join('; ')] : [])].join(' — '));
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      for (const left of args.slice(at)) write(`refused: ${databaseWords(error)} (${labelOf(left)})`);
      return 1;
    }
  }
  return code;
}

interface FileResult {
  line: string;
  notes: string[];
  /** Present where it was kept. */
  source?: string;
}

async function importFile(file: string, site: ImportSite): Promise<FileResult> {
  const fromInput = file === '-';
  const label = labelOf(file);
  const refused = (why: string): FileResult => ({ line: `refused: ${why} (${label})`, notes: [] });
  const read = await boundedBytes(() => (fromInput ? site.stdin : site.readFile(file)));
  if (!read.ok) return refused(read.why);
  const name = fromInput ? undefined : basename(file);
  const imported = await importSource({
    name,
    bytes: read.bytes,
    now: site.now(),
    timeZone: site.timeZone,
    read: site.readSource,
    ...(!fromInput && { takePicture: site.openPictures(dirname(file)) }),
  });
  if (!imported.ok) return refused(imported.why);
  const saved = await site.storage.saveArticle(imported.draft);
  if (saved.outcome === 'slug_taken') return refused(`another file holds the address ${saved.slug}`);
  return {
    line: `${saved.outcome} ${saved.slug} (${label})`,
    notes: [...imported.notes, ...(saved.withdrawn === true ? ['still withdrawn'] : [])],
    source: imported.draft.source,
  };
}

/** Never reads further than one piece past the limit: a device or a pipe may have no end. */
async function boundedBytes(
  open: () => AsyncIterable<Uint8Array>,
): Promise<{ ok: true; bytes: Uint8Array } | { ok: false; why: string }> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const piece of open()) {
      pieces.push(piece);
      length += piece.length;
      if (length > limits.importFile) break;
    }
  } catch (error) {
    return { ok: false, why: readingWords(error) };
  }
  return { ok: true, bytes: Buffer.concat(pieces) };
}

function readingWords(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'no such file';
    case 'EISDIR':
      return 'a folder, not a file';
    case 'EACCES':
    case 'EPERM':
      return 'the file may not be read';
    default:
      return typeof code === 'string' ? `the file cannot be read (${code})` : 'the file cannot be read';
  }
}

const labelOf = (file: string): string => (file === '-' ? 'standard input' : file);
