import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, takenOver, test as base } from '../fixtures.ts';
import { SiteProcess } from '../site-process.ts';

const sentence = 'مرّت القافلة بالسوق القديمة قبل الغروب، وكان الورّاقون يجمعون كتبهم ويطوون البسط. ';

/** Tests on a site of the worker's own with sixty articles, each of many screens. */
export const test = base.extend<object, { long: SiteProcess }>({
  long: [
    async ({}, use) => {
      const site = await SiteProcess.start();
      const folder = await mkdtemp(join(tmpdir(), 'riwaq-long-'));
      const files = Array.from({ length: 60 }, (_, index) => join(folder, `${index}.txt`));
      for (const [index, file] of files.entries()) await writeFile(file, articleText(index));
      await site.import(...files);
      await use(site);
      await site.stop();
      await rm(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ long }, use) => use(long.url),
});

function articleText(index: number): string {
  const paragraphs = Array.from(
    { length: 40 },
    (_, at) => `الفقرة ${at} من المادة ${index}. ${sentence.repeat(3)}`,
  );
  return [`حكاية السوق رقم ${index}`, ...paragraphs].join('\n\n');
}

export const place = (page: Page) => page.evaluate(() => scrollY);
export const headline = (page: Page) => page.getByRole('heading', { level: 1 });
export const stories = (page: Page) =>
  page.getByRole('main').getByRole('article').getByRole('heading').getByRole('link');

/** Scrolls, and gives where the page then stands. */
export async function scroll(page: Page, to: number): Promise<number> {
  await page.evaluate(
    (y) =>
      new Promise<void>((done) => {
        addEventListener('scroll', () => done(), { once: true });
        scrollTo(0, y);
      }),
    to,
  );
  return place(page);
}

/** Follows a headline without the scrolling that reaching for it would bring. */
export async function follow(page: Page, index: number): Promise<void> {
  await stories(page).nth(index).dispatchEvent('click');
  await expect(page).toHaveURL(/\/articles\//);
  await expect(headline(page)).toBeFocused();
}

/** A list of several screens. */
export async function openList(page: Page): Promise<void> {
  await page.goto('/ar/');
  const more = page.getByRole('main').getByRole('link', { name: 'المزيد' });
  await page.goto((await more.getAttribute('href')) ?? '');
  await takenOver(page);
}

/** The last page of what is older, where the list is extended in place. */
export async function openExtended(page: Page): Promise<void> {
  await page.goto('/ar/');
  await takenOver(page);
  await page.getByRole('main').getByRole('link', { name: 'المزيد' }).click();
  await expect(page).toHaveURL(/after=/);
  await page.getByRole('main').getByRole('link', { name: 'المزيد' }).click();
  await expect(stories(page)).toHaveCount(40);
}
