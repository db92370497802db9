import { readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';

export type FileInside =
  | { state: 'read'; bytes: Uint8Array<ArrayBuffer> }
  | { state: 'missing' | 'outside' | 'no_file' }
  /** Bytes. */
  | { state: 'too_large'; size: number };

/** A file of at most `most` bytes inside `folder`, wherever links in it point. */
export async function readFileInside(folder: string, name: string, most: number): Promise<FileInside> {
  const path = resolve(folder, name);
  if (isAbsolute(name) || name.includes('\0') || !isInside(folder, path)) return { state: 'outside' };
  const real = await realpath(path).catch(unlessMissing);
  if (real === undefined) return { state: 'missing' };
  if (!isInside(await realpath(folder), real)) return { state: 'outside' };
  const found = await stat(real);
  if (!found.isFile()) return { state: 'no_file' };
  if (found.size > most) return { state: 'too_large', size: found.size };
  return { state: 'read', bytes: new Uint8Array(await readFile(real)) };
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** What is not there is told from what may not be read, which is the operator's to mend. */
export function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
  throw error;
}
