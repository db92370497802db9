import type { Logger } from 'pino';
import type { Hono, MiddlewareHandler } from 'hono';
import type { PageFetch } from '#contract/page';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { seedDemoFace } from './demo/seed-face.ts';
import { createCommentStreams } from './http/comment-streams.ts';
import { awaitStorage } from './open-storage.ts';
import type { Renderer } from './http/pages.ts';
import { readSiteFace } from './site-face/read-site-face.ts';
import type { SiteFace } from './site-face/site-face.ts';
import type { Storage } from './storage/port.ts';

interface Front {
  /** Makes the renderer of pages, given how they reach the API in this process. */
  openRenderer: (fetch: PageFetch, face: SiteFace) => Promise<Renderer>;
  assets: MiddlewareHandler;
}

export interface OpenSite {
  /** What the site calls itself. */
  name: string;
  app: Hono;
  storage: Storage;
  /** Ends the answers that would go on by themselves: nobody who follows a conversation holds up a stop. */
  endStreams: () => void;
}

/** Opens the storage and puts the site together; nothing listens yet. Closes what it opened if it fails. */
export async function openSite(
  config: Config,
  log: Logger,
  { openRenderer, assets }: Front,
): Promise<OpenSite> {
  const storage = await awaitStorage(config, log);
  try {
    const isNew = config.seed && (await storage.isEmpty());
    if (isNew) await seedDemoFace(config.dataDir);
    // Before the articles: a site.json that is refused leaves the site as empty as it was.
    const face = await readSiteFace(config);
    const siteName = config.siteNameIsSet ? config.siteName : (face.name ?? config.siteName);
    if (isNew) {
      // With it comes what reads markup: a site that is filled starts without.
      const { seedDemo } = await import('./demo/seed.ts');
      await seedDemo(storage, config);
    }
    if (!config.rateLimits) log.warn('RATE_LIMITS is off: whoever wants to can flood the comments');
    const renderer = await openRenderer(async (url) => app.request(url), face);
    const streams = createCommentStreams({ storage, isLimited: config.rateLimits });
    const app = createApp({
      config: { ...config, siteName },
      storage,
      streams,
      face,
      renderer,
      assets,
      log,
      addressKey: await storage.addressKey(),
    });
    return { name: siteName, app, storage, endStreams: streams.end };
  } catch (error) {
    await storage.close();
    throw error;
  }
}
