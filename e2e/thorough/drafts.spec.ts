import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { post } from '../conversation.ts';
import { commentForm, expect, takenOver, test } from '../fixtures.ts';
import { openForm, rowsOf, shownComment } from '../writing.ts';

/** Lets a tab be deaf to what others write, as one of another process is for a moment; gives what makes it so. */
async function deafen(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript(() => {
    addEventListener('storage', (event) => {
      if (document.documentElement.dataset['deaf'] === 'yes') event.stopImmediatePropagation();
    });
  });
  return () => page.evaluate(() => void (document.documentElement.dataset['deaf'] = 'yes'));
}

test('what is typed survives a reload, a sudden end and a switch of language, until it is sent', async ({
  page,
  context,
  site,
  arabic,
}) => {
  const words = `سطر أوّل ${randomUUID()}\nوسطر ثانٍ`;
  const form = await openForm(page, arabic.slug);
  await form.text.fill(words);
  await page.reload();
  await takenOver(page);
  await form.text.scrollIntoViewIfNeeded();
  await expect(form.text).toHaveValue(words);
  await expect(form.name).toHaveValue('سامي');
  await page.getByRole('link', { name: 'English' }).first().click();
  await expect(commentForm(page, 'en').text).toHaveValue(words);
  await page.close();
  const next = await context.newPage();
  const again = await openForm(next, arabic.slug);
  await expect(again.text).toHaveValue(words);
  await again.send.click();
  await expect(again.text).toHaveValue('');
  await expect.poll(() => site.rows(rowsOf, words)).toHaveLength(1);
  await next.reload();
  await takenOver(next);
  await again.name.fill('سامي');
  await expect(next.getByLabel('حفظ اسمي على هذا الجهاز')).toBeVisible();
  await expect(again.text).toHaveValue('');
});

test('an answer that was not sent says at its comment that it is kept, and comes back', async ({
  page,
  site,
  arabic,
}) => {
  const words = `جواب ${randomUUID()}`;
  const id = await post(page.request, arabic.slug, { name: 'هدى', text: `سؤال ${randomUUID()}` });
  await page.goto(`/ar/articles/${arabic.slug}?comment=${id}#comment-${id}`);
  await takenOver(page);
  const comment = page.locator(`#comment-${id}`);
  const kept = page.getByText('ردّ محفوظ لم يُرسَل');
  const box = page.getByRole('form', { name: 'ردّك على هدى' });
  await expect(kept).toHaveCount(0);
  await comment.getByRole('button', { name: 'ردّ', exact: true }).click();
  await box.getByLabel('الاسم', { exact: true }).fill('سامي');
  await box.getByLabel('التعليق', { exact: true }).fill(words);
  await expect(kept).toHaveCount(0);
  await page.reload();
  await takenOver(page);
  await expect(comment.getByText('ردّ محفوظ لم يُرسَل')).toBeVisible();
  await comment.getByRole('button', { name: 'ردّ', exact: true }).click();
  await expect(box.getByLabel('التعليق', { exact: true })).toHaveValue(words);
  await box.getByLabel('الاسم', { exact: true }).fill('سامي');
  await box.getByRole('button', { name: 'إرسال التعليق' }).click();
  await expect.poll(() => site.rows(rowsOf, words)).toHaveLength(1);
  await expect(kept).toHaveCount(0);
});

test('a draft belongs to its article', async ({ page, arabic, english }) => {
  const form = await openForm(page, arabic.slug);
  await form.text.fill(`لهذه وحدها ${randomUUID()}`);
  await openForm(page, english.slug);
  await expect(form.text).toHaveValue('');
});

test('of two tabs, one that only looks follows; where both are typed in neither loses its words', async ({
  page,
  context,
  site,
  arabic,
}) => {
  const id = randomUUID();
  const [start, here, there] = [`بداية ${id}`, `هنا ${id}`, `هناك ${id}`];
  const form = await openForm(page, arabic.slug);
  await form.text.fill(start);
  const other = await context.newPage();
  await other.clock.install();
  const makeDeaf = await deafen(other);
  const otherForm = await openForm(other, arabic.slug);
  await expect(otherForm.text).toHaveValue(start);
  await form.text.fill(here);
  await expect(otherForm.text).toHaveValue(here);
  // Long enough to be read.
  await other.clock.fastForward(2_000);
  // Written on by turns it stays one.
  await otherForm.text.fill(there);
  await expect(form.text).toHaveValue(there);
  await form.text.press('End');
  await form.text.pressSequentially(' وزيادة');
  await expect(otherForm.text).toHaveValue(`${there} وزيادة`);
  // Written on from the same words in both, before one hears of the other.
  await makeDeaf();
  await form.text.fill(here);
  await otherForm.text.fill(`${there} غيرها`);
  for (const tab of [page, other]) await expect(tab.getByText('كُتب في هذه الخانة نصّ آخر')).toBeVisible();
  await expect(form.text).toHaveValue(here);
  await expect(otherForm.text).toHaveValue(`${there} غيرها`);
  // One is sent; the other stays where it is, and is taken up there.
  await form.send.click();
  await expect(shownComment(page, here)).toHaveCount(1);
  await expect(otherForm.text).toHaveValue(`${there} غيرها`);
  await other.reload();
  await takenOver(other);
  await otherForm.text.scrollIntoViewIfNeeded();
  await expect(otherForm.text).toHaveValue(`${there} غيرها`);
  await expect(other.getByText('كُتب في هذه الخانة نصّ آخر')).toHaveCount(0);
  expect(await site.rows(rowsOf, here)).toHaveLength(1);
});

/** Writes into a box at once, without first waiting for it as Playwright's own does: seconds on a busy machine. */
const put = (box: Locator, text: string) =>
  box.evaluate((element, value) => {
    // By the browser's own setter, which React hears.
    Reflect.set(HTMLTextAreaElement.prototype, 'value', value, element);
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);

test('two tabs filled in the same moment keep both texts, and each is offered the other', async ({
  page,
  context,
  arabic,
}) => {
  const form = await openForm(page, arabic.slug);
  const other = await context.newPage();
  const otherForm = await openForm(other, arabic.slug);
  for (const at of [1, 2, 3]) {
    const texts = [`${at} من الأولى ${randomUUID()}`, `${at} من الثانية ${randomUUID()}`] as const;
    await Promise.all([put(form.text, texts[0]), put(otherForm.text, texts[1])]);
    await expect
      .poll(() => page.evaluate((key) => localStorage.getItem(key) ?? '', `riwaq.draft.${arabic.slug}`))
      .toContain(texts[1]);
    const kept = await page.evaluate((key) => localStorage.getItem(key), `riwaq.draft.${arabic.slug}`);
    expect(kept).toContain(texts[0]);
    for (const tab of [page, other]) await expect(tab.getByText('كُتب في هذه الخانة نصّ آخر')).toBeVisible();
    await otherForm.text.fill('');
    await form.text.fill('');
    await expect(form.text).toHaveValue('');
    await page.evaluate((key) => localStorage.removeItem(key), `riwaq.draft.${arabic.slug}`);
    for (const tab of [page, other]) {
      await tab.reload();
      await takenOver(tab);
      await commentForm(tab).text.scrollIntoViewIfNeeded();
      await tab.getByLabel('حفظ اسمي على هذا الجهاز').waitFor();
    }
  }
});

test('another text is shown on request, and the one before it is then offered', async ({
  page,
  context,
  arabic,
}) => {
  const id = randomUUID();
  const form = await openForm(page, arabic.slug);
  await form.text.fill(`من هذه ${id}`);
  const other = await context.newPage();
  const makeDeaf = await deafen(other);
  const otherForm = await openForm(other, arabic.slug);
  await makeDeaf();
  await form.text.fill(`أولى ${id}`);
  await otherForm.text.fill(`ثانية ${id}`);
  const offer = page.getByText('كُتب في هذه الخانة نصّ آخر');
  await expect(offer).toBeVisible();
  await other.close();
  await page.getByRole('button', { name: 'تبديل النصّين' }).click();
  await expect(form.text).toHaveValue(`ثانية ${id}`);
  await expect(form.text).toBeFocused();
  await page.getByRole('button', { name: 'حذف هذا النصّ' }).click();
  await expect(offer).toHaveCount(0);
  await page.reload();
  await takenOver(page);
  await form.text.scrollIntoViewIfNeeded();
  await expect(form.text).toHaveValue(`ثانية ${id}`);
  await expect(offer).toHaveCount(0);
});

test('a name is remembered on the device only where the reader wants it', async ({
  page,
  context,
  arabic,
}) => {
  const form = await openForm(page, arabic.slug, 'ليلى');
  const remember = page.getByLabel('حفظ اسمي على هذا الجهاز');
  await expect(remember).not.toBeChecked();
  expect(await page.evaluate(() => localStorage.getItem('riwaq.name'))).toBeNull();
  await remember.check();
  await form.name.fill('ليلى حدّاد');
  const other = await context.newPage();
  await other.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(other);
  const otherForm = commentForm(other);
  await otherForm.text.scrollIntoViewIfNeeded();
  await expect(otherForm.name).toHaveValue('ليلى حدّاد');
  await other.getByLabel('حفظ اسمي على هذا الجهاز').uncheck();
  expect(await other.evaluate(() => localStorage.getItem('riwaq.name'))).toBeNull();
});

test('letters are counted as readers count them once few remain, and nothing is cut', async ({
  page,
  arabic,
}) => {
  const form = await openForm(page, arabic.slug);
  // A letter with its marks is one.
  await form.text.fill('بُّ'.repeat(4_800));
  await expect(form.form).toContainText('بقي ٢٠٠ حرف.');
  await form.text.fill('بُّ'.repeat(4_997));
  await expect(form.form).toContainText('بقيت ٣ أحرف.');
  await form.text.fill('بُّ'.repeat(5_011));
  await expect(form.form).toContainText('تجاوز النصّ الحدّ (٥٬٠٠٠ حرف) بمقدار ١١ حرفاً.');
  await form.send.click();
  await expect(form.text).toBeFocused();
  await expect(form.text).toHaveAccessibleDescription(/أقصى عدد للأحرف/);
  // Said once.
  await expect(form.form).not.toContainText('تجاوز النصّ الحدّ');
  await expect(form.text).toHaveValue('بُّ'.repeat(5_011));
});
