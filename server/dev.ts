import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { pino } from 'pino';
import type { ViteDevServer } from 'vite';
import type { PageFetch } from '#contract/page';
import { readConfig } from './config.ts';
import { createDocuments } from './http/document.ts';
import type { Renderer } from './http/pages.ts';
import { serve } from './listen.ts';
import { openSite } from './open-site.ts';
import { pageRendererOf } from './page-renderer.ts';
import type { SiteFace } from './site-face/site-face.ts';

const root = resolve(import.meta.dirname, '..');

/** `npm run dev`: the same site, its pages and styles hot from their sources, in one process. */
export async function run(_args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const config = readConfig(env);
  const log = pino({ level: config.logLevel });
  return serve(config, log, async () => {
    const { createServer } = await import('vite');
    const vite = await createServer({ root, server: { middlewareMode: true }, appType: 'custom' });
    const { app, storage, name, endStreams } = await openSite(config, log, {
      openRenderer: (fetch, face) => openHotRenderer(vite, fetch, face),
      assets: (_, next) => next(),
    });
    const listener = getRequestListener(app.fetch);
    return {
      name,
      endStreams,
      listener: (request, response) => vite.middlewares(request, response, () => listener(request, response)),
      close: async () => void (await Promise.all([storage.close(), vite.close()])),
    };
  });
}

/** Renders from the sources as they are at each request; nothing is kept, and no policy forbids Vite's client. */
async function openHotRenderer(
  vite: ViteDevServer,
  fetch: PageFetch,
  { styles }: SiteFace,
): Promise<Renderer> {
  const load = async () => pageRendererOf(await vite.ssrLoadModule('/src/render.tsx'));
  let builds = 0;
  vite.watcher.on('change', () => (builds += 1));
  return {
    async render(request) {
      const { connectPages, renderPage } = await load();
      connectPages(fetch);
      return renderPage(request);
    },
    async document(page) {
      const source = await readFile(join(root, 'index.html'), 'utf8');
      const template = await vite.transformIndexHtml('/', source);
      const fill = createDocuments({ template, manifest: {}, readFile: () => '', ownStyles: styles });
      return { html: fill(page).html, contentSecurityPolicy: "frame-ancestors 'none'" };
    },
    get build() {
      return `hot ${builds}`;
    },
  };
}
