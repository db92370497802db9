import { type FileInside, readFileInside } from './file-inside.ts';

/** Bytes of a picture as a camera or a designer saves it. */
const maxBytes = 20 * 1024 * 1024;

export type PictureFile = { ok: true; bytes: Uint8Array } | { ok: false; why: string };

/**
 * A picture by its path in a file of `folder`: inside that folder, wherever links in it point, and of a
 * kind that it is by its first bytes, whatever it is called.
 */
export async function readPictureFile(folder: string, path: string): Promise<PictureFile> {
  const found = await firstFound(folder, spellings(path));
  if (found.state === 'read')
    return kindOf(found.bytes) === undefined
      ? { ok: false, why: 'it is none of JPEG, PNG, WebP, AVIF, GIF' }
      : { ok: true, bytes: found.bytes };
  return { ok: false, why: found.state === 'too_large' ? words.too_large : words[found.state] };
}

const words = {
  too_large: `it is larger than ${maxBytes / 1024 ** 2} MiB`,
  outside: 'only pictures inside the folder of the file are taken',
  missing: 'it is not there',
  no_file: 'it is no file',
};

/** As an address (`%20`) and as it stands; composed, as text is here, and taken apart, as some systems name files. */
function spellings(path: string): string[] {
  const plain = path.replace(/[?#].*$/s, '');
  const decoded = [plain, path].flatMap((one) => {
    try {
      return [decodeURIComponent(one), one];
    } catch {
      return [one];
    }
  });
  return [...new Set(decoded.flatMap((one) => [one, one.normalize('NFC'), one.normalize('NFD')]))];
}

async function firstFound(folder: string, paths: readonly string[]): Promise<FileInside> {
  let last: FileInside = { state: 'missing' };
  for (const path of paths) {
    // Another protocol, or a drive, is nowhere inside.
    const found: FileInside = /^[a-z][a-z+.-]*:/i.test(path)
      ? { state: 'outside' }
      : await readFileInside(folder, path, maxBytes).catch((): FileInside => ({ state: 'no_file' }));
    if (found.state !== 'missing') return found;
    last = found;
  }
  return last;
}

type PictureKind = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif';

/** What a picture is by its first bytes; undefined for all others, SVG too, which is a document. */
function kindOf(bytes: Uint8Array): PictureKind | undefined {
  const start = Buffer.from(bytes.subarray(0, 32)).toString('latin1');
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (/^GIF8[79]a/.test(start)) return 'gif';
  if (/^RIFF[\s\S]{4}WEBP/.test(start)) return 'webp';
  return /^[\s\S]{4}ftyp[\s\S]*avi[fs]/.test(start) ? 'avif' : undefined;
}
