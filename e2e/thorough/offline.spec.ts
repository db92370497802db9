import { commentForm, expect, takenOver } from '../fixtures.ts';
import { portalWords } from '../gateway.ts';
import { kept, notice, pathOf, test, visit } from '../visits.ts';

test.use({ serviceWorkers: 'allow' });

// What a browser says by itself of a network that fails, and of a page whose status is 503.
test.beforeEach(({ expectedErrors }) => {
  expectedErrors.push(/ERR_\w+/, /status of 503/);
});

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
  await expect(page.getByRole('heading', { name: 'مواد محفوظة على هذا الجهاز' })).toBeVisible();
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
