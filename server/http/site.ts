import type { Hono } from 'hono';
import { languages } from '#contract/languages';
import type { Site } from '#contract/site';
import type { Config } from '../config.ts';
import type { ArticleStorage } from '../storage/port.ts';
import { answer } from './answer.ts';

interface Needs {
  config: Config;
  storage: ArticleStorage;
  now: () => number;
}

/** What the site is. */
export function mountSite(app: Hono, { config, storage, now }: Needs): void {
  const site: Omit<Site, 'sections'> = {
    name: config.siteName,
    url: config.publicUrl,
    locale: config.locale,
    timeZone: config.timeZone,
    defaultLanguage: config.defaultLanguage,
    languages: config.languages.map((code) => ({
      code,
      name: languages[code].name,
      dir: languages[code].dir,
    })),
    moderation: config.moderation,
  };
  app.get('/api/site', async (c) =>
    answer(c, 'GET /api/site', { ...site, sections: await storage.listSections(now()) }),
  );
}
