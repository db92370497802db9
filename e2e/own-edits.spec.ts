import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { article, post, stranger, told } from './conversation.ts';
import { expect, takenOver, test } from './fixtures.ts';

test('its writer edits and deletes a comment, within the time', async ({
  page,
  site,
  arabic,
  expectedErrors,
}) => {
  // Whether anything is left of what was deleted is asked for.
  expectedErrors.push(/404/);
  const words = `قبل التعديل ${randomUUID()}`;
  await page.goto(`/ar/articles/${arabic.slug}`);
  const id = await post(page.request, arabic.slug, { text: words });
  const foreign = await post(await stranger(page), arabic.slug, { text: 'ليس لي' });
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const own = article(page, id);
  await own.scrollIntoViewIfNeeded();
  await expect(own.getByText('التعديل والحذف متاحان ١٥ دقيقة')).toBeVisible();
  await expect(article(page, foreign).getByRole('button', { name: 'تعديل' })).toHaveCount(0);
  await own.getByRole('button', { name: 'تعديل' }).click();
  const box = page.getByRole('form', { name: 'تعديل تعليقك' }).getByLabel('نصّ التعليق');
  await expect(box).toBeFocused();
  await expect(box).toHaveValue(words);
  await box.fill(`بعد ${words}`);
  await page.getByRole('button', { name: 'حفظ التعديل' }).click();
  await expect(own).toContainText(`بعد ${words}`);
  await expect(own).toContainText('مُعدَّل');
  await expect(own).toBeFocused();
  expect(await site.rows('select text from comments where id = ?', id)).toEqual([{ text: `بعد ${words}` }]);
  await expect(told(page)).toHaveText('حُفظ التعديل.');
  await expect(own.getByRole('button', { name: 'إبلاغ' })).toHaveCount(0);
  await own.getByRole('button', { name: 'حذف' }).click();
  await expect(own.getByRole('button')).toHaveText(['نعم، حذف', 'إبقاء']);
  await expect(own).not.toContainText('متاحان');
  await own.getByRole('button', { name: 'إبقاء' }).press('Enter');
  await expect(own.getByRole('button', { name: 'حذف' })).toBeFocused();
  await own.getByRole('button', { name: 'حذف' }).click();
  const neighbour = await own.evaluate((one) => {
    const all = [...document.querySelectorAll('#comments article[id]')];
    const at = all.indexOf(one);
    return (all[at + 1] ?? all[at - 1])?.id;
  });
  await own.getByRole('button', { name: 'نعم، حذف' }).click();
  await expect(own).toHaveCount(0);
  await expect(told(page)).toHaveText('حُذف التعليق.');
  await expect(page.locator(`article[id='${neighbour}']`)).toBeFocused();
  expect(await site.rows('select state from comments where id = ?', id)).toEqual([{ state: 'removed' }]);
});

test('of a deleted comment that was answered its place is left', async ({ page, arabic }) => {
  const id = await post(page.request, arabic.slug, { text: 'يُحذف ويبقى مكانه' });
  await post(page.request, arabic.slug, { text: 'جواب', parentId: id });
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const own = article(page, id);
  await own.scrollIntoViewIfNeeded();
  await own.getByRole('button', { name: 'حذف' }).first().click();
  await own.getByRole('button', { name: 'نعم، حذف' }).click();
  await expect(own).toContainText('حُذف هذا التعليق.');
  await expect(own).toBeFocused();
  await expect(own).toContainText('جواب');
  await expect(own).not.toContainText('يُحذف ويبقى مكانه');
  await page.reload();
  await expect(own).toContainText('حُذف هذا التعليق.');
});

test('an answer that this page has not heard of is not hidden with the comment', async ({ page, arabic }) => {
  const id = await post(page.request, arabic.slug, { text: `يُحذف وقد أُجيب ${randomUUID()}` });
  await page.route('**/events*', (route) => route.fulfill({ status: 204 }));
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const own = article(page, id);
  await own.scrollIntoViewIfNeeded();
  await own.getByRole('button', { name: 'حذف' }).click();
  await post(await stranger(page), arabic.slug, { name: 'هدى', text: 'جواب لم يُسمع', parentId: id });
  await own.getByRole('button', { name: 'نعم، حذف' }).click();
  await expect(own).toContainText('حُذف هذا التعليق.');
  await expect(own).toContainText('جواب لم يُسمع');
});

test('a comment deleted on its own page leaves its place there', async ({ page, arabic, expectedErrors }) => {
  expectedErrors.push(/404/);
  const id = await post(page.request, arabic.slug, { text: `يُحذف في صفحته ${randomUUID()}` });
  await page.goto(`/ar/articles/${arabic.slug}?comment=${id}#comment-${id}`);
  await takenOver(page);
  await article(page, id).getByRole('button', { name: 'حذف' }).click();
  await article(page, id).getByRole('button', { name: 'نعم، حذف' }).click();
  await expect(article(page, id)).toContainText('حُذف هذا التعليق.');
});

test('an edit that is not saved is kept, through a failure and a reload', async ({
  page,
  arabic,
  expectedErrors,
}) => {
  expectedErrors.push(/Failed to load/);
  const words = `قبل الانقطاع ${randomUUID()}`;
  const id = await post(page.request, arabic.slug, { text: words });
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const own = article(page, id);
  await own.scrollIntoViewIfNeeded();
  const edit = own.getByRole('button', { name: 'تعديل', exact: true });
  const form = page.getByRole('form', { name: 'تعديل تعليقك' });
  const box = form.getByLabel('نصّ التعليق');
  await edit.click();
  await page.keyboard.type(' وبعده');
  await expect(box).toHaveValue(`${words} وبعده`);
  await expect(own.getByRole('button', { name: 'أعجبني' })).toHaveCount(0);
  await page.route('**/api/comments/*', (route) => route.abort());
  await form.getByRole('button', { name: 'حفظ التعديل' }).click();
  await expect(form.getByRole('alert')).toContainText('لم يُحفظ التعديل. لم يصل ردّ من الموقع.');
  await expect(box).toHaveAttribute('aria-invalid', 'false');
  await page.unroute('**/api/comments/*');
  await page.reload();
  await takenOver(page);
  await own.scrollIntoViewIfNeeded();
  await edit.click();
  await expect(box).toHaveValue(`${words} وبعده`);
  await form.getByRole('button', { name: 'حفظ التعديل' }).click();
  await expect(own).toContainText(`${words} وبعده`);
  await expect(form).toHaveCount(0);
  await edit.click();
  await page.keyboard.type(' ثمّ عُدل عنه');
  await form.getByRole('button', { name: 'إلغاء' }).click();
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => /edit/.test(key)))).toEqual([]);
});

test('an edit begins from the words as they are now, whatever another tab has saved', async ({
  page,
  site,
  arabic,
}) => {
  const words = `في نافذتين ${randomUUID()}`;
  await page.goto(`/ar/articles/${arabic.slug}`);
  const id = await post(page.request, arabic.slug, { text: words });
  const open = async (tab: Page) => {
    await tab.goto(`/ar/articles/${arabic.slug}`);
    await takenOver(tab);
    await article(tab, id).scrollIntoViewIfNeeded();
    await expect(edit(tab)).toBeVisible();
  };
  const edit = (tab: Page) => article(tab, id).getByRole('button', { name: 'تعديل', exact: true });
  const form = (tab: Page) => tab.getByRole('form', { name: 'تعديل تعليقك' });
  const box = (tab: Page) => form(tab).getByLabel('نصّ التعليق');
  const save = async (tab: Page) => {
    await form(tab).getByRole('button', { name: 'حفظ التعديل' }).click();
    await expect(form(tab)).toHaveCount(0);
  };
  const other = await page.context().newPage();
  for (const tab of [page, other]) await open(tab);
  await edit(page).click();
  await box(page).fill(`${words} أوّلاً`);
  await save(page);
  await edit(other).click();
  await expect(box(other)).toHaveValue(`${words} أوّلاً`);
  await expect(box(other)).toBeFocused();
  await other.keyboard.type(' وثانياً');
  await save(other);
  await expect(article(other, id)).toContainText(`${words} أوّلاً وثانياً`);
  expect(await site.rows('select text from comments where id = ?', id)).toEqual([
    { text: `${words} أوّلاً وثانياً` },
  ]);

  // What is typed while they come stays, and so does what was begun from older ones.
  let letGo = () => {};
  const held = new Promise<void>((done) => (letGo = done));
  await page.route(`**/api/comments/${id}`, async (route) => {
    if (route.request().method() === 'GET') await held;
    await route.continue();
  });
  const come = page.waitForResponse(`**/api/comments/${id}`);
  await edit(page).click();
  await expect(box(page)).toHaveValue(`${words} أوّلاً`);
  await page.keyboard.type(' بيدي');
  letGo();
  await (await come).finished();
  for (let frame = 0; frame < 3; frame += 1)
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(painted)));
  await expect(box(page)).toHaveValue(`${words} أوّلاً بيدي`);
  await open(page);
  await edit(page).click();
  await expect(box(page)).toHaveValue(`${words} أوّلاً بيدي`);
  await form(page).getByRole('button', { name: 'إلغاء' }).click();
  await expect(article(page, id)).toContainText('وثانياً');
});
