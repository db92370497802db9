import { expect, takenOver } from '../fixtures.ts';
import { follow, openExtended, openList, place, scroll, stories, test } from './long-site.ts';

test('list, article, back and forward: each stands where it was left', async ({ page }) => {
  await openList(page);
  const inList = await scroll(page, 1_234);
  await follow(page, 8);
  expect(await place(page)).toBe(0);
  const inArticle = await scroll(page, 2_345);
  await page.goBack();
  await expect(page).toHaveURL(/after=/);
  await expect.poll(() => place(page)).toBe(inList);
  await page.goForward();
  await expect(page).toHaveURL(/\/articles\//);
  await expect.poll(() => place(page)).toBe(inArticle);
});

test('a list made longer is as long, and where it was left', async ({ page }) => {
  await openExtended(page);
  const inList = await scroll(page, 3_210);
  expect(inList).toBe(3_210);
  await follow(page, 30);
  await page.goBack();
  await expect(stories(page)).toHaveCount(40);
  await expect.poll(() => place(page)).toBe(inList);
});

test('a list gone stale is left alone for whoever comes back, and asked anew by a link', async ({
  page,
  apiCalls,
}) => {
  await page.clock.install();
  await openExtended(page);
  const inList = await scroll(page, 3_210);
  await follow(page, 30);
  await page.clock.fastForward('45:00');
  apiCalls.length = 0;
  await page.goBack();
  await expect(stories(page)).toHaveCount(40);
  await expect.poll(() => place(page)).toBe(inList);
  await page.waitForTimeout(500);
  expect(apiCalls).toEqual([]);
  expect(await place(page)).toBe(inList);
  await page.getByRole('banner').getByRole('link', { name: 'رواق' }).dispatchEvent('click');
  await expect.poll(() => apiCalls).toContain('GET /api/front');
});

test('a reload keeps it, and back from there', async ({ page }) => {
  await openList(page);
  const inList = await scroll(page, 1_234);
  await follow(page, 8);
  const inArticle = await scroll(page, 2_345);
  await page.reload();
  await takenOver(page);
  await expect.poll(() => place(page)).toBe(inArticle);
  await page.goBack();
  await expect(page).toHaveURL(/after=/);
  await expect.poll(() => place(page)).toBe(inList);
});

test('who has read on before the script came is not taken back', async ({ page }) => {
  await page.goto('/ar/');
  await takenOver(page);
  await follow(page, 2);
  await scroll(page, 2_345);
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route('**/assets/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  await expect.poll(() => place(page)).toBe(2_345);
  await page.mouse.move(200, 400);
  await page.mouse.wheel(0, 655);
  await expect.poll(() => place(page)).toBe(3_000);
  release();
  await takenOver(page);
  await page.waitForTimeout(200);
  expect(await place(page)).toBe(3_000);
});

test('another page opened in the same tab begins at its beginning', async ({ page }) => {
  await openList(page);
  const path = await stories(page).first().getAttribute('href');
  await scroll(page, 1_234);
  await page.goto(path ?? '');
  await takenOver(page);
  await page.waitForTimeout(200);
  expect(await place(page)).toBe(0);
  await page.goBack();
  await takenOver(page);
  await expect.poll(() => place(page)).toBe(1_234);
});

test('holds where the faces come late', async ({ page }) => {
  await page.route('**/fonts/*', async (route) => {
    await new Promise((done) => setTimeout(done, 600));
    await route.continue();
  });
  await openList(page);
  const inList = await scroll(page, 1_234);
  await follow(page, 8);
  await page.goBack();
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(300);
  expect(Math.abs((await place(page)) - inList)).toBeLessThanOrEqual(1);
});
