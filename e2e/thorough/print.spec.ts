import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { articlePaths, siteWith } from '../article-folder.ts';
import { expect, takenOver, test } from '../fixtures.ts';
import type { SiteProcess } from '../site-process.ts';

const blocks = await readFile(resolve(import.meta.dirname, '../articles/blocks.md'), 'utf8');
const parts = ['أوّلاً', 'ثانياً', 'ثالثاً'].map((one) => `## ${one}\n\n${'كلام يطول في النصّ. '.repeat(120)}\n\n`);

let site: SiteProcess;
let path = '';
test.beforeAll(async () => {
  site = await siteWith(`${blocks}\n${parts.join('')}`);
  [path = ''] = await articlePaths(site, 'ar');
});
test.afterAll(() => site.stop());

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 680, height: 960 });
  await page.goto(path);
  await takenOver(page);
});

test('on paper stands the article alone, with the address where it is found again', async ({ page }) => {
  const contents = page.getByRole('navigation', { name: 'في هذه المادة' });
  const address = page.getByText(/^http.*\/ar\/articles\/ديوان-الأشكال$/);
  await expect(contents).toBeVisible();
  await expect(address).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(address).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('article time').first()).toBeVisible();
  for (const role of ['banner', 'contentinfo', 'form', 'navigation'] as const)
    await expect(page.getByRole(role)).toHaveCount(0);
});

test('addresses of other sites are spelt out, once', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  const after = (name: string | RegExp) =>
    page.getByRole('link', { name }).evaluate((one) => getComputedStyle(one, '::after').content);
  expect(await after('موقع بعيد')).toContain('https://example.org/far');
  expect(await after('مادة قريبة')).toBe('none');
  expect(await after(/bare/)).toBe('none');
});

test('a table is not cut, verse keeps its columns, pictures their sheet', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  const table = page.getByRole('group', { name: 'المدن وسكّانها' });
  expect(
    await table.evaluate((one) => [getComputedStyle(one).overflowX, getComputedStyle(one).maxHeight]),
  ).toEqual(['visible', 'none']);
  expect(await table.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
  const [first, second] = await page
    .locator('p')
    .filter({ hasText: 'الخَيْلُ' })
    .locator('span')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  expect(first).toBe(second);
  for (const figure of await page.locator('figure').all())
    expect(await figure.evaluate((one) => getComputedStyle(one).breakInside)).toBe('avoid');
});

for (const theme of ['dark', 'sepia', undefined] as const) {
  test(`black on white also for whoever reads in ${theme ?? 'the dark of the system'}`, async ({ page }) => {
    if (theme === undefined) await page.emulateMedia({ colorScheme: 'dark' });
    else {
      await page.evaluate(
        (one) => localStorage.setItem('riwaq.reading', JSON.stringify({ theme: one })),
        theme,
      );
      await page.reload();
    }
    const colours = () =>
      page
        .locator('h1')
        .evaluate((one) => [
          getComputedStyle(document.documentElement).backgroundColor,
          getComputedStyle(one).color,
        ]);
    expect(await colours()).not.toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await colours()).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  });
}

test('no sheet is left empty', async ({ page }) => {
  const sheets = async () =>
    (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)
      ?.length;
  const all = await sheets();
  // The address, last on its sheet, is what the article ends with: one line less makes no sheet less.
  await page.evaluate(() => document.querySelector('article > p:last-of-type')?.remove());
  expect(all).toBe(await sheets());
});
