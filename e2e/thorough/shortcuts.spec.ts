import { AxeBuilder } from '@axe-core/playwright';
import { randomUUID } from 'node:crypto';
import { commentForm, expect, takenOver, test } from '../fixtures.ts';
import { focused, focusShown, help, helpDialog, leaveDialog, offSwitch, press } from './key-presses.ts';

for (const ui of ['ar', 'en'] as const) {
  test(`a list is stepped through and opened by the places of keys, in ${ui}`, async ({ page }) => {
    await page.goto(`/${ui}/`);
    await takenOver(page);
    const titles = await page.locator('main :is(h2, h3) > a').allTextContents();
    expect(titles.length).toBeGreaterThan(1);
    // By their places: an article that is talked about has its headline at the side too.
    const at = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('main :is(h2, h3) > a')].findIndex(
          (link) => link === document.activeElement,
        ),
      );
    for (const index of titles.keys()) {
      await press(page, 'KeyJ');
      await expect.poll(at).toBe(index);
      // What comes into view takes its true height a moment later, and the browser keeps the place.
      await expect.poll(() => focusShown(page)).toBe('shown');
    }
    // There is nothing after the last.
    await press(page, 'KeyJ');
    expect(await at()).toBe(titles.length - 1);
    await press(page, 'KeyK');
    expect(await at()).toBe(titles.length - 2);
    await press(page, 'KeyO');
    await expect(page).toHaveURL(new RegExp(`/${ui}/articles/`));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles.at(-2) ?? '');
    await press(page, 'KeyU');
    await expect(page).toHaveURL(new RegExp(`/${ui}/(sections/.*)?$`));
    await press(page, 'KeyH');
    await expect(page).toHaveURL(new RegExp(`/${ui}/$`));
  });
}

test('an article is read block by block, then comment by comment; Latin keys do the same', async ({
  page,
  arabic,
}) => {
  let parentId: string | undefined;
  // An answer stands within what it answers.
  for (let at = 0; at < 3; at += 1) {
    const answer = await page.request.post(`/api/articles/${encodeURIComponent(arabic.slug)}/comments`, {
      data: { author: { name: 'سلمى' }, text: `كلمة ${randomUUID()}`, parentId },
      headers: { 'idempotency-key': randomUUID() },
    });
    const { id }: { id: string } = await answer.json();
    parentId = id;
  }
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const blocks = await page.locator('main [id^="p-"]').evaluateAll((all) => all.map(({ id }) => id));
  const comments = await page.locator('main [id^="comment-"]').evaluateAll((all) => all.map(({ id }) => id));
  const isUnder = new Set(
    await page.locator('main article article').evaluateAll((all) => all.map(({ id }) => id)),
  );
  expect(blocks.length).toBeGreaterThan(2);
  await press(page, 'KeyJ');
  await expect.poll(() => focused(page)).toBe(blocks[0]);
  for (const id of [...blocks.slice(1), ...comments]) {
    // Held, it goes on.
    await press(page, 'KeyJ', { repeat: true });
    expect(await focused(page)).toBe(id);
    // What comes into view takes its true height a moment later, and the browser keeps the place.
    await expect.poll(() => focusShown(page)).toBe('shown');
  }
  // What is folded away is passed over.
  const [top = '', answer = ''] = comments;
  await page.locator(`#${top} > details > summary`).click();
  await page.locator(`#${top}`).focus();
  await press(page, 'KeyN');
  expect(await focused(page)).toBe(comments.find((id) => id !== top && !isUnder.has(id)) ?? top);
  expect(isUnder.has(answer)).toBe(true);
  await page.evaluate(() => scrollTo(0, 0));
  await page.keyboard.press('j');
  expect(await focused(page), 'from what is on the screen').toBe(blocks[0]);
  await page.keyboard.press('n');
  expect(await focused(page)).toBe(comments[0]);
  await page.keyboard.press('k');
  expect(await focused(page)).toBe(blocks.at(-1));
  await page.keyboard.press('c');
  const { text } = commentForm(page);
  await expect(text).toBeFocused();
  await expect(text).toHaveValue('');
});

for (const [key, name] of [
  ['t', 'إعدادات القراءة'],
  ['?', 'اختصارات لوحة المفاتيح'],
] as const) {
  test(`who opens a dialog by ${key} and closes it is where they were in the text`, async ({
    page,
    arabic,
  }) => {
    await page.goto(`/ar/articles/${arabic.slug}`);
    await takenOver(page);
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('j');
    await expect.poll(() => focused(page)).toMatch(/^p-/);
    const place = () => page.evaluate(() => [document.activeElement?.id, scrollY]);
    const before = await place();
    await page.keyboard.press(key);
    const dialog = page.getByRole('dialog', { name });
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect.poll(place).toEqual(before);
  });
}

test('nothing is heard in a box, with a modifier, in a dialog, or of a held key', async ({
  page,
  arabic,
}) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const { text } = commentForm(page);
  await text.focus();
  await page.keyboard.type('jk? تن؟ /');
  await press(page, 'KeyJ');
  await help(page);
  await expect(text).toHaveValue('jk? تن؟ /');
  await expect(text).toBeFocused();
  expect(fetched.filter((url) => url.includes('press-key'))).toEqual([]);
  await text.blur();
  await press(page, 'KeyC', { repeat: true });
  for (const held of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { isComposing: true }])
    await press(page, 'KeyC', held);
  await expect.poll(() => fetched.filter((url) => url.includes('press-key'))).toHaveLength(1);
  // A key that is heard, after all those that are not.
  await press(page, 'KeyT');
  await expect(page.getByRole('dialog', { name: 'إعدادات القراءة' })).toBeVisible();
  await expect(text).not.toBeFocused();
  await press(page, 'KeyH');
  await help(page);
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await expect(page).toHaveURL(/articles/);
});

test('the list says what this page has, in both letters, and axe finds nothing in it', async ({
  page,
  arabic,
}) => {
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  await help(page);
  const dialog = helpDialog(page);
  const here = dialog.getByRole('table', { name: 'في هذه الصفحة' });
  const elsewhere = dialog.getByRole('table', { name: 'في صفحات أخرى' });
  await expect(here.getByRole('row', { name: 'إضافة تعليق' }).locator('kbd')).toHaveText(['C', 'ؤ']);
  await expect(here.getByRole('row', { name: 'إعدادات القراءة' }).locator('kbd')).toHaveText(['T', 'ف']);
  await expect(elsewhere.getByRole('row', { name: 'فتح المادة المحدّدة' })).toBeVisible();
  expect((await new AxeBuilder({ page }).include('dialog').analyze()).violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('the list in English has Latin letters alone, and axe finds nothing in it', async ({ page }) => {
  await page.goto('/en/');
  await takenOver(page);
  await page.keyboard.press('?');
  const english = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(
    english.getByRole('table', { name: 'On this page' }).getByRole('row', { name: 'Front page' }).last(),
  ).toBeVisible();
  await expect(english.locator('kbd').first()).toHaveText('J');
  expect((await new AxeBuilder({ page }).include('dialog').analyze()).violations).toEqual([]);
});

test('switched off it stays off, here and in the next tab, until it is switched on by pointer', async ({
  page,
  context,
}) => {
  await page.goto('/ar/');
  await takenOver(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await takenOver(other);
  await press(other, 'KeyJ');
  await expect.poll(() => other.evaluate(() => document.activeElement?.tagName)).toBe('A');
  await other.getByRole('button', { name: 'اختصارات لوحة المفاتيح' }).click();
  await help(page);
  await expect(helpDialog(page).getByRole('status')).toHaveCount(0);
  await offSwitch(page).check();
  await expect(helpDialog(page).getByRole('status')).toHaveText('الاختصارات متوقّفة.');
  expect(await page.evaluate(() => localStorage.getItem('riwaq.shortcuts'))).toBe('"off"');
  // The other tab's switch has heard of it.
  await expect(offSwitch(other)).toBeChecked();
  await leaveDialog(other);
  const before = await focused(other);
  await press(other, 'KeyJ');
  await help(other);
  expect(await focused(other)).toBe(before);
  await expect(other.getByRole('dialog')).toHaveCount(0);
  await page.reload();
  await takenOver(page);
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await press(page, 'KeyJ');
  await help(page);
  await page.getByRole('button', { name: 'اختصارات لوحة المفاتيح' }).click();
  await offSwitch(page).uncheck();
  expect(fetched.filter((url) => url.includes('press-key'))).toHaveLength(1);
  await leaveDialog(page);
  await press(page, 'KeyJ');
  expect(await page.evaluate(() => document.activeElement?.matches('main a'))).toBe(true);
});

test('where nothing can be stored, it is off for the visit, and says so', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  });
  await page.goto('/ar/');
  await takenOver(page);
  await help(page);
  await offSwitch(page).check();
  await expect(helpDialog(page).getByRole('status')).toContainText('في هذه الزيارة وحدها');
  await leaveDialog(page);
  await help(page);
  await press(page, 'KeyJ');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
});

test('keys whose code does not come take nothing along, and work when pressed again', async ({
  page,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_FAILED/);
  await page.goto('/ar/');
  await takenOver(page);
  await page.route('**/assets/press-key*', (route) => route.abort());
  const failed = page.waitForEvent('requestfailed');
  await press(page, 'KeyJ');
  await failed;
  await page.unroute('**/assets/press-key*');
  await press(page, 'KeyJ');
  await expect.poll(() => page.evaluate(() => document.activeElement?.matches('main a'))).toBe(true);
});
