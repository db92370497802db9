import type { Hono } from 'hono';
import { endpoints } from '#contract/endpoints';
import { isLanguageCode } from '#contract/languages';
import type { SiteFace } from '../site-face/site-face.ts';
import { json } from './answer.ts';
import { Failure } from './problems.ts';
import { slugParam } from './slug-param.ts';
import { parsePart } from './validation.ts';
import type { VersionedAnswers } from './versioned-answer.ts';

interface Needs {
  face: SiteFace;
  answers: VersionedAnswers;
}

/** The paper's own pages, the same from start to start. */
export function mountStaticPages(app: Hono, { face, answers }: Needs): void {
  const pages = new Map(face.pages.map((page) => [page.slug, page]));

  app.get('/api/pages/:slug', async (c) => {
    const { lang } = parsePart(endpoints['GET /api/pages/:slug'].query, c.req.query());
    const page = pages.get(slugParam(c));
    if (page === undefined) throw new Failure('not_found');
    const shown = page.inLanguage(isLanguageCode(lang) ? lang : undefined);
    return answers(c, `static page ${shown.lang} ${shown.slug}`, face.version, async () =>
      json<'GET /api/pages/:slug'>(shown),
    );
  });
}
