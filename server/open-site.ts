import type { Logger } from 'pino';
import type { Hono, MiddlewareHandler } from 'hono';
import type { PageFetch } from '#contract/page';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { seedDemo } from './demo/seed.ts';
import type { Renderer } from './http/pages.ts';
import type { Storage } from './storage/port.ts';
import { openSqlite } from './storage/sqlite.ts';

interface Front {
  /** Makes the renderer of pages, given how they reach the API in this process. */
  openRenderer: (fetch: PageFetch) => Promise<Renderer>;
  assets: MiddlewareHandler;
}

export interface OpenSite {
  app: Hono;
  storage: Storage;
}

/** Opens the storage and puts the site together; nothing listens yet. Closes what it opened if it fails. */
export async function openSite(
  config: Config,
  log: Logger,
  { openRenderer, assets }: Front,
): Promise<OpenSite> {
  const storage = await openSqlite(config);
  try {
    if (config.seed) await seedDemo(storage);
    if (!config.rateLimits) log.warn('RATE_LIMITS is off: whoever wants to can flood the comments');
    const renderer = await openRenderer(async (url) => app.request(url));
    const app = createApp({
      config,
      storage,
      renderer,
      assets,
      log,
      addressKey: await storage.addressKey(),
    });
    return { app, storage };
  } catch (error) {
    await storage.close();
    throw error;
  }
}
