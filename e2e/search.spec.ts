import { AxeBuilder } from '@axe-core/playwright';
import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, takenOver, test } from './fixtures.ts';

const address = (q: string, language = 'ar') => `/${language}/search?q=${encodeURIComponent(q)}`;
const box = (page: Page) => page.getByRole('searchbox', { name: 'بحث' });
const stories = (page: Page) => page.locator('main').getByRole('article');

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a form finds what is folded alike, marks it, and says when there is nothing', async ({
    page,
    arabic,
  }) => {
    await page.goto('/ar/');
    await page.getByRole('banner').getByRole('link', { name: 'بحث' }).click();
    await expect(page).toHaveURL(/\/ar\/search$/);
    await expect(page).toHaveTitle(/^بحث – /);
    await expect(box(page)).toBeFocused();
    await expect(stories(page)).toHaveCount(0);
    // The headline has a shadda and a hamza of another seat than the words asked for.
    await box(page).fill('الوراقين  بغداد');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/ar\/search\?q=/);
    await expect(page).toHaveTitle(/^بحث: الوراقين بغداد – /);
    await expect(box(page)).toHaveValue('الوراقين  بغداد');
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
    await expect(stories(page)).toHaveCount(1);
    await expect(page.getByText('نتيجة واحدة', { exact: true })).toBeVisible();
    await expect(stories(page).getByRole('link', { name: arabic.title })).toBeVisible();
    await expect(stories(page).locator('h2 mark')).toHaveText(['الورّاقين', 'بغداد']);
    // The menu keeps the words.
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue('الوراقين  بغداد');
    await expect(stories(page)).toHaveCount(1);
    await page.goto(address('كلمة-لا-توجد'));
    await expect(page.getByText('لا نتائج عن «كلمة-لا-توجد».')).toBeVisible();
    await expect(stories(page)).toHaveCount(0);
  });
});

test('«احمد» finds «أحمد», page by page, with script and without', async ({
  page,
  browser,
  startSite,
}, testInfo) => {
  const site = await startSite();
  const files = Array.from({ length: 23 }, (_, at) => testInfo.outputPath(`${at}.txt`));
  for (const [at, file] of files.entries())
    await writeFile(file, `رحلة أحمد رقم ${at + 1}\n\nنصّ الرحلة من أوّلها إلى آخرها.\n`);
  await site.import(...files);
  await page.goto(site.url + address('احمد'));
  await takenOver(page);
  await expect(stories(page)).toHaveCount(20);
  await expect(stories(page).first().locator('mark')).toHaveText('أحمد');
  const count = (of: Page) => of.getByRole('main').getByRole('status');
  await expect(count(page)).toHaveText('أوّل ٢٠ نتيجة');
  const more = page.getByRole('link', { name: 'المزيد من المواد' });
  const next = (await more.getAttribute('href')) ?? '';
  await more.click();
  await expect(stories(page)).toHaveCount(23);
  await expect(count(page)).toHaveText('٢٣ نتيجة');
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(site.url + next);
  await expect(stories(plain)).toHaveCount(3);
  await expect(count(plain)).toHaveText('تتمّة النتائج');
  await expect(box(plain)).toHaveValue('احمد');
  await context.close();
});

test('in place: by key to the box, another search, and back', async ({ page, arabic, apiCalls }) => {
  await page.goto('/ar/');
  await takenOver(page);
  await page.keyboard.press('/');
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('');
  expect(await box(page).evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  await box(page).fill('printing');
  expect(await box(page).evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
  await page.keyboard.press('Enter');
  await expect(stories(page).locator('h2 mark')).toHaveText(['Printing']);
  await expect(page).toHaveTitle(/^\u200f?بحث: printing – /);
  await expect(page.getByRole('status').filter({ hasText: 'نتيجة واحدة' })).toHaveCount(1);
  await box(page).fill('سوق');
  await page.keyboard.press('Enter');
  await expect(stories(page).getByRole('link', { name: arabic.title })).toBeVisible();
  await page.goBack();
  await expect(box(page)).toHaveValue('printing');
  await expect(stories(page).locator('h2 mark')).toHaveText(['Printing']);
  expect(apiCalls.filter((call) => call.includes('q='))).toEqual([
    'GET /api/articles?q=printing',
    'GET /api/articles?q=سوق',
  ]);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('/');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('بغداد');
  await expect(box(page)).toHaveValue('بغداد');
  await box(page).blur();
  await page.keyboard.press('j');
  await expect(stories(page).locator('h2 a').first()).toBeFocused();
});

test('a search that fails says so, and is tried again', async ({ page, expectedErrors, arabic }) => {
  expectedErrors.push(/ERR_FAILED/);
  await page.goto('/ar/search');
  await takenOver(page);
  await page.route('**/api/articles?**', (route) => route.abort());
  await box(page).fill('سوق');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('تعذّر جلب المواد', { timeout: 15_000 });
  await expect(box(page)).toHaveValue('سوق');
  await page.unroute('**/api/articles?**');
  await page.getByRole('button', { name: 'إعادة المحاولة' }).click();
  await expect(stories(page).getByRole('link', { name: arabic.title })).toBeVisible();
});

test('nothing is too wide: neither the masthead with its link nor a word without end', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of ['/ar/search', '/en/search', address('سوق'), address('س'.repeat(300), 'en')]) {
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(320);
    // A short name stays in one piece beside the controls.
    const home = page.getByRole('banner').getByRole('link', { name: 'رواق' });
    expect((await home.boundingBox())?.height, path).toBeLessThan(70);
  }
});

for (const [ui, q] of [
  ['ar', 'سوق'],
  ['en', 'سوق'],
  ['ar', 'كلمة-لا-توجد'],
] as const) {
  test(`axe finds nothing in the answer to ${q}, in ${ui}`, async ({ page }) => {
    await page.goto(address(q, ui));
    await takenOver(page);
    const { violations } = await new AxeBuilder({ page }).include('main').include('header').analyze();
    expect(violations).toEqual([]);
  });
}
