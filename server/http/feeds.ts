import type { Hono } from 'hono';
import type { LanguageCode } from '#contract/languages';
import { limits } from '#contract/limits';
import { paths } from '#contract/paths';
import type { Config } from '../config.ts';
import type { SiteFace } from '../site-face/site-face.ts';
import type { ArticleStorage } from '../storage/port.ts';
import { send } from './every-answer.ts';
import { Failure } from './problems.ts';
import { descriptionOf, feedPath, rssFeed } from './rss.ts';
import type { Sections } from './sections.ts';
import { articlePage, sitemap, sitemapIndex, translatedPages, type SitemapPage } from './sitemap.ts';
import type { VersionedAnswers } from './versioned-answer.ts';

interface Needs {
  config: Pick<Config, 'siteName' | 'publicUrl' | 'languages' | 'defaultLanguage'>;
  face: Pick<SiteFace, 'pages' | 'version'>;
  storage: Pick<ArticleStorage, 'listArticles' | 'getArticle' | 'versions'>;
  sections: Sections;
  answers: VersionedAnswers;
  now: () => number;
  /** Addresses of one sitemap; past them there is an index of several. */
  perSitemap?: number;
}

/** Newest articles of a feed. */
const inFeed = 20;
// Search engines take 50,000; a fifth of it keeps one answer from filling the memory that pages are kept in.
const inSitemap = 10_000;

/** What programs read: robots.txt, the sitemap, a feed of news for each interface language. */
export function mountFeeds(app: Hono, needs: Needs): void {
  const { config, face, storage, sections, answers, now, perSitemap = inSitemap } = needs;
  const url = config.publicUrl;
  const versionNow = async () => `${face.version} ${(await storage.versions(now())).articles}`;

  app.get('/robots.txt', (c) =>
    send(c, 200, `User-agent: *\nAllow: /\nDisallow: /api/\n\nSitemap: ${url}/sitemap.xml\n`, {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'public, max-age=3600',
    }),
  );

  for (const lang of config.languages) {
    const path = feedPath(lang);
    app.get(path, async (c) =>
      answers(c, path, await versionNow(), async () => {
        const { items } = await storage.listArticles({ now: now(), limit: inFeed });
        const told = items.map(async (article) => {
          const whole =
            article.summary === undefined ? await storage.getArticle(article.slug, now()) : undefined;
          return { article, description: descriptionOf({ body: [], ...article, ...whole }) };
        });
        const text = rssFeed({
          site: { name: config.siteName, url },
          lang,
          path,
          sections: await sections(now()),
          items: await Promise.all(told),
        });
        return { status: 200, type: 'application/rss+xml; charset=utf-8', text };
      }),
    );
  }

  /** Every page worth finding. Walked anew for each part: parts are asked for seldom, and then kept. */
  async function allPages(): Promise<SitemapPage[]> {
    const pages = [
      paths.front,
      ...(await sections(now())).map(
        ({ slug }) =>
          (lang: LanguageCode) =>
            paths.section(lang, slug),
      ),
      ...face.pages.map(
        ({ slug }) =>
          (lang: LanguageCode) =>
            paths.page(lang, slug),
      ),
    ].flatMap((pathIn) => translatedPages(pathIn, config));
    const before = now();
    for (let cursor: string | null | undefined; cursor !== null;) {
      const list = await storage.listArticles({ now: before, limit: limits.page.max, cursor });
      pages.push(...list.items.map((article) => articlePage(article, config)));
      cursor = list.nextCursor;
    }
    return pages;
  }

  app.get('/sitemap.xml', async (c) =>
    answers(c, 'sitemap', await versionNow(), async () => {
      const pages = await allPages();
      const parts = Math.ceil(pages.length / perSitemap);
      return xml(parts > 1 ? sitemapIndex(url, parts) : sitemap(url, pages));
    }),
  );

  app.get('/:part{sitemap-[1-9][0-9]{0,3}\\.xml}', async (c) => {
    const part = Number(/\d+/.exec(c.req.param('part'))?.[0]);
    return answers(c, `sitemap ${part}`, await versionNow(), async () => {
      const pages = await allPages();
      const own = pages.slice((part - 1) * perSitemap, part * perSitemap);
      if (pages.length <= perSitemap || own.length === 0) throw new Failure('not_found');
      return xml(sitemap(url, own));
    });
  });
}

const xml = (text: string) => ({ status: 200 as const, type: 'application/xml; charset=utf-8', text });
