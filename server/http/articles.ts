import type { Hono } from 'hono';
import { endpoints } from '#contract/endpoints';
import type { ArticleStorage } from '../storage/port.ts';
import { answer, json } from './answer.ts';
import { missingArticle } from './missing-article.ts';
import { slugParam } from './slug-param.ts';
import { parsePart } from './validation.ts';
import type { VersionedAnswers } from './versioned-answer.ts';

interface Needs {
  storage: ArticleStorage;
  answers: VersionedAnswers;
  now: () => number;
}

/** Reading articles. Whole articles and lists are kept until anything they tell of changes. */
export function mountArticles(app: Hono, { storage, answers, now }: Needs): void {
  const versionNow = async () => {
    const { articles, comments } = await storage.versions(now());
    return `${articles} ${comments}`;
  };

  app.get('/api/articles', async (c) => {
    const { q: search, ...query } = parsePart(endpoints['GET /api/articles'].query, c.req.query());
    const list = () => storage.listArticles({ now: now(), search, ...query });
    // A search is asked once; keeping it would push out what is read by all.
    if (search !== undefined) return answer(c, 'GET /api/articles', await list());
    const key = `list ${JSON.stringify(query)}`;
    return answers(c, key, await versionNow(), async () => json<'GET /api/articles'>(await list()));
  });

  app.get('/api/articles/:slug', async (c) => {
    const slug = slugParam(c);
    return answers(c, `article ${slug}`, await versionNow(), async () => {
      const article = await storage.getArticle(slug, now());
      if (article === undefined) throw await missingArticle(storage, slug, now());
      return json<'GET /api/articles/:slug'>(article);
    });
  });
}
