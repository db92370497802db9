import { expect, test } from 'vitest';
import type { Article } from '#contract/article';
import type { RefusedForm } from '#contract/page';
import type { Site } from '#contract/site';
import { connectPages, renderPage } from './render.tsx';

const site: Site = {
  name: 'رواق',
  url: 'http://localhost:3000',
  locale: 'ar-LB',
  timeZone: 'Asia/Beirut',
  defaultLanguage: 'ar',
  languages: [{ code: 'ar', name: 'العربية', dir: 'rtl' }],
  sections: [],
  pages: [],
  moderation: 'after',
};

const article = (state: Article['comments']['state']): Article => ({
  id: 'a',
  slug: 'a',
  title: 'عنوان',
  lang: 'ar',
  dir: 'rtl',
  authors: [],
  publishedAt: '2026-11-23T12:00:00Z',
  updatedAt: '2026-11-23T12:00:00Z',
  readingMinutes: 1,
  comments: { state, count: 0 },
  tags: [],
  body: [],
  related: [],
});

const refused: RefusedForm = {
  slug: 'a',
  name: 'هدى',
  text: 'سطر\n\nوسطر <b>',
  problem: { type: 'about:blank', title: '', status: 403, code: 'comments_closed' },
};

/** The page of an article whose comments are in `state`, from answers made here. */
async function pageOf(state: Article['comments']['state'], form?: RefusedForm): Promise<string> {
  const answers: Record<string, unknown> = {
    '/api/site': site,
    '/api/articles/a': article(state),
    '/api/articles/a/comments': { items: [], nextCursor: null, total: 0 },
  };
  connectPages((url) =>
    Promise.resolve({
      ok: true,
      status: 200,
      headers: { get: () => 'application/json' },
      json: () => Promise.resolve(answers[url]),
    }),
  );
  const page = { url: 'http://localhost:3000/ar/articles/a', today: '2026-11-23' };
  return (await renderPage(form === undefined ? page : { ...page, form })).body;
}

test.each(['closed', 'hidden'] as const)(
  'a form refused because comments are %s by then gives back its words and the reason',
  async (state) => {
    const body = await pageOf(state, refused);
    expect(body).toMatch(/<p role="alert" tabindex="-1" autofocus="">أُغلق باب التعليق على هذه المادة\./i);
    expect(body).toMatch(/<textarea[^>]* readonly=""[^>]*>سطر\n\nوسطر &lt;b&gt;<\/textarea>/i);
    expect(body).not.toContain('<form');
  },
);

test('an article whose comments are closed has no form and shows nobody’s words', async () => {
  const body = await pageOf('closed');
  expect(body).toContain('أُغلق باب التعليق على هذه المادة.');
  expect(body).not.toMatch(/<form|<textarea|role="alert"/);
});

test('the first word is offered only to those who can say it', async () => {
  const invitation = 'لا تعليقات بعد. الكلمة الأولى لك.';
  expect(await pageOf('open')).toContain(invitation);
  expect(await pageOf('closed')).not.toContain(invitation);
});

test('the page for whoever has no network is the site’s, says so, and is no page of its own', async () => {
  await pageOf('open');
  const page = await renderPage({ url: 'http://localhost:3000/ar/offline', today: '2026-11-23' });
  expect(page.status).toBe(503);
  expect(page.body).toContain('رواق');
  expect(page.body).toContain('قد تكون الشبكة مقطوعة');
  expect(page.head).toContain('noindex');
  // As the worker looks for them (src/worker/documents.ts).
  expect(page.state).toContain('"path":"/ar/offline"');
  expect(page.state).toContain('"isOffline":true');
  expect(page.body).toContain('href="/ar/offline"');
  const unknown = await renderPage({ url: 'http://localhost:3000/fr/offline', today: '2026-11-23' });
  expect(unknown.status).toBe(404);
});
