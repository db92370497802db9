import { expect, takenOver, test } from './fixtures.ts';
import { withLateFaces } from './late-faces.ts';
import { SiteProcess } from './site-process.ts';

test('the front leads to the article, and back', async ({ page, arabic }) => {
  await page.goto('/ar/');
  await takenOver(page);
  await page.getByRole('article').getByRole('link', { name: arabic.title }).click();
  await expect(page.getByRole('heading', { level: 1, name: arabic.title })).toBeVisible();
  await expect(page).toHaveTitle(`${arabic.title} – رواق`);
  await page.goBack();
  await expect(page.getByRole('article').getByRole('link', { name: arabic.title })).toBeVisible();
  await expect(page).toHaveTitle('رواق');
});

test('the article stands whole, with its agency in parentheses and quotes', async ({ page, arabic }) => {
  await page.goto(`/ar/articles/${arabic.slug}`);
  const article = page.getByRole('article').first();
  await expect(article.locator('p').filter({ hasText: 'عرفت بغداد' })).toBeVisible();
  await expect(article.getByText('(«دفتر»)')).toHaveCount(1);
  await expect(article.getByRole('listitem').filter({ hasText: 'المصدر:' })).toHaveText('المصدر: «دفتر»');
  await expect(article.getByText('إضافة تعليق جديد')).toHaveCount(0);
  await expect(article.locator('time').first()).toHaveAttribute('datetime', /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
});

for (const path of ['/ar/', '/en/']) {
  test(`${path} asks the API for nothing that came with the page`, async ({ page, apiCalls }) => {
    await page.goto(path);
    await takenOver(page);
    await page.waitForTimeout(2_000);
    expect(apiCalls).toEqual([]);
  });
}

test('an article page asks the API for nothing that came with it', async ({ page, arabic, apiCalls }) => {
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  await page.waitForTimeout(2_000);
  expect(apiCalls).toEqual([]);
});

test('the text is there before any script, in the right direction', async ({ page, arabic }) => {
  await page.route('**/assets/*.js', () => {});
  await page.goto(`/ar/articles/${arabic.slug}`, { waitUntil: 'commit' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(arabic.title);
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
});

test('no page scrolls sideways from 320 px up', async ({ page, arabic, english }) => {
  for (const path of [
    '/ar/',
    '/en/',
    `/ar/articles/${arabic.slug}`,
    `/en/articles/${arabic.slug}`,
    `/ar/articles/${english.slug}`,
  ]) {
    for (const width of [320, 360, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      expect(scrollWidth, `${path} at ${width}`).toBe(clientWidth);
    }
  }
});

test('nothing jumps when the faces come', async ({ page, arabic }) => {
  const moved = await withLateFaces(page);
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(300);
  expect(await moved()).toBeLessThan(0.01);
});

for (const ui of ['ar', 'en'] as const)
  test(`what is fetched for writing moves nothing, in ${ui}`, async ({ page, arabic }) => {
    let letGo = () => {};
    const held = new Promise<void>((done) => (letGo = done));
    await page.route('**/assets/writing-*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`/${ui}/articles/${arabic.slug}#comments`);
    await takenOver(page);
    const form = page.locator('#comments > form');
    const place = () =>
      form.getByRole('button').evaluate((button: HTMLElement) => Math.round(button.offsetTop));
    const before = await place();
    await expect(form.getByRole('checkbox')).toHaveCount(0);
    letGo();
    await expect(form.getByRole('checkbox')).toBeVisible();
    expect(await place()).toBe(before);
  });

test('an unknown page says so with 404 and a way home, in the reader’s language', async ({
  page,
  expectedErrors,
}) => {
  expectedErrors.push(/404/);
  for (const [path, title, home] of [
    ['/ar/nowhere', 'الصفحة غير موجودة', 'العودة إلى الصفحة الأولى'],
    ['/ar/articles/nowhere', 'الصفحة غير موجودة', 'العودة إلى الصفحة الأولى'],
    ['/news/123.html', 'الصفحة غير موجودة', 'العودة إلى الصفحة الأولى'],
    ['/en/sections/nowhere', 'Page not found', 'Back to the front page'],
    ['/xx/', 'الصفحة غير موجودة', 'العودة إلى الصفحة الأولى'],
  ] as const) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await takenOver(page);
    await page.getByRole('link', { name: home }).click();
    await expect(page).toHaveURL(/\/(ar|en)\/$/);
  }
});

test('an article that cannot be had says why and offers another try', async ({
  page,
  arabic,
  expectedErrors,
}) => {
  expectedErrors.push(/503/);
  await page.goto('/ar/');
  await takenOver(page);
  await page.route('**/api/articles/*', (route) =>
    route.fulfill({ status: 503, contentType: 'text/html', body: '<h1>busy</h1>' }),
  );
  await page.getByRole('article').getByRole('link', { name: arabic.title }).click();
  await expect(page.getByRole('heading', { name: 'تعذّر فتح الصفحة' })).toBeVisible({ timeout: 15_000 });
  await page.unroute('**/api/articles/*');
  await page.getByRole('button', { name: 'إعادة المحاولة' }).click();
  await expect(page.getByRole('heading', { level: 1, name: arabic.title })).toBeVisible();
});

test('an article that did not come is asked for again as soon as the device is online', async ({
  page,
  arabic,
  context,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_INTERNET_DISCONNECTED/);
  await page.goto('/ar/');
  await takenOver(page);
  // So that what is missing offline is the article, not the code of its page.
  await page.route('**/api/articles/*', (route) => route.abort('internetdisconnected'));
  await page.getByRole('article').getByRole('link', { name: arabic.title }).click();
  await expect(page.getByRole('heading', { name: 'تعذّر فتح الصفحة' })).toBeVisible({ timeout: 15_000 });
  // No ring: a heading is no control.
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('heading', { level: 1 })).toHaveCSS('outline-style', 'none');
  await page.unroute('**/api/articles/*');
  await context.setOffline(true);
  await context.setOffline(false);
  await expect(page.getByRole('heading', { level: 1, name: arabic.title })).toBeVisible();
});

test('a page long in coming is said to be on its way, and seen to be', async ({ page, english }) => {
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.goto('/ar/');
  await takenOver(page);
  await page.route('**/api/**', async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole('article').getByRole('link', { name: english.title }).first().click();
  const notice = page.getByRole('status').filter({ hasText: 'يجري فتح الصفحة' });
  await expect(notice).toBeAttached();
  await expect(notice).toHaveCSS('opacity', '1');
  release();
  await expect(page.getByRole('heading', { level: 1, name: english.title })).toBeVisible();
  await expect(notice).toHaveCount(0);
});

test.describe('the front of the demo', () => {
  let demo: SiteProcess;
  test.beforeAll(async () => {
    demo = await SiteProcess.start({ SEED: 'demo' });
  });
  test.afterAll(() => demo.stop());

  for (const [width, language] of [
    [360, 'ar'],
    [768, 'ar'],
    [360, 'en'],
  ] as const) {
    test(`stays where it is when script comes, at ${width} px in ${language}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.addInitScript(() => {
        Object.assign(window, { shifted: 0 });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            if ('value' in entry && typeof entry.value === 'number')
              Object.assign(window, { shifted: Number(Reflect.get(window, 'shifted')) + entry.value });
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(`${demo.url}/${language}/`);
      await takenOver(page);
      // The time gone by, which stands for the date from now on.
      await expect(page.getByText(/قبل \S+ أيام|days ago|٢٠٢٦|2026/).first()).toBeVisible();
      await page.waitForTimeout(500);
      expect(await page.evaluate(() => Number(Reflect.get(window, 'shifted')))).toBeLessThan(0.02);
    });
  }
});

test('on paper stands the article alone, with its addresses spelt out', async ({ page, english }) => {
  await page.goto(`/ar/articles/${english.slug}`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1, name: english.title })).toBeVisible();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('contentinfo')).toBeHidden();
  await expect(page.getByRole('form')).toBeHidden();
});

test('what is on the screen stays when fetching it again fails', async ({
  page,
  arabic,
  apiCalls,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_FAILED/);
  await page.clock.install();
  await page.goto('/ar/');
  await takenOver(page);
  const story = page.getByRole('article').getByRole('link', { name: arabic.title });
  await story.click();
  await expect(page.getByRole('heading', { level: 1, name: arabic.title })).toBeVisible();
  // Old enough to be asked for again.
  await page.clock.fastForward('05:00');
  await page.route('**/api/**', (route) => route.abort());
  apiCalls.length = 0;
  await page.getByRole('banner').getByRole('link', { name: 'رواق' }).click();
  await expect.poll(() => apiCalls).toContain('GET /api/front');
  await page.clock.fastForward('01:00');
  await expect(story).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await story.click();
  await expect(page.getByRole('heading', { level: 1, name: arabic.title })).toBeVisible();
  await page.clock.fastForward('01:00');
  await expect(page.getByText('عرفت بغداد')).toBeVisible();
});
