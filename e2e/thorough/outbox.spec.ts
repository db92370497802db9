import { randomUUID } from 'node:crypto';
import { expect, takenOver, test } from '../fixtures.ts';
import { answerPosts, openForm, ownComment, rowsOf, shownComment } from '../writing.ts';

const kept = 'لا اتصال بالموقع. تعليقك محفوظ على جهازك.';
const again = 'المحاولة الآن';

test.beforeEach(({ expectedErrors }) => {
  expectedErrors.push(/ERR_(INTERNET_DISCONNECTED|FAILED)/, /status of (4|5)\d\d/);
});

test('sent without a network, a comment says that it is kept, and goes once the network is back', async ({
  page,
  context,
  site,
  arabic,
}) => {
  const words = `بلا شبكة ${randomUUID()}`;
  const form = await openForm(page, arabic.slug);
  await context.setOffline(true);
  await form.text.fill(words);
  await form.send.click();
  await expect(ownComment(page, words)).toContainText(kept);
  await expect(form.text).toHaveValue('');
  expect(await site.rows(rowsOf, words)).toHaveLength(0);
  await context.setOffline(false);
  await expect(shownComment(page, words)).toHaveCount(1);
  await expect(page.getByRole('status').filter({ hasText: 'نُشر تعليقك.' })).toHaveCount(1);
  expect(await site.rows(rowsOf, words)).toHaveLength(1);
});

test('a browser that believes itself without a network sends at a press', async ({ page, site, arabic }) => {
  const words = `يُظنّ مقطوعاً ${randomUUID()}`;
  await page.clock.install();
  await page.addInitScript(() => Object.defineProperty(navigator, 'onLine', { get: () => false }));
  const posts = await answerPosts(page, 'lost', 'server');
  const form = await openForm(page, arabic.slug);
  await form.text.fill(words);
  await page.clock.pauseAt(Date.now() + 60_000);
  await form.send.click();
  await expect(ownComment(page, words)).toContainText(kept);
  await ownComment(page, words).getByRole('button', { name: again }).click();
  await expect(shownComment(page, words)).toHaveCount(1);
  expect(posts).toHaveLength(2);
  expect(await site.rows(rowsOf, words)).toHaveLength(1);
});

test('what does not get through is tried three times by itself, then at a press, under one key', async ({
  page,
  site,
  arabic,
}) => {
  const words = `لا يمرّ ${randomUUID()}`;
  await page.clock.install();
  const posts = await answerPosts(page, 'lost', 'lost', 'lost', 'server');
  const form = await openForm(page, arabic.slug);
  await page.clock.pauseAt(Date.now() + 60_000);
  await form.text.fill(words);
  await form.send.click();
  const own = ownComment(page, words);
  await expect(own).toContainText('المحاولة التالية');
  await page.clock.runFor(2_000);
  await expect.poll(() => posts.length).toBe(2);
  await expect(own).toContainText('المحاولة التالية');
  await page.clock.runFor(8_000);
  await expect.poll(() => posts.length).toBe(3);
  // A row ends; the next begins by itself after a minute and more, or at a press.
  await expect(own).toContainText(`${kept} المحاولة التالية بعد`);
  await page.clock.runFor(50_000);
  expect(posts).toHaveLength(3);
  await own.getByRole('button', { name: again }).click();
  await expect(shownComment(page, words)).toBeFocused();
  expect(new Set(posts).size).toBe(1);
  expect(await site.rows(rowsOf, words)).toHaveLength(1);
});

test('a site that cannot answer now is asked again under the same key, after growing pauses', async ({
  page,
  site,
  arabic,
}) => {
  const words = `مشغول ${randomUUID()}`;
  const unavailable = { status: 503, code: 'unavailable' };
  await page.clock.install();
  const posts = await answerPosts(page, unavailable, unavailable, 'server');
  const form = await openForm(page, arabic.slug);
  await page.clock.pauseAt(Date.now() + 60_000);
  await form.text.fill(words);
  await form.send.click();
  const own = ownComment(page, words);
  await expect(own).toContainText('الموقع غير قادر على الاستجابة الآن.');
  await page.clock.runFor(900);
  expect(posts).toHaveLength(1);
  await page.clock.runFor(1_100);
  await expect.poll(() => posts.length).toBe(2);
  await expect(own).toContainText('المحاولة التالية');
  await page.clock.runFor(3_900);
  expect(posts).toHaveLength(2);
  await page.clock.runFor(4_100);
  await expect(shownComment(page, words)).toHaveCount(1);
  expect(posts).toHaveLength(3);
  expect(new Set(posts).size).toBe(1);
  expect(await site.rows(rowsOf, words)).toHaveLength(1);
});

test('tries go on by themselves after a row without an answer', async ({ page, site, arabic }) => {
  const words = `بعد دقيقة ${randomUUID()}`;
  const unavailable = { status: 503, code: 'unavailable' };
  await page.clock.install();
  const posts = await answerPosts(page, unavailable, unavailable, unavailable, 'server');
  const form = await openForm(page, arabic.slug);
  await page.clock.pauseAt(Date.now() + 60_000);
  await form.text.fill(words);
  await form.send.click();
  const own = ownComment(page, words);
  for (const [pause, count] of [
    [2_000, 2],
    [8_000, 3],
  ] as const) {
    await expect(own).toContainText('المحاولة التالية');
    await page.clock.runFor(pause);
    await expect.poll(() => posts.length).toBe(count);
  }
  await expect(own).toContainText(
    /الموقع غير قادر على الاستجابة الآن. تعليقك محفوظ على جهازك. المحاولة التالية/,
  );
  await expect(own).not.toContainText('عودة الاتصال');
  await page.clock.runFor(91_000);
  await expect(shownComment(page, words)).toHaveCount(1);
  expect(posts).toHaveLength(4);
  expect(await site.rows(rowsOf, words)).toHaveLength(1);
});

test('a page of errors counts as the site’s, and a portal that answers for it as no network', async ({
  page,
  site,
  arabic,
}) => {
  const words = `خطأ بلغة أخرى ${randomUUID()}`;
  await page.clock.install();
  const form = await openForm(page, arabic.slug);
  await page.clock.pauseAt(Date.now() + 60_000);
  const statuses = [500, 200];
  await page.route('**/api/**', (route) =>
    route.fulfill({ status: statuses.shift() ?? 200, contentType: 'text/html', body: '<p>Sign in</p>' }),
  );
  await form.text.fill(words);
  await form.send.click();
  const own = ownComment(page, words);
  await expect(own).toContainText('الموقع غير قادر على الاستجابة الآن. تعليقك محفوظ على جهازك.');
  await own.getByRole('button', { name: again }).click();
  await expect.poll(() => statuses.length).toBe(0);
  await expect(own).toContainText(kept);
  await expect(page.locator('body')).not.toContainText(/Unexpected|Sign in/);
  await page.unroute('**/api/**');
  await own.getByRole('button', { name: again }).click();
  await expect(shownComment(page, words)).toHaveCount(1);
  expect(await site.rows(rowsOf, words)).toHaveLength(1);
});

test('a limit is waited for as long as the site says, second by second', async ({ page, site, arabic }) => {
  const words = `على مهل ${randomUUID()}`;
  await page.clock.install();
  const posts = await answerPosts(page, { status: 429, code: 'rate_limited', retryAfter: 30 }, 'server');
  const form = await openForm(page, arabic.slug);
  await page.clock.pauseAt(Date.now() + 60_000);
  await form.text.fill(words);
  await form.send.click();
  const own = ownComment(page, words);
  await expect(own).toContainText('يُرسَل تعليقك بعد ٣٠ ثانية.');
  await expect(own.getByRole('button', { name: again })).toHaveCount(0);
  await page.clock.runFor(10_000);
  await expect(own).toContainText('يُرسَل تعليقك بعد ٢٠ ثانية.');
  // Neither coming back to the tab nor a press on the form ends it earlier.
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await page.clock.runFor(19_000);
  await expect(own).toContainText('يُرسَل تعليقك بعد ثانية واحدة.');
  expect(posts).toHaveLength(1);
  await page.clock.runFor(2_000);
  await expect(shownComment(page, words)).toHaveCount(1);
  expect(posts).toHaveLength(2);
  expect(await site.rows(rowsOf, words)).toHaveLength(1);
});

test('pressed twice, and five times more, it is one comment', async ({ page, site, arabic }) => {
  const words = `مرّة واحدة ${randomUUID()}`;
  const posts = await answerPosts(page, 'server');
  const form = await openForm(page, arabic.slug);
  await form.text.fill(words);
  await form.send.dblclick();
  for (let presses = 0; presses < 5; presses += 1) await form.name.press('Enter');
  await expect(shownComment(page, words)).toHaveCount(1);
  await expect(form.text).toHaveValue('');
  await form.name.press('Enter');
  await expect(form.text).toHaveAttribute('aria-invalid', 'false');
  expect(posts).toHaveLength(1);
  expect(await site.rows(rowsOf, words)).toHaveLength(1);
});

test('a page closed while it sends leaves the comment to the next one, whatever it shows', async ({
  page,
  context,
  site,
  arabic,
}) => {
  const words = `أُغلقت النافذة ${randomUUID()}`;
  const form = await openForm(page, arabic.slug);
  // It gets as far as the server, or not at all.
  let isFirst = true;
  await context.route('**/comments', async (route) => {
    if (isFirst && route.request().method() === 'POST') isFirst = false;
    else await route.continue();
  });
  await form.text.fill(words);
  await form.send.click();
  await expect(ownComment(page, words)).toContainText('يُرسَل الآن…');
  await page.close();
  expect(await site.rows(rowsOf, words)).toHaveLength(0);
  const next = await context.newPage();
  await next.goto('/ar/');
  await expect.poll(() => site.rows(rowsOf, words)).toHaveLength(1);
  await next.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(next);
  await expect(shownComment(next, words)).toHaveCount(1);
  const box = next.getByRole('form', { name: 'إضافة تعليق جديد' }).getByLabel('التعليق', { exact: true });
  await next.getByLabel('الاسم', { exact: true }).fill('سامي');
  await next.getByLabel('حفظ اسمي على هذا الجهاز').waitFor();
  await expect(box).toHaveValue('');
  // Nothing of it stays behind once the answer is there.
  const keys = () => next.evaluate(() => Object.keys(localStorage));
  await expect.poll(async () => (await keys()).filter((key) => /outbox|draft/.test(key))).toEqual([]);
});

test('of two tabs that come back to the network one sends, and both show the comment', async ({
  page,
  context,
  site,
  arabic,
}) => {
  const words = `نافذتان ${randomUUID()}`;
  const posts = await answerPosts(context, 'server');
  const form = await openForm(page, arabic.slug);
  const other = await context.newPage();
  await openForm(other, arabic.slug);
  await context.setOffline(true);
  await form.text.fill(words);
  await form.send.click();
  for (const tab of [page, other]) await expect(ownComment(tab, words)).toContainText(kept);
  posts.length = 0;
  await context.setOffline(false);
  for (const tab of [page, other]) await expect(shownComment(tab, words)).toHaveCount(1);
  expect(posts).toHaveLength(1);
  expect(await site.rows(rowsOf, words)).toHaveLength(1);
});
