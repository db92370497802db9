import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as v from 'valibot';
import type { PageFetch } from '#contract/page';
import { builtMark, distFolder } from './build.ts';
import { createDocuments } from './http/document.ts';
import type { Renderer } from './http/pages.ts';
import { pageRendererOf } from './page-renderer.ts';
import type { SiteFace } from './site-face/site-face.ts';
import { StartError } from './start-error.ts';

/** The part of Vite's manifest that says which file is what and imports which. */
const Manifest = v.record(
  v.string(),
  v.object({ file: v.string(), name: v.optional(v.string()), imports: v.optional(v.array(v.string())) }),
);

const mark = join(distFolder, builtMark);

/** Throws StartError where no build was finished. */
export function requireBuild(): void {
  if (!existsSync(mark)) throw new StartError('The pages are not built; run npm run build first.');
}

/** The renderer and document as `npm run build` made them. */
export async function openBuiltRenderer(fetch: PageFetch, { styles }: SiteFace): Promise<Renderer> {
  const client = join(distFolder, 'client');
  const module: unknown = await import(pathToFileURL(join(distFolder, 'server/render.js')).href);
  const { connectPages, renderPage } = pageRendererOf(module);
  connectPages(fetch);
  const document = createDocuments({
    template: await readFile(join(client, 'index.html'), 'utf8'),
    manifest: v.parse(Manifest, JSON.parse(await readFile(join(client, '.vite/manifest.json'), 'utf8'))),
    readFile: (path) => readFileSync(join(client, path), 'utf8'),
    ownStyles: styles,
  });
  return { render: renderPage, document, build: await readFile(mark, 'utf8') };
}
