import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hono } from 'hono';
import type { Config } from '../config.ts';
import { pictureFolder } from '../importing/place-pictures.ts';
import { everyAnswer } from './every-answer.ts';

/** As the importer names them: nothing else of an address ever reaches the disk. */
const names = /^[0-9a-f]{32}-[1-9]\d{0,4}\.webp$/;

/**
 * Pictures of articles, as the importer keeps them. Their names are made of what they hold, so that a
 * browser never needs to ask for one again. Calls on where there is none.
 */
export function mountPictures(app: Hono, { dataDir }: Pick<Config, 'dataDir'>): void {
  app.get(`/${pictureFolder}/:name`, async (c, next) => {
    const name = c.req.param('name');
    if (!names.test(name)) return next();
    const head = {
      ...everyAnswer,
      etag: `"${name.slice(0, -'.webp'.length)}"`,
      'cache-control': 'public, max-age=31536000, immutable',
      // Opened by itself it is a document, and is given nothing to do.
      'content-security-policy': "default-src 'none'; sandbox",
    };
    const bytes = await readFile(join(dataDir, pictureFolder, name)).catch(unlessMissing);
    if (bytes === undefined) return next();
    if (c.req.header('if-none-match')?.includes(head.etag) === true)
      return new Response(null, { status: 304, headers: head });
    return new Response(new Uint8Array(bytes), { headers: { ...head, 'content-type': 'image/webp' } });
  });
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
  throw error;
}
