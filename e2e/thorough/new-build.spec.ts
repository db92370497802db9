import { commentForm, expect, takenOver } from '../fixtures.ts';
import { pathOf, test, visit } from '../visits.ts';

test.use({ serviceWorkers: 'allow' });

// What a browser says by itself of a network that fails, and of a page whose status is 503.
test.beforeEach(({ expectedErrors }) => {
  expectedErrors.push(/ERR_\w+/, /status of 503/);
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
    // In the page itself; the bar, which may have been first, goes.
    const again = page.getByRole('button', { name: 'إعادة تحميل الصفحة' });
    await expect(page.getByRole('main').locator(again)).toBeVisible();
    await expect(again).toHaveCount(1);
    expect(gateway.asked.filter((asked) => asked === 'GET /ar/')).toEqual([]);
    gateway.missing.length = 0;
    await again.click();
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
