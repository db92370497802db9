import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { articlePaths, siteWith } from '../article-folder.ts';
import { expect, takenOver, test } from '../fixtures.ts';
import type { SiteProcess } from '../site-process.ts';

const blocks = await readFile(resolve(import.meta.dirname, '../articles/blocks.md'), 'utf8');
const rows = Array.from({ length: 60 }, (_, at) => `| مدينة ${at + 1} | ${at * 1_000} |`).join('\n');
const part = (name: string) =>
  `## ${name}\n\n${'كلام يطول في هذا الجزء من النصّ حتى يملأ صفحة. '.repeat(30)}\n\n`;
const long = `---
title: مادة طويلة
published: 2026-11-22
image: { src: hand-press.jpg, alt: مطبعة, caption: مطبعة في أوّل الصفحة }
---

| المدينة | العدد |
|---|---|
${rows}

${['أوّلاً', 'ثانياً', 'ثالثاً', 'رابعاً'].map(part).join('')}`.replace('hand-press.jpg', 'hand-press.webp');

let site: SiteProcess;
let blocksPath = '';
let longPath = '';
test.beforeAll(async () => {
  site = await siteWith(blocks, long);
  [blocksPath = '', longPath = ''] = await articlePaths(site, 'ar');
});
test.afterAll(() => site.stop());

const boxOf = async (locator: Locator) => {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('it has no box');
  return box;
};
const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

test('a quotation has the marks and the edge of its own language', async ({ page }) => {
  await page.goto(blocksPath);
  const marks = await page
    .locator('blockquote')
    .evaluateAll((all) =>
      all.map((one) => [
        one.getAttribute('lang') ?? '',
        getComputedStyle(one).quotes.split('"')[1],
        getComputedStyle(one).direction,
      ]),
    );
  expect(marks).toEqual([
    ['', '«', 'rtl'],
    ['en', '“', 'ltr'],
    ['fr', '«\u202f', 'ltr'],
    ['de', '„', 'ltr'],
  ]);
});

test('verse stands in two columns with even edges, and folds on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 900 });
  await page.goto(blocksPath);
  await page.evaluate(() => document.fonts.ready);
  const line = page.locator('p').filter({ hasText: 'الخَيْلُ' });
  const edges = await line.locator('xpath=..').evaluate((verse) =>
    [...verse.children].map((one) =>
      [...one.children].map((half) => {
        const range = document.createRange();
        range.selectNodeContents(half);
        const { left, right, top } = range.getBoundingClientRect();
        return { left: Math.round(left), right: Math.round(right), top };
      }),
    ),
  );
  const [[first, second], [third, fourth]] = [edges[0] ?? [], edges[1] ?? []];
  expect(first?.right).toBe(third?.right);
  expect(second?.left).toBe(fourth?.left);
  expect(first?.top).toBeCloseTo(second?.top ?? 0, 0);
  expect(second?.right).toBeLessThan(first?.left ?? 0);

  await page.setViewportSize({ width: 360, height: 800 });
  const above = await boxOf(line.locator('span').first());
  const below = await boxOf(line.locator('span').last());
  expect(below.y).toBeGreaterThanOrEqual(above.y + above.height - 1);
  const start = (half: Locator) => half.evaluate((one) => getComputedStyle(one).paddingInlineStart);
  expect(await start(line.locator('span').last())).toBe('40px');
  expect(await line.evaluate((one) => one.textContent)).toContain('تَعْرِفُنِي وَالسَّيْفُ');
  expect(await line.evaluate((one) => one.scrollHeight - one.clientHeight)).toBe(0);
});

test('a table wider than the screen scrolls inside itself, named, with what names its rows kept', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 800 });
  for (const [path, sign] of [
    [blocksPath, -1],
    [blocksPath.replace('/ar/', '/en/'), -1],
  ] as const) {
    await page.goto(path);
    expect(await widthOf(page)).toBe(360);
    const table = page.getByRole('group', { name: 'المدن وسكّانها' });
    expect(await table.evaluate((one) => one.scrollWidth > one.clientWidth)).toBe(true);
    const name = page.getByRole('rowheader', { name: 'دمشق' });
    const before = await boxOf(name);
    await table.focus();
    await table.evaluate((one, by) => one.scrollBy({ left: by }), sign * 200);
    expect(await table.evaluate((one) => one.scrollLeft)).toBe(sign * 200);
    expect((await boxOf(name)).x).toBeCloseTo(before.x, 0);
  }
  await expect(page.getByRole('columnheader')).toHaveCount(7);
  await expect(page.getByRole('columnheader', { name: 'السكّان' })).toHaveAttribute('scope', 'col');
});

test('numbers stand units under units, whatever the direction of their table', async ({ page }) => {
  await page.goto(blocksPath);
  const ends = await page.locator('tbody tr td:nth-child(2)').evaluateAll((cells) =>
    cells.map((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return Math.round(range.getBoundingClientRect().right);
    }),
  );
  expect(ends).toHaveLength(2);
  expect(new Set(ends).size).toBe(1);
});

test('a long table scrolls within the window and keeps its heading row', async ({ page }) => {
  await page.goto(longPath);
  const table = page.getByRole('group', { name: 'جدول' });
  const { height } = await boxOf(table);
  expect(height).toBeLessThan(844);
  await table.evaluate((one) => one.scrollBy({ top: 500 }));
  const head = await boxOf(page.getByRole('columnheader', { name: 'المدينة' }));
  expect(head.y).toBeCloseTo((await boxOf(table)).y, 0);
  await expect(page.getByRole('columnheader', { name: 'العدد' })).toBeInViewport();
});

for (const when of ['before', 'after'] as const) {
  test(`a picture that fails ${when} script comes leaves its words and no hole`, async ({
    page,
    expectedErrors,
  }) => {
    expectedErrors.push(/ERR_FAILED/);
    const open = Promise.withResolvers<void>();
    const asked = page.waitForRequest('**/pictures/*');
    await page.route('**/pictures/*', async (route) => {
      if (when === 'after') await open.promise;
      await route.abort();
    });
    await page.route('**/assets/*.js', async (route) => {
      if (when === 'before') await open.promise;
      await route.continue();
    });
    await page.setViewportSize({ width: 390, height: 6_000 });
    await page.goto(blocksPath, { waitUntil: 'commit' });
    const images = page.locator('article img');
    await expect(images).toHaveCount(2);
    if (when === 'before')
      await expect
        .poll(() => images.evaluateAll((all: HTMLImageElement[]) => all.every((one) => one.complete)))
        .toBe(true);
    else await takenOver(page);
    await asked;
    open.resolve();
    await expect(images).toHaveCount(0);
    const [captioned, bare] = [page.locator('figure').first(), page.locator('figure').last()];
    await expect(captioned).toHaveText('مطبعة قديمة في دير من أديرة الجبل رسم: الدفتر');
    await expect(bare).toHaveText('مطبعة لا يُكتب تحتها شيء');
    expect((await boxOf(captioned)).height).toBeLessThan(80);
  });
}

test('a lead picture that fails leaves its caption, and the front’s its room', async ({
  page,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_FAILED/);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${site.url}/ar/`);
  await takenOver(page);
  const link = page.getByRole('link', { name: 'مادة طويلة' });
  await page.route('**/pictures/*', (route) => route.abort());
  await page.reload();
  await takenOver(page);
  await expect(page.locator('main img')).toHaveCount(0);
  await link.click();
  await expect(page.locator('figure')).toHaveText('مطبعة في أوّل الصفحة');
  await expect(page.locator('article img')).toHaveCount(0);
  // Another article’s picture is another one.
  await page.unroute('**/pictures/*');
  await page.goto(blocksPath);
  await expect(page.locator('article img')).toHaveCount(2);
});

test('a picture that is there is not taken for a broken one before it is fetched', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 400 });
  await page.goto(blocksPath);
  await takenOver(page);
  await expect(page.locator('article img')).toHaveCount(2);
  const last = page.locator('article img').last();
  await last.scrollIntoViewIfNeeded();
  await expect.poll(() => last.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0);
});

for (const [width, scale, copy] of [
  [360, 1, 480],
  [360, 2, 960],
  [360, 3, 960],
  [768, 1, 960],
  [768, 2, 1_600],
  [1280, 1, 960],
  [1280, 2, 1_600],
] as const) {
  test(`at ${width} px and ${scale} dots a pixel a picture comes ${copy} wide`, async ({ browser }) => {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      deviceScaleFactor: scale,
    });
    const page = await context.newPage();
    for (const path of [blocksPath, longPath]) {
      await page.goto(path);
      const image = page.locator('figure img').first();
      await image.scrollIntoViewIfNeeded();
      await expect
        .poll(() => image.evaluate((one: HTMLImageElement) => one.currentSrc))
        .toContain(`-${copy}.webp`);
    }
    await context.close();
  });
}

test('a long article says what is in it: folded on a phone, beside the text where there is room', async ({
  page,
}) => {
  await page.goto(longPath);
  await takenOver(page);
  const contents = page.getByRole('navigation', { name: 'في هذه المادة' });
  await expect(contents).toHaveCount(1);
  await expect(contents.getByRole('link')).toHaveCount(0);
  await contents.getByText('في هذه المادة').click();
  await expect(contents.getByRole('link')).toHaveText(['أوّلاً', 'ثانياً', 'ثالثاً', 'رابعاً']);
  await contents.getByRole('link', { name: 'ثالثاً' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'ثالثاً' })).toBeInViewport();

  await page.setViewportSize({ width: 1280, height: 800 });
  for (const language of ['ar', 'en'] as const) {
    await page.goto(longPath.replace('/ar/', `/${language}/`));
    await takenOver(page);
    const beside = page.getByRole('navigation', {
      name: language === 'ar' ? 'في هذه المادة' : 'In this article',
    });
    await expect(beside).toHaveCount(1);
    const list = await boxOf(beside);
    const text = await boxOf(page.locator('article h1'));
    const column = await boxOf(page.locator('article figure').first());
    const isAfter = language === 'ar' ? list.x + list.width <= column.x : list.x >= column.x + column.width;
    expect(isAfter, language).toBe(true);
    expect(Math.abs(column.x + column.width / 2 - 640), 'the column stays in the middle').toBeLessThan(10);
    expect(text.width).toBeGreaterThan(600);
    await page.evaluate(() => window.scrollTo(0, 3_000));
    await expect(beside.getByRole('link').first()).toBeInViewport();
  }
  await page.goto(blocksPath);
  await expect(page.getByRole('navigation', { name: 'في هذه المادة' })).toHaveCount(0);
});

test('whoever follows the contents comes back to where they were', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(longPath);
  await takenOver(page);
  const links = page.getByRole('navigation', { name: 'في هذه المادة' }).getByRole('link');
  const top = () => page.evaluate(() => Math.round(window.scrollY));
  const places: number[] = [];
  for (const at of [1, 3]) {
    await page.evaluate(() => window.scrollBy(0, 300));
    places.push(await top());
    await links.nth(at).click();
    await expect.poll(top).not.toBe(places.at(-1));
  }
  for (const place of places.toReversed()) {
    await page.goBack();
    await expect.poll(top).toBe(place);
  }
});
