import type { Page } from '@playwright/test';
import { commentForm, expect, takenOver, test as base } from './fixtures.ts';
import { Gateway, portalWords } from './gateway.ts';

const test = base.extend<{ gateway: Gateway }>({
  gateway: async ({ site }, use) => {
    const gateway = await Gateway.open(site.url);
    await use(gateway);
    await gateway.close();
  },
  baseURL: async ({ gateway }, use) => use(gateway.url),
});

test.use({ serviceWorkers: 'allow' });

// What a browser says by itself of a network that fails, and of a page whose status is 503.
test.beforeEach(({ expectedErrors }) => {
  expectedErrors.push(/ERR_\w+/, /status of 503/);
});

/** Waits until the worker has `path` in one of its stores. */
const kept = (page: Page, path: string) =>
  expect
    .poll(() => page.evaluate(async (at) => (await caches.match(at)) !== undefined, path), {
      timeout: 20_000,
    })
    .toBe(true);

/** Opens a page and waits until it is kept, with what stands in for others. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await takenOver(page);
  await kept(page, path);
  await kept(page, `/${path.slice(1, 3)}/offline`);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

const notice = (page: Page) => page.getByText(/^لا اتصال بالشبكة\. نسخة محفوظة: ./);

/** Encoded as links are. */
const pathOf = (slug: string, lang = 'ar') => `/${lang}/articles/${encodeURIComponent(slug)}`;

test('an article that was visited is there without a network, with its face, styles and form', async ({
  page,
  context,
  arabic,
}) => {
  await visit(page, pathOf(arabic.slug));
  await context.setOffline(true);
  const answer = await page.reload();
  expect(answer?.status()).toBe(200);
  expect(answer?.fromServiceWorker()).toBe(true);
  await expect(page.getByRole('heading', { level: 1, name: /سوق الورّاقين/ })).toBeVisible();
  await takenOver(page);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    'rgb(255, 253, 249)',
  );
  expect(await page.evaluate(() => document.fonts.check('20px "Noto Naskh Arabic"', 'سوق'))).toBe(true);
  await expect(notice(page)).toBeVisible();
  const form = commentForm(page);
  await form.text.fill('كُتب بلا شبكة');
  await expect(form.text).toHaveValue('كُتب بلا شبكة');

  // The notice moves nothing, says it to those who listen, and goes when it is put away.
  await expect(page.getByRole('status').filter({ has: notice(page) })).toHaveCSS('position', 'fixed');
  await page.getByRole('button', { name: 'إغلاق', exact: true }).click();
  await expect(notice(page)).toBeHidden();

  await context.setOffline(false);
  const fresh = await page.reload();
  expect(fresh?.status()).toBe(200);
  expect(await page.locator('meta[name="x-riwaq-kept"]').count()).toBe(0);
});

test('another that was visited is there in place and by its address', async ({
  page,
  gateway,
  arabic,
  english,
}) => {
  await visit(page, pathOf(english.slug));
  await visit(page, pathOf(arabic.slug));
  await visit(page, '/ar/');
  gateway.become('cut');
  // In place: the page was kept whole, its answers are asked for one by one.
  await page
    .getByRole('link', { name: /سوق الورّاقين/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /سوق الورّاقين/ })).toBeVisible();
  await expect(notice(page)).toBeVisible();
  await page.goto(pathOf(english.slug));
  await expect(page.getByRole('heading', { level: 1, name: /Printing Houses/ })).toBeVisible();
  // The way home by the bare address too.
  await page.goto('/');
  await expect(page).toHaveURL(/\/ar\/$/);
  await expect(page.getByRole('link', { name: /سوق الورّاقين/ }).first()).toBeVisible();
});

test('an article that was come to in place is there after a reload', async ({ page, gateway, arabic }) => {
  await visit(page, '/ar/');
  await page
    .getByRole('link', { name: /سوق الورّاقين/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /سوق الورّاقين/ })).toBeVisible();
  await kept(page, `/api/articles/${encodeURIComponent(arabic.slug)}/comments`);
  gateway.become('cut');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: /سوق الورّاقين/ })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page).toHaveTitle(/سوق الورّاقين/);
  await expect(commentForm(page).text).toBeVisible();
  await expect(notice(page)).toBeVisible();
});

test('a page never visited says so in the reader’s language, with what is kept; back online it comes', async ({
  page,
  gateway,
  arabic,
  english,
}) => {
  await visit(page, pathOf(arabic.slug));
  gateway.become('cut');
  const answer = await page.goto(pathOf(english.slug));
  expect(answer?.status()).toBe(503);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('تعذّر فتح الصفحة');
  await expect(page.getByText('قد تكون الشبكة مقطوعة')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'مقالات محفوظة على هذا الجهاز' })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${encodeURIComponent(english.slug)}$`));
  // Words that were searched are not the search page.
  expect((await page.goto('/ar/search?q=x'))?.status()).toBe(503);
  await page.goto(pathOf(english.slug));
  await page.getByRole('link', { name: /سوق الورّاقين/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /سوق الورّاقين/ })).toBeVisible();

  await page.goto(pathOf(english.slug));
  gateway.become('open');
  await takenOver(page);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(page.getByRole('heading', { level: 1, name: /Printing Houses/ })).toBeVisible();
});

test('in English it is said in English, the English way round', async ({
  page,
  gateway,
  arabic,
  english,
}) => {
  await visit(page, pathOf(english.slug, 'en'));
  gateway.become('cut');
  const answer = await page.goto(pathOf(arabic.slug, 'en'));
  expect(answer?.status()).toBe(503);
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  await expect(page.getByRole('heading', { name: 'Articles kept on this device' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'العربية' })).toHaveAttribute('href', pathOf(arabic.slug));
});

test('a network that takes requests and never answers is not waited for', async ({
  page,
  gateway,
  arabic,
}) => {
  await visit(page, pathOf(arabic.slug));
  gateway.become('silent');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: /سوق الورّاقين/ })).toBeVisible();
  await expect(notice(page)).toBeVisible();
});

test('a captive portal replaces nothing that is kept, and is seen by who must sign in', async ({
  page,
  gateway,
  arabic,
  expectedErrors,
}) => {
  expectedErrors.push(/MIME type/);
  await visit(page, pathOf(arabic.slug));
  await visit(page, '/ar/');
  const stores = () =>
    page.evaluate(async () => {
      const texts: [string, string][] = [];
      for (const name of await caches.keys()) {
        const store = await caches.open(name);
        for (const request of await store.keys())
          texts.push([request.url, (await (await store.match(request))?.text()) ?? '']);
      }
      return texts.toSorted(([one], [other]) => (one < other ? -1 : 1));
    });
  const before = await stores();
  gateway.become('portal');
  // In place the application is not taken in: the copy is shown.
  await page
    .getByRole('link', { name: /سوق الورّاقين/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /سوق الورّاقين/ })).toBeVisible();
  await expect(notice(page)).toBeVisible();
  expect(await stores()).toEqual(before);
  await page.goto(pathOf(arabic.slug));
  await expect(page.getByText(portalWords)).toBeVisible();
  expect(await stores()).toEqual(before);
  gateway.become('cut');
  await page.goto(pathOf(arabic.slug));
  await expect(page.getByRole('heading', { level: 1, name: /سوق الورّاقين/ })).toBeVisible();
});

test('a new build’s worker takes over at once and breaks no page of the old one', async ({
  page,
  gateway,
  arabic,
  expectedErrors,
}) => {
  // What the worker did not keep, as what fetches ahead, is gone.
  expectedErrors.push(/404/);
  await visit(page, pathOf(arabic.slug));
  const versions = () =>
    page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('riwaq.files.')));
  const [old] = await versions();
  gateway.newWorker = (script) => script.replace(/"version":"\w+"/, '"version":"next"');
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  await expect.poll(versions).toContain('riwaq.files.next');
  expect(await versions()).toContain(old);
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state))
    .toBe('activated');
  // Code of the open page that the site itself has no more is still the device's.
  gateway.missing.push(/^\/assets\//);
  await page.getByRole('link', { name: 'رواق' }).first().click();
  await expect(page).toHaveURL(/\/ar\/$/);
  await expect(page.getByRole('link', { name: /سوق الورّاقين/ }).first()).toBeVisible();
  gateway.become('cut');
  await page.goto(pathOf(arabic.slug));
  await expect(page.getByRole('heading', { level: 1, name: /سوق الورّاقين/ })).toBeVisible();
});

test('a site that has no worker any more is left by it, with all that it kept', async ({
  page,
  gateway,
  arabic,
  expectedErrors,
}) => {
  expectedErrors.push(/404/);
  await visit(page, pathOf(arabic.slug));
  gateway.missing.push(/^\/service-worker\.js$/);
  await page.reload();
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
    .toBe(0);
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
});

test('an operator who puts the withdrawing worker in its place has it gone from devices too', async ({
  page,
  gateway,
  arabic,
}) => {
  await visit(page, pathOf(arabic.slug));
  const withdrawn = await (await page.request.get('/withdrawn-worker.js')).text();
  gateway.newWorker = () => withdrawn;
  await page.reload();
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
    .toBe(0);
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
});

test.describe('a build that replaced the one that is open, without a worker', () => {
  test.use({ serviceWorkers: 'block' });

  test('its page is fetched anew once, and then by a button, never in a circle', async ({
    page,
    gateway,
    arabic,
    expectedErrors,
  }) => {
    expectedErrors.push(/404/, /code did not come/);
    await page.goto(pathOf(arabic.slug));
    await takenOver(page);
    await page.waitForLoadState('networkidle');
    // The code that says so is there before the build is gone.
    await expect.poll(() => gateway.asked.some((path) => path.includes('offline-face'))).toBe(true);
    gateway.missing.push(/^\/assets\/front-page/);
    gateway.asked.length = 0;
    await page.getByRole('link', { name: 'رواق' }).first().click();
    await expect.poll(() => gateway.asked.filter((asked) => asked === 'GET /ar/')).toHaveLength(1);
    await expect(page).toHaveURL(/\/ar\/$/);
    // The page that came is whole without its script; gone from and to again in place, it fails again.
    await expect(page.getByRole('link', { name: /سوق الورّاقين/ }).first()).toBeVisible();
    await page.goto(pathOf(arabic.slug));
    await takenOver(page);
    await page.waitForLoadState('networkidle');
    gateway.asked.length = 0;
    await page.getByRole('link', { name: 'رواق' }).first().click();
    await expect(page.getByRole('button', { name: 'إعادة تحميل الصفحة' })).toBeVisible();
    expect(gateway.asked.filter((asked) => asked === 'GET /ar/')).toEqual([]);
    gateway.missing.length = 0;
    await page.getByRole('button', { name: 'إعادة تحميل الصفحة' }).click();
    await expect(page.getByRole('link', { name: /سوق الورّاقين/ }).first()).toBeVisible();
  });

  test('what only a panel needed is offered, and nothing that is being written is touched', async ({
    page,
    gateway,
    arabic,
    expectedErrors,
  }) => {
    expectedErrors.push(/404/);
    await page.goto(pathOf(arabic.slug));
    await takenOver(page);
    await expect.poll(() => gateway.asked.some((path) => path.includes('offline-face'))).toBe(true);
    await page.waitForLoadState('networkidle');
    gateway.missing.push(/^\/assets\/settings-panel/);
    gateway.asked.length = 0;
    const form = commentForm(page);
    await form.text.fill('لم يكتمل بعد');
    await page.getByRole('button', { name: 'إعدادات القراءة' }).click();
    await expect(page.getByRole('button', { name: 'إعادة تحميل الصفحة' })).toBeVisible();
    await expect(page.getByText('صدرت نسخة أحدث من الموقع')).toBeVisible();
    await expect(form.text).toHaveValue('لم يكتمل بعد');
    expect(gateway.asked.filter((asked) => asked.startsWith('GET /ar/'))).toEqual([]);
  });
});
