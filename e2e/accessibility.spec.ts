import { AxeBuilder } from '@axe-core/playwright';
import { commentForm, expect, takenOver, test } from './fixtures.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

for (const ui of ['ar', 'en'] as const) {
  for (const theme of ['light', 'sepia', 'dark'] as const) {
    test(`axe finds nothing in ${ui}, ${theme}`, async ({ page, arabic, english, expectedErrors }) => {
      expectedErrors.push(/404|ERR_FAILED|422/);
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
        const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
        expect(violations, path).toEqual([]);
      }
      // The form with its errors, and the dialog.
      await page.goto(`/${ui}/articles/${arabic.slug}`);
      await takenOver(page);
      await commentForm(page, ui).send.click();
      expect((await new AxeBuilder({ page }).withTags(tags).analyze()).violations).toEqual([]);
      await page.getByRole('button', { name: ui === 'ar' ? 'إعدادات القراءة' : 'Reading settings' }).click();
      expect((await new AxeBuilder({ page }).withTags(tags).analyze()).violations).toEqual([]);
    });
  }
}

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
  expect(site.rows('select id from comments where text = ?', words)).toHaveLength(1);
});
