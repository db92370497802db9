import { randomUUID } from 'node:crypto';
import { expect, takenOver, test } from '../fixtures.ts';
import { answerPosts, openForm, ownComment, rowsOf, shownComment } from '../writing.ts';

test.beforeEach(({ expectedErrors }) => {
  expectedErrors.push(/status of 4\d\d/);
});

test('what a field got wrong is not sent again by itself, and mended it has a new key', async ({
  page,
  site,
  arabic,
}) => {
  const words = `يُصلَح ${randomUUID()}`;
  await page.clock.install();
  const posts = await answerPosts(page, 'server');
  const form = await openForm(page, arabic.slug, 'الإدارة');
  await page.clock.pauseAt(Date.now() + 60_000);
  await form.text.fill(words);
  await form.send.click();
  await expect(form.name).toBeFocused();
  await expect(form.name).toHaveAttribute('aria-invalid', 'true');
  await expect(form.text).toHaveValue(words);
  await page.clock.runFor(300_000);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  expect(posts).toHaveLength(1);
  await form.name.fill('منى');
  await form.send.click();
  await expect(shownComment(page, words)).toHaveCount(1);
  expect(new Set(posts).size).toBe(2);
  expect(await site.rows(rowsOf, words)).toMatchObject([{ author_name: 'منى' }]);
});

test('where comments were closed meanwhile the reason is said, and the words can be copied', async ({
  page,
  context,
  site,
  arabic,
}) => {
  const words = `بعد الإغلاق ${randomUUID()}`;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const posts = await answerPosts(page, { status: 403, code: 'comments_closed' });
  const form = await openForm(page, arabic.slug);
  await form.text.fill(words);
  await form.send.click();
  const own = ownComment(page, words);
  await expect(own).toContainText('أُغلق باب التعليق على هذه المادة.');
  await own.getByRole('button', { name: 'نسخ النصّ' }).click();
  await expect(own.getByRole('status')).toHaveText('نُسخ النصّ.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(words);
  // Still so on a new page, and sent by nobody; then back in the box.
  await page.reload();
  await takenOver(page);
  await expect(own).toContainText('لم يُرسَل التعليق.');
  expect(posts).toHaveLength(1);
  await own.getByRole('button', { name: 'إعادة النصّ إلى خانة الكتابة' }).click();
  await expect(form.text).toHaveValue(words);
  await expect(own).toHaveCount(0);
  expect(await site.rows(rowsOf, words)).toHaveLength(0);
});

test('an article withdrawn meanwhile still shows what was written under it, with the reason', async ({
  page,
  site,
  arabic,
}) => {
  const words = `بعد السحب ${randomUUID()}`;
  const errors = [{ field: 'slug', code: 'withdrawn' }];
  await answerPosts(page, { status: 404, code: 'not_found', errors });
  const form = await openForm(page, arabic.slug);
  await form.text.fill(words);
  await form.send.click();
  const own = ownComment(page, words);
  await expect(own).toContainText('لم تعد هذه المادة متاحة للتعليق. يمكن نسخ نصّك.');
  // Met again where the article itself is no more.
  await page.goto('/ar/');
  await takenOver(page);
  await page.route(`**/api/articles/${encodeURIComponent(arabic.slug)}`, (route) =>
    route.fulfill({
      status: 404,
      contentType: 'application/problem+json',
      json: { type: 'urn:riwaq:problem:not_found', title: '', status: 404, code: 'not_found', errors },
    }),
  );
  await page.getByRole('article').getByRole('link', { name: arabic.title }).click();
  await expect(page.getByRole('heading', { name: 'سُحبت هذه المادة' })).toBeVisible();
  await expect(own).toContainText('لم يُرسَل التعليق.');
  await expect(own.getByRole('button', { name: 'نسخ النصّ' })).toBeVisible();
  expect(await site.rows(rowsOf, words)).toHaveLength(0);
});
