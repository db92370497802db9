import type { Hono } from 'hono';
import { languages } from '#contract/languages';
import type { Site } from '#contract/site';
import type { Config } from '../config.ts';
import type { SiteFace } from '../site-face/site-face.ts';
import type { ArticleStorage } from '../storage/port.ts';
import { json } from './answer.ts';
import type { Sections } from './sections.ts';
import type { VersionedAnswers } from './versioned-answer.ts';

interface Needs {
  config: Config;
  face: SiteFace;
  storage: Pick<ArticleStorage, 'versions'>;
  sections: Sections;
  answers: VersionedAnswers;
  now: () => number;
}

/** What the site is; the same until a section comes or goes, or the site starts with another face. */
export function mountSite(app: Hono, { config, face, storage, sections, answers, now }: Needs): void {
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
    pages: face.pages.map(({ slug, name, names }) => ({ slug, name, names })),
    ...(face.wordmark !== undefined && { wordmark: true }),
    ...(face.commentNote !== undefined && { commentNote: face.commentNote }),
    moderation: config.moderation,
  };
  app.get('/api/site', async (c) => {
    const { articles } = await storage.versions(now());
    return answers(c, 'site', `${face.version} ${articles}`, async () =>
      json<'GET /api/site'>({ ...site, sections: await sections(now()) }),
    );
  });
}
