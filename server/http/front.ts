import type { Hono } from 'hono';
import type { ArticleStorage } from '../storage/port.ts';
import { json } from './answer.ts';
import type { Sections } from './sections.ts';
import type { VersionedAnswers } from './versioned-answer.ts';

interface Needs {
  storage: Pick<ArticleStorage, 'front' | 'versions'>;
  /** The order in which they stand on the front. */
  sections: Sections;
  answers: VersionedAnswers;
  now: () => number;
}

/** The front page, kept until an article or, for their counts, any comment changes. */
export function mountFront(app: Hono, { storage, sections, answers, now }: Needs): void {
  app.get('/api/front', async (c) => {
    const { articles, comments } = await storage.versions(now());
    return answers(c, 'front', `${articles} ${comments}`, async () =>
      json<'GET /api/front'>(await storage.front(now(), await sections(now()))),
    );
  });
}
