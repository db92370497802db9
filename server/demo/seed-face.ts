import { constants } from 'node:fs';
import { access, copyFile, mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const example = join(import.meta.dirname, 'site');
const siteFile = 'site.json';

/**
 * Lays the demo's own site.json and pages into a data folder that has no site.json, so that a new
 * publisher has a real example to edit. What is already there stays as it is.
 */
export async function seedDemoFace(dataDir: string): Promise<void> {
  const there = await access(join(dataDir, siteFile)).then(
    () => true,
    () => false,
  );
  if (there) return;
  const files = (await readdir(example, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(example.length + 1));
  // The file that names the others comes last: a start cut short is begun again.
  for (const name of files.sort((one, other) => Number(one === siteFile) - Number(other === siteFile))) {
    const place = join(dataDir, name);
    await mkdir(dirname(place), { recursive: true });
    await copyFile(join(example, name), place, constants.COPYFILE_EXCL).catch(unlessThere);
  }
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
