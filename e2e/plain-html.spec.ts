import { randomUUID } from 'node:crypto';
import { commentForm, expect, test } from './fixtures.ts';

test.use({ javaScriptEnabled: false });

const rowsOf = 'select author_name, text from comments where text = ?';

test('without script the article is read and answered, and the way back shows the comment', async ({
  page,
  site,
  arabic,
}) => {
  const words = `بلا نصّ برمجيّ ${randomUUID()}`;
  await page.goto('/ar/');
  await page.getByRole('article').getByRole('link', { name: arabic.title }).click();
  await expect(page.getByRole('button', { name: 'إعدادات القراءة' })).toBeHidden();
  const form = commentForm(page);
  await form.name.fill('هدى');
  await form.text.fill(words);
  await form.send.click();
  await expect(page).toHaveURL(/\?posted=\w+#comment-\w+$/);
  await expect(page.getByText('نُشر تعليقك.')).toBeVisible();
  await expect(page.getByRole('article', { name: 'تعليق هدى' }).filter({ hasText: words })).toBeVisible();
  await expect(form.text).toHaveValue('');
  expect(await site.rows(rowsOf, words)).toMatchObject([{ author_name: 'هدى' }]);
});

test('without script a press too many counts once', async ({ page, site, arabic }) => {
  const words = `ضغطتان ${randomUUID()}`;
  const post = () =>
    page.request.post(`/api/articles/${encodeURIComponent(arabic.slug)}/comments`, {
      form: { lang: 'ar', name: 'هدى', text: words },
      maxRedirects: 0,
    });
  const answers = await Promise.all([post(), post(), post()]);
  expect(answers.map((answer) => answer.status())).toEqual([303, 303, 303]);
  expect(new Set(answers.map((answer) => answer.headers()['location'])).size).toBe(1);
  expect(await site.rows(rowsOf, words)).toHaveLength(1);
});

test('without script a refused form comes back with its words and the reason', async ({
  page,
  site,
  english,
  expectedErrors,
}) => {
  expectedErrors.push(/422/);
  const words = `</textarea><script>document.title='x'</script> ${randomUUID()}`;
  await page.goto(`/en/articles/${english.slug}`);
  const form = commentForm(page, 'en');
  await form.text.fill(words);
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await form.send.click();
  expect((await answered).status()).toBe(422);
  await expect(form.text).toHaveValue(words);
  await expect(form.name).toHaveAccessibleDescription('This field is required.');
  await expect(form.name).toBeFocused();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(english.title);
  expect(await site.rows(rowsOf, words)).toHaveLength(0);
  await form.name.fill('Nora');
  await form.send.click();
  await expect(page.getByText('Your comment is published.')).toBeVisible();
  expect(await site.rows(rowsOf, words)).toHaveLength(1);
});

test('without script the languages and the way home are links', async ({ page, arabic }) => {
  await page.goto(`/ar/articles/${arabic.slug}`);
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(arabic.title);
  await page.getByRole('link', { name: 'رواق' }).click();
  await expect(page).toHaveURL(/\/en\/$/);
});

test('without script a reason that belongs to no field is where the browser goes', async ({
  page,
  arabic,
}) => {
  const answer = await page.request.post(`/api/articles/${encodeURIComponent(arabic.slug)}/comments`, {
    form: { lang: 'ar', name: 'هدى', text: 'ردّ على ما حُذف', parentId: 'gone' },
  });
  expect(answer.status()).toBe(422);
  expect(await answer.text()).toMatch(
    /<p role="alert" tabindex="-1" autofocus="">التعليق الذي كُتب هذا الردّ عليه/,
  );
});

test('without script what a form has done is said where the browser lands', async ({ page, arabic }) => {
  const path = `/api/articles/${encodeURIComponent(arabic.slug)}/comments`;
  for (const text of ['يُعجب به', 'فوقه']) {
    await page.request.post(path, {
      data: { author: { name: 'ريم' }, text },
      headers: { 'idempotency-key': randomUUID() },
    });
  }
  await page.setViewportSize({ width: 1280, height: 700 });
  await page.goto(`/ar/articles/${arabic.slug}`);
  const liked = page.locator('#comments article').filter({ hasText: 'يُعجب به' }).last();
  await liked.getByRole('button', { name: 'أعجبني' }).click();
  await expect(liked.getByText('سُجّل إعجابك.')).toBeInViewport();
  await liked.getByRole('button', { name: 'سحب الإعجاب' }).click();
  await expect(page.getByText('سُحب إعجابك.')).toBeInViewport();
  await page.goto(`/ar/articles/${arabic.slug}?comment=gone#comment-gone`);
  await expect(page.getByText('التعليق المطلوب حُذف أو لم يعد منشوراً.')).toBeInViewport();
  const form = commentForm(page);
  await page.goto(`/ar/articles/${arabic.slug}`);
  await form.name.fill('هدى');
  await form.text.fill(`في مكانه ${randomUUID()}`);
  await form.send.click();
  await expect(page.getByText('نُشر تعليقك.')).toBeInViewport();
});
