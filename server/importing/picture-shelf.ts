import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { limits } from '#contract/limits';
import { readPictureFile } from './picture-file.ts';
import { pictureFolder, type PlacedPicture, type TakePicture } from './place-pictures.ts';

/** Part of every name: pictures made otherwise from the same file get other names. */
const recipe = 'webp 80, 1';
/** Pixels of a picture once it is unpacked: a small file can hold a bomb. */
const maxPixels = 100_000_000;
/** Times its width: across the column of a text, a higher one is screen after screen of nothing else. */
const mostHigh = 4;

/** The folder of pictures cannot be written: nothing of an article can then be relied on. */
export class ShelfError extends Error {
  override name = 'ShelfError';
}

interface Folders {
  /** Of the file that is imported, whose pictures lie beside it. */
  folder: string;
  dataDir: string;
}

/**
 * Keeps the pictures of one file: read from beside it, known by what they hold, turned upright, without
 * what the camera wrote into them, in several widths, under the hash of the source. Each is whole on the
 * disk before this answers, so that no article ever names one that is not there. The same file again is
 * found, not made again.
 *
 * @returns the widest copy; the narrower ones differ in the width of their name:
 *   `/pictures/{hash}-480.webp`, `-960`, `-1600`, as far as these are less
 */
export function openPictures({ folder, dataDir }: Folders): TakePicture {
  return async (path) => {
    const found = await readPictureFile(folder, path);
    return found.ok ? keep(found.bytes, join(dataDir, pictureFolder)) : found;
  };
}

async function keep(bytes: Uint8Array, shelf: string): Promise<PlacedPicture> {
  // Its library takes 50 MB, so that only an import with pictures loads it.
  const { default: sharp } = await import('sharp');
  const source = sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' });
  let copies: Copy[];
  try {
    const { autoOrient } = await source.metadata();
    if (autoOrient.height > autoOrient.width * mostHigh) return { ok: false, why: ribbonWords(autoOrient) };
    copies = copiesOf(
      autoOrient,
      createHash('sha256').update(recipe).update(bytes).digest('hex').slice(0, 32),
    );
  } catch (error) {
    return { ok: false, why: wordsOf(error) };
  }
  for (const copy of copies) {
    const file = join(shelf, copy.name);
    if (await isThere(file)) continue;
    let made: Uint8Array;
    try {
      made = await source
        .clone()
        .autoOrient()
        .resize(copy.width, copy.height, { fit: 'fill' })
        .webp({ quality: 80 })
        .toBuffer();
    } catch (error) {
      return { ok: false, why: wordsOf(error) };
    }
    await put(shelf, file, made);
  }
  const widest = copies.at(-1);
  if (widest === undefined) return { ok: false, why: 'it is empty' };
  return { ok: true, src: `/${pictureFolder}/${widest.name}`, width: widest.width, height: widest.height };
}

interface Copy {
  name: string;
  width: number;
  height: number;
}

function copiesOf({ width, height }: { width: number; height: number }, hash: string): Copy[] {
  const widest = Math.min(width, limits.pictureWidths.at(-1) ?? width);
  return [...limits.pictureWidths.filter((one) => one < widest), widest].map((one) => ({
    name: `${hash}-${one}.webp`,
    width: one,
    height: Math.max(1, Math.round((height * one) / width)),
  }));
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** A picture appears whole or not at all, and is on the disk, not only on its way there. */
async function put(shelf: string, file: string, bytes: Uint8Array): Promise<void> {
  const unfinished = join(shelf, `.${randomUUID()}.part`);
  try {
    await mkdir(shelf, { recursive: true });
    const handle = await open(unfinished, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new ShelfError(`the folder of pictures ${shelf} cannot be written${code}`);
  }
}

const ribbonWords = ({ width, height }: { width: number; height: number }): string =>
  `it is more than ${mostHigh} times as high as it is wide (${width} × ${height})`;

function wordsOf(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  return /pixel limit/i.test(message)
    ? `it has more than ${maxPixels / 1_000_000} million pixels`
    : 'it is damaged, or no picture';
}
