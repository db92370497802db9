import { AxeBuilder } from '@axe-core/playwright';
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { violationsOn, withoutLigatures } from './axe-check.ts';
import { commentForm, expect, takenOver, test } from './fixtures.ts';
import { askedLooks } from './looks.ts';

for (const { ui, theme } of askedLooks) {
  test(`axe finds nothing in ${ui}, ${theme}`, async ({ page, arabic, english, expectedErrors }) => {
    expectedErrors.push(/404|ERR_FAILED|422/);
    await page.addInitScript(withoutLigatures);
    await talkUnder(page, arabic.slug);
    await page.addInitScript(
      (chosen) => localStorage.setItem('riwaq.reading', JSON.stringify({ theme: chosen })),
      theme,
    );
    for (const path of [
      `/${ui}/`,
      `/${ui}/articles/${arabic.slug}`,
      `/${ui}/articles/${english.slug}`,
      `/${ui}/nowhere`,
    ]) {
      await page.goto(path);
      await takenOver(page);
      const violations = await violationsOn(page);
      expect(violations, path).toEqual([]);
    }
    // The form with its errors, and the dialog.
    await page.goto(`/${ui}/articles/${arabic.slug}`);
    await takenOver(page);
    await commentForm(page, ui).send.click();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: ui === 'ar' ? 'إعدادات القراءة' : 'Reading settings' }).click();
    expect(await violationsOn(page)).toEqual([]);
  });
}

/** A comment and its answer, so that the pages have some to show. */
async function talkUnder(page: Page, slug: string): Promise<void> {
  const address = `/api/articles/${encodeURIComponent(slug)}/comments`;
  const post = (data: object) =>
    page.request.post(address, { data, headers: { 'idempotency-key': randomUUID() } });
  const { id }: { id: string } = await (
    await post({ author: { name: 'سلمى' }, text: 'أهذا هو السوق القديم؟' })
  ).json();
  expect((await post({ author: { name: 'Sam' }, text: 'Yes, it is.', parentId: id })).status()).toBe(201);
}

test('axe measures the contrast of joined Arabic letters', async ({ page, arabic }) => {
  await page.addInitScript(withoutLigatures);
  await page.goto(`/ar/articles/${arabic.slug}`);
  await page.evaluate(() => document.querySelector('h1')?.style.setProperty('color', '#ded6c6'));
  const { violations } = await new AxeBuilder({ page }).withRules('color-contrast').analyze();
  expect(violations.map(({ id }) => id)).toEqual(['color-contrast']);
});

test('the first key press shows the way past the masthead, at the inline start', async ({ page, arabic }) => {
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'الانتقال إلى المحتوى' });
  await expect(skip).toBeFocused();
  const box = await skip.boundingBox();
  expect(390 - ((box?.x ?? 0) + (box?.width ?? 0))).toBeLessThan(40);
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
});

test('a comment is written and sent by keyboard alone', async ({ page, arabic, site }) => {
  const words = `بلوحة المفاتيح ${Date.now()}`;
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const form = commentForm(page);
  for (
    let presses = 0;
    presses < 40 && !(await form.name.evaluate((element) => element === document.activeElement));
    presses += 1
  ) {
    await page.keyboard.press('Tab');
  }
  await expect(form.name).toBeFocused();
  await page.keyboard.type('رنا');
  await page.keyboard.press('Tab');
  await page.keyboard.type(words);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(form.text).toHaveValue('');
  expect(await site.rows('select id from comments where text = ?', words)).toHaveLength(1);
});
