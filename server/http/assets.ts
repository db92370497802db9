import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';
import { bestCoding, type Coding } from './content-coding.ts';
import { everyAnswer } from './every-answer.ts';

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

type Bytes = Uint8Array<ArrayBuffer>;
type Head = Record<string, string>;

interface Asset {
  etag: string;
  /** What its answers have in common, 304 too. */
  head: Head;
  type: string;
  body: Bytes;
  packed: Partial<Record<Coding, Bytes>>;
}

const squeeze = { br: promisify(brotliCompress), gzip: promisify(gzip) };

/**
 * Serves the files of a folder from memory, so that no address ever reaches the disk. Their compressed
 * forms are made once, in the background, by the slowest and smallest setting.
 */
export async function createAssets(
  folder: string,
  { leaveOut = [] }: { leaveOut?: readonly string[] } = {},
): Promise<MiddlewareHandler> {
  const assets = new Map<string, Asset>();
  for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(file.parentPath, file.name);
    const address = `/${relative(folder, path).split(sep).join('/')}`;
    const type = types[extname(file.name)];
    if (!file.isFile() || type === undefined || leaveOut.includes(address)) continue;
    const body = new Uint8Array(await readFile(path));
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    const asset: Asset = { etag, head: headOf(address, etag), type, body, packed: {} };
    assets.set(address, asset);
    if (/^(text|application|image\/svg)/.test(type)) void compress(asset);
  }

  return async (c, next) => {
    const asset = c.req.method === 'GET' || c.req.method === 'HEAD' ? assets.get(c.req.path) : undefined;
    if (asset === undefined) return next();
    const { etag, head, type, body } = asset;
    if (c.req.header('if-none-match')?.includes(etag))
      return new Response(null, { status: 304, headers: head });
    const coding = bestCoding(c.req.header('accept-encoding'));
    const packed = coding === undefined ? undefined : asset.packed[coding];
    if (packed === undefined || coding === undefined)
      return new Response(body, { headers: { ...head, 'content-type': type } });
    return new Response(packed, { headers: { ...head, 'content-type': type, 'content-encoding': coding } });
  };
}

const headOf = (address: string, etag: string): Head => ({
  ...everyAnswer,
  etag,
  'cache-control': cachingOf(address),
  vary: 'Accept-Encoding',
});

function cachingOf(address: string): string {
  // A new build's worker is known by other bytes at the same address.
  if (address === '/service-worker.js') return 'no-cache';
  // The build puts a hash of the content into these names; fonts keep theirs and are asked about weekly.
  return address.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=604800';
}

async function compress({ body, packed }: Asset): Promise<void> {
  packed.gzip = new Uint8Array(await squeeze.gzip(body, { level: 9 }));
  packed.br = new Uint8Array(await squeeze.br(body));
}
