import { test as base, expect, type Page } from '@playwright/test';
import type { ArticleSummary } from '#contract/article';
import { articleFiles, SiteProcess } from './site-process.ts';

export { expect };

interface WorkerFixtures {
  /** A site with one Arabic and one English article, the worker's own. */
  site: SiteProcess;
  arabic: ArticleSummary;
  english: ArticleSummary;
}

interface TestFixtures {
  /** Requests for the API that the page made, as `GET /api/…`. */
  apiCalls: string[];
  /** Messages of the console that a test expects and that then do not fail it. */
  expectedErrors: RegExp[];
  /** Starts a site of the test's own, which ends once the page has left it: what still loads would hear that. */
  startSite: (env?: Record<string, string>) => Promise<SiteProcess>;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  site: [
    async ({}, use) => {
      const site = await SiteProcess.start();
      await site.import(articleFiles.booksellers, articleFiles.printing);
      await use(site);
      await site.stop();
    },
    { scope: 'worker' },
  ],
  arabic: [async ({ site }, use) => use(await articleNamed(site, 'سوق الورّاقين')), { scope: 'worker' }],
  english: [async ({ site }, use) => use(await articleNamed(site, 'Printing Houses')), { scope: 'worker' }],
  baseURL: async ({ site }, use) => use(site.url),
  expectedErrors: async ({}, use) => use([]),
  apiCalls: async ({ page }, use) => {
    const calls: string[] = [];
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      if (pathname.startsWith('/api/'))
        calls.push(`${request.method()} ${decodeURIComponent(pathname + search)}`);
    });
    await use(calls);
  },
  startSite: async ({ page }, use) => {
    const sites: SiteProcess[] = [];
    await use(async (env) => {
      const site = await SiteProcess.start(env);
      sites.push(site);
      return site;
    });
    if (!page.isClosed()) await page.goto('about:blank');
    await Promise.all(sites.map((site) => site.stop()));
  },
  page: async ({ page, expectedErrors }, use) => {
    const errors: string[] = [];
    // Said of each page where playwright.config.ts blocks the worker.
    const blocked = 'Service Worker registration blocked by Playwright';
    page.on('console', (message) => {
      const isComplaint = message.type() === 'error' || message.type() === 'warning';
      if (isComplaint && message.text() !== blocked) errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(String(error)));
    await use(page);
    expect(errors.filter((text) => !expectedErrors.some((expected) => expected.test(text)))).toEqual([]);
  },
});

/** What the console says of a server that ends, is away, or says by 503 that it is starting. */
export const cutOff = /503|net::ERR_/;

/** By its title: other tests of the worker may have imported newer ones before it is asked for. */
async function articleNamed(site: SiteProcess, words: string): Promise<ArticleSummary> {
  const answer: { items: ArticleSummary[] } = await (
    await fetch(`${site.url}/api/articles?limit=100`)
  ).json();
  const article = answer.items.find(({ title }) => title.includes(words));
  if (article === undefined) throw new Error(`no article named ${words}`);
  return article;
}

/** The page's form for a new comment, in either language. */
export function commentForm(page: Page, language: 'ar' | 'en' = 'ar') {
  const words =
    language === 'ar'
      ? { form: 'إضافة تعليق جديد', name: 'الاسم', text: 'التعليق', send: 'إرسال التعليق' }
      : { form: 'Add a comment', name: 'Name', text: 'Comment', send: 'Post comment' };
  const form = page.getByRole('form', { name: words.form });
  return {
    form,
    name: form.getByLabel(words.name, { exact: true }),
    text: form.getByLabel(words.text, { exact: true }),
    send: form.getByRole('button', { name: words.send }),
  };
}

/** Waits until React has taken the page over: all of it, with what listens. It then answers to script. */
export async function takenOver(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    // The outermost is the last to be taken over.
    const whole = document.querySelector('#app > div');
    return whole !== null && Object.keys(whole).some((key) => key.startsWith('__reactProps'));
  });
  // Effects are run in a task of their own, sent before these.
  await page.evaluate(async () => {
    for (let tasks = 0; tasks < 3; tasks += 1) {
      await new Promise((done) => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', done);
        port1.start();
        port2.postMessage(undefined);
      });
    }
  });
}
