import type { Page } from '@playwright/test';
import { resolve } from 'node:path';
import { takenOver, test as base } from '../fixtures.ts';
import { articleFiles, SiteProcess } from '../site-process.ts';

export { expect, takenOver } from '../fixtures.ts';

export const arabicSlug = 'بيان-الحروف';
/** What its links say: it was told to take any port, and says so. */
export const publicUrl = 'http://localhost:0';
export const englishSlug = 'the-printing-houses-of-old-beirut';

/** A site of its own: an article vowelled throughout must not become another journey's first. */
export const test = base.extend<object, { paper: SiteProcess }>({
  paper: [
    async ({}, use) => {
      const paper = await SiteProcess.start();
      await paper.import(
        resolve(import.meta.dirname, '../articles/vowelled-letters.txt'),
        articleFiles.printing,
      );
      await use(paper);
      await paper.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ paper }, use) => use(paper.url),
});

export const address = (lang: string, slug: string) => `/${lang}/articles/${encodeURIComponent(slug)}`;

export async function open(page: Page, path: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(path);
  await takenOver(page);
}

/** Selects `words`, from the first place where they stand in one text node of the article. */
export async function select(page: Page, words: string, until = words): Promise<void> {
  await page.evaluate(
    ([from, to]) => {
      const article = document.querySelector('main article');
      if (article === null) throw new Error('no article');
      const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      let isBegun = false;
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const text = node.textContent ?? '';
        if (!isBegun && text.includes(from)) {
          range.setStart(node, text.indexOf(from));
          isBegun = true;
        }
        if (isBegun && text.includes(to)) {
          range.setEnd(node, text.indexOf(to) + to.length);
          getSelection()?.removeAllRanges();
          getSelection()?.addRange(range);
          return;
        }
      }
      throw new Error(`no «${from}»`);
    },
    [words, until] as const,
  );
}

export const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
export const toolbar = (page: Page, lang: 'ar' | 'en' = 'ar') =>
  page.getByRole('group', { name: lang === 'ar' ? 'أدوات المقطع المحدّد' : 'Selected passage' });
export const row = (page: Page) => page.locator('#share');
