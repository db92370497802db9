import { resolve } from 'node:path';
import { commentForm, expect, takenOver, test } from '../fixtures.ts';

test('an address or a word without a blank widens no page', async ({ page, startSite }) => {
  const site = await startSite();
  await site.import(resolve(import.meta.dirname, '../articles/unbroken.txt'));
  const { items }: { items: { slug: string }[] } = await (await fetch(`${site.url}/api/articles`)).json();
  const slug = encodeURIComponent(items[0]?.slug ?? '');
  for (const width of [320, 360, 768]) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ['/ar/', `/ar/articles/${slug}`, `/en/articles/${slug}`]) {
      await page.goto(site.url + path);
      await takenOver(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(width);
    }
  }
});

test('a settings panel whose code does not come takes nothing along, and comes when asked again', async ({
  page,
  arabic,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_FAILED/);
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const form = commentForm(page);
  await form.text.fill('مسوّدة لم تكتمل');
  await page.route('**/assets/settings-panel*', (route) => route.abort());
  const open = page.getByRole('button', { name: 'إعدادات القراءة' });
  await open.click();
  await expect(page.getByRole('alert')).toContainText('قد تكون الشبكة مقطوعة');
  await expect(form.text).toHaveValue('مسوّدة لم تكتمل');
  await page.unroute('**/assets/settings-panel*');
  await open.click();
  await expect(page.getByRole('dialog', { name: 'إعدادات القراءة' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a paper’s long name leaves the reader’s controls free', async ({ page, startSite }) => {
  const site = await startSite({ SITE_NAME: 'صحيفة الضفة الثقافية الأسبوعية' });
  for (const width of [320, 360, 768]) {
    await page.setViewportSize({ width, height: 800 });
    for (const [language, menu] of [
      ['ar', 'لغة الواجهة'],
      ['en', 'Interface language'],
    ] as const) {
      await page.goto(`${site.url}/${language}/`);
      const banner = page.getByRole('banner');
      const name = await banner.getByRole('link', { name: 'صحيفة الضفة' }).boundingBox();
      for (const part of [
        page.getByRole('navigation', { name: menu }),
        banner.locator('[data-shortcut=search]'),
      ]) {
        const tools = await part.boundingBox();
        if (name === null || tools === null) throw new Error('the masthead lacks a part');
        const isBeside = name.x >= tools.x + tools.width || tools.x >= name.x + name.width;
        const isApart = isBeside || tools.y >= name.y + name.height || name.y >= tools.y + tools.height;
        expect(isApart, `${width} ${language}`).toBe(true);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  }
});

test('text twice as large keeps the name in one piece, and the controls off it', async ({ page }) => {
  for (const width of [320, 360, 768]) {
    await page.setViewportSize({ width, height: 800 });
    for (const language of ['ar', 'en']) {
      await page.goto(`/${language}/`);
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      const banner = page.getByRole('banner');
      const name = await banner.getByRole('link', { name: 'رواق' }).boundingBox();
      const icon = await banner.locator('[data-shortcut=search]').boundingBox();
      if (name === null || icon === null) throw new Error('the masthead lacks a part');
      // One line of it, of 80 pixels each.
      expect(name.height, `${width} ${language}`).toBeLessThan(120);
      const isBeside = name.x >= icon.x + icon.width || icon.x >= name.x + name.width;
      expect(isBeside || icon.y >= name.y + name.height, `${width} ${language}`).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  }
});

test('in forced colours the current section alone is marked', async ({ page, startSite }) => {
  const site = await startSite({ SEED: 'demo' });
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(`${site.url}/ar/`);
  await takenOver(page);
  const sections = page.getByRole('navigation', { name: 'أقسام الموقع' }).getByRole('link');
  const marks = () =>
    sections.evaluateAll((links) =>
      links.map((link) => {
        const { borderBlockStartColor, borderBlockEndColor } = getComputedStyle(link);
        const ground = getComputedStyle(document.documentElement).backgroundColor;
        return [borderBlockStartColor, borderBlockEndColor].filter((colour) => colour !== ground).length;
      }),
    );
  const unmarked = Array.from({ length: await sections.count() }, () => 0);
  expect(await marks()).toEqual(unmarked);
  await sections.first().click();
  await expect.poll(marks).toEqual([1, ...unmarked.slice(1)]);
});
