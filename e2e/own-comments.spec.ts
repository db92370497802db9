import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { commentForm, expect, takenOver, test } from './fixtures.ts';

const rowsOf = 'select * from comments where text = ?';

/** Holds the server's answers to posts until the function it gives is called. */
async function holdAnswers(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route('**/comments', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    const response = await route.fetch();
    await held;
    await route.fulfill({ response });
  });
  return release;
}

test('a refused comment whose box holds other words by then stays in the list with its words and the reason', async ({
  page,
  site,
  arabic,
  expectedErrors,
}) => {
  expectedErrors.push(/422/);
  const [first, second, third] = [`الأوّل ${randomUUID()}`, `الثاني ${randomUUID()}`, `الثالث ${randomUUID()}`];
  const answer = await holdAnswers(page);
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const form = commentForm(page);
  await form.name.fill('رواق');
  await form.text.fill(first);
  await form.send.click();
  await form.text.fill(second);
  answer();
  const own = page.getByRole('listitem').filter({ hasText: first });
  await expect(own).toContainText('لم يُرسَل التعليق.');
  await expect(own).toContainText('هذا الاسم محجوز لأسرة التحرير.');
  // What the box holds now was not refused.
  await expect(form.text).toHaveValue(second);
  await expect(form.name).toHaveAttribute('aria-invalid', 'false');
  // Typed again, the words are the box's, with what was wrong beside its field; another text there is mended.
  await form.text.fill(first);
  await expect(form.name).toHaveAccessibleDescription('هذا الاسم محجوز لأسرة التحرير.');
  await expect(own).toHaveCount(0);
  await form.text.fill(third);
  await form.name.fill('وليد');
  await form.send.click();
  await expect(page.locator('article[id^="comment-"]').filter({ hasText: third })).toBeVisible();
  await expect(own).toHaveCount(0);
  expect(await site.rows(rowsOf, third)).toHaveLength(1);
});

test('a comment refused while its writer read elsewhere waits in the list with its words', async ({
  page,
  arabic,
  expectedErrors,
}) => {
  expectedErrors.push(/422/);
  const words = `كُتب ثم قُرئ غيره ${randomUUID()}`;
  const answer = await holdAnswers(page);
  await page.goto('/ar/');
  await takenOver(page);
  await page.getByRole('article').getByRole('link', { name: arabic.title }).click();
  const form = commentForm(page);
  await form.name.fill('رواق');
  await form.text.fill(words);
  await form.send.click();
  await page.goBack();
  await expect(form.form).toHaveCount(0);
  const refused = page.waitForResponse((response) => response.status() === 422);
  answer();
  await refused;
  await page.goForward();
  const own = page.getByRole('listitem').filter({ hasText: words });
  await expect(own).toContainText('هذا الاسم محجوز لأسرة التحرير.');
  await expect(form.name).toHaveAttribute('aria-invalid', 'false');
});

test('a mistake that still stands in one box takes no focus from the other', async ({ page, arabic }) => {
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const form = commentForm(page);
  await form.send.click();
  await expect(form.name).toBeFocused();
  await form.text.pressSequentially('كلام');
  await expect(form.text).toHaveValue('كلام');
  await expect(form.name).toHaveAttribute('aria-invalid', 'true');
});

test('a comment sent from a later page of the list is shown there and then', async ({
  page,
  site,
  english,
}) => {
  for (let at = 0; at < 21; at += 1) {
    await page.request.post(`/api/articles/${encodeURIComponent(english.slug)}/comments`, {
      data: { author: { name: 'n' }, text: `earlier ${at}` },
      headers: { 'idempotency-key': randomUUID() },
    });
  }
  const path = `/api/articles/${encodeURIComponent(english.slug)}/comments`;
  const { nextCursor }: { nextCursor: string } = await (await page.request.get(path)).json();
  await page.goto(`/en/articles/${english.slug}?after=${encodeURIComponent(nextCursor)}`);
  await takenOver(page);
  const words = `from further down ${randomUUID()}`;
  const form = commentForm(page, 'en');
  await form.name.fill('Nora');
  await form.text.fill(words);
  const fetched = page.waitForResponse((response) => response.url().includes('cursor='));
  await form.send.click();
  const own = page.locator('article[id^="comment-"]').filter({ hasText: words });
  await expect(own).toHaveCount(1);
  await fetched;
  await expect(form.text).toHaveValue('');
  await expect(own).toHaveCount(1);
  expect(await site.rows(rowsOf, words)).toHaveLength(1);
  await page.getByRole('link', { name: 'Back to the newest comments' }).click();
  await expect(page.getByRole('link', { name: 'Back to the newest comments' })).toHaveCount(0);
  await expect(own).toHaveCount(1);
});

test('an answer long in coming is said to be so, until it comes', async ({ page, arabic }) => {
  await page.clock.install();
  const answer = await holdAnswers(page);
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const words = `على مهل ${randomUUID()}`;
  const form = commentForm(page);
  await form.name.fill('ليلى');
  await form.text.fill(words);
  await form.send.click();
  const own = page.getByRole('listitem').filter({ hasText: words });
  await expect(own).toContainText('يُرسَل الآن…');
  await page.clock.fastForward(14_000);
  await expect(own).toContainText('يُرسَل الآن…');
  await page.clock.fastForward(1_500);
  await expect(own.getByRole('status')).toHaveText('لم يصل ردّ الموقع بعد، وما زال الإرسال جارياً.');
  answer();
  await expect(page.locator('article[id^="comment-"]').filter({ hasText: words })).toHaveCount(1);
  await expect(own.getByRole('status')).toHaveCount(0);
});

test('a comment whose first try the server still works on can be tried again', async ({
  page,
  site,
  arabic,
  expectedErrors,
}) => {
  expectedErrors.push(/409/);
  const problem = {
    type: 'urn:riwaq:problem:in_progress',
    title: 'In progress',
    status: 409,
    code: 'in_progress',
  };
  await page.route('**/comments', (route) =>
    route.fulfill({ status: 409, contentType: 'application/problem+json', json: problem }),
  );
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const words = `بعد قليل ${randomUUID()}`;
  const form = commentForm(page);
  await form.name.fill('ليلى');
  await form.text.fill(words);
  await form.send.click();
  const own = page.getByRole('listitem').filter({ hasText: words });
  await expect(own).toContainText('الطلب نفسه ما زال قيد التنفيذ.');
  await page.unroute('**/comments');
  await own.getByRole('button', { name: 'المحاولة الآن' }).click();
  await expect(page.locator('article[id^="comment-"]').filter({ hasText: words })).toBeFocused();
  expect(await site.rows(rowsOf, words)).toHaveLength(1);
});
