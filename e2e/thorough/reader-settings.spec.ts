import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, takenOver, test } from '../fixtures.ts';
import type { SiteProcess } from '../site-process.ts';

async function openSettings(page: Page) {
  await page.getByRole('button', { name: 'إعدادات القراءة' }).click();
  const dialog = page.getByRole('dialog', { name: 'إعدادات القراءة' });
  await dialog.waitFor();
  return dialog;
}

const sizeOfText = (page: Page) =>
  page
    .locator('article p[id]')
    .nth(1)
    .evaluate((paragraph) => Number.parseFloat(getComputedStyle(paragraph).fontSize));

/** An article whose first paragraph is vowelled, the first time it is asked for; gives its slug. */
async function importVowelled(site: SiteProcess): Promise<string> {
  const file = `${site.dataDir}/vowelled.md`;
  await writeFile(
    file,
    '---\ntitle: مِن شِعرِ القُدَماء\n---\n\nقِفَا نَبْكِ مِنْ ذِكْرَى حَبِيبٍ وَمَنْزِلِ.\n\n1. أوّل\n2. ثانٍ\n\n`مُتَغَيِّر`\n',
  );
  const [, slug = ''] = /^(?:added|unchanged) (\S+)/.exec(await site.import(file)) ?? [];
  return slug;
}

test('text size, spacing, face and theme are there before any script of ours, after a reload', async ({
  page,
  arabic,
}) => {
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const plain = await sizeOfText(page);
  const dialog = await openSettings(page);
  await dialog.getByRole('button', { name: 'تكبير النصّ' }).click();
  await dialog.getByRole('button', { name: 'تكبير النصّ' }).click();
  await expect(dialog.getByRole('slider', { name: 'حجم النصّ' })).toHaveAttribute('aria-valuetext', '٥ من ٧');
  await dialog.getByText('أوسع', { exact: true }).click();
  await dialog.getByText('وزيرمتن', { exact: true }).click();
  await dialog.getByText('ورقيّ', { exact: true }).click();
  expect(await sizeOfText(page)).toBeCloseTo(plain * 1.3, 1);
  await page.route('**/assets/*.js', () => {});
  await page.reload({ waitUntil: 'commit' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia');
  const paragraph = page.locator('article p[id]').nth(1);
  expect(await sizeOfText(page)).toBeCloseTo(plain * 1.3, 1);
  await expect(paragraph).toHaveCSS('font-family', /^"Riwaq Vazirmatn"/);
  await expect(paragraph).toHaveCSS('line-height', `${Math.round(plain * 1.3 * 2.4 * 10) / 10}px`);
  await expect(page.locator('body')).toHaveCSS('color', 'rgb(51, 41, 27)');
});

test('Vazirmatn is fetched by those alone who chose it', async ({ page, arabic }) => {
  const faces: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/fonts/')) faces.push(request.url());
  });
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const dialog = await openSettings(page);
  expect(faces.filter((url) => url.includes('vazirmatn'))).toEqual([]);
  await dialog.getByText('وزيرمتن', { exact: true }).click();
  await expect.poll(() => faces.some((url) => url.includes('vazirmatn-arabic'))).toBe(true);
});

test('digits and calendar are the reader’s, and the date for machines stays', async ({ page, arabic }) => {
  const address = `/ar/articles/${arabic.slug}`;
  const served = await (await page.request.get(address)).text();
  await page.goto(address);
  await takenOver(page);
  const date = page.getByRole('article').first().locator('time').first();
  const machine = await date.getAttribute('datetime');
  await expect(date).toHaveText(/[٠-٩]{4}/);
  const dialog = await openSettings(page);
  await dialog.getByText('0123456', { exact: true }).click();
  await expect(date).toHaveText(/ \d{4}$/);
  await dialog.getByText('بالاسمين: كانون الثاني/يناير', { exact: true }).click();
  await expect(date).toHaveText(/\S\/\S/);
  await dialog.getByText('هجريّ (أمّ القرى)', { exact: true }).click();
  await expect(date).toHaveText(/14\d\d هـ$/);
  await dialog.getByText('۰۱۲۳۴۵۶', { exact: true }).click();
  await expect(date).toHaveText(/[۰-۹]{4}/);
  await page.reload();
  await expect(date).toHaveText(/۱۴[۰-۹]{2}/);
  await expect(date).toHaveAttribute('datetime', machine ?? '');
  // Rendered pages belong to nobody.
  expect(await (await page.request.get(address)).text()).toBe(served);
});

test('vowel marks are hidden from titles and text, and come back; code keeps its own', async ({
  page,
  site,
}) => {
  const slug = await importVowelled(site);
  await page.goto(`/ar/articles/${encodeURIComponent(slug)}`);
  await takenOver(page);
  const title = page.getByRole('heading', { level: 1 });
  const verse = page.locator('article p[id]').first();
  const dialog = await openSettings(page);
  await dialog.getByText('مخفيّة', { exact: true }).click();
  await expect(title).toHaveText('من شعر القدماء');
  await expect(verse).toHaveText('قفا نبك من ذكرى حبيب ومنزل.');
  await expect(page.locator('article code')).toHaveText('مُتَغَيِّر');
  await page.reload();
  await expect(verse).toHaveText('قفا نبك من ذكرى حبيب ومنزل.');
  await (await openSettings(page)).getByText('ظاهرة', { exact: true }).click();
  await expect(verse).toHaveText('قِفَا نَبْكِ مِنْ ذِكْرَى حَبِيبٍ وَمَنْزِلِ.');
});

test('a list’s numbers are written in the reader’s digits', async ({ page, site }) => {
  const slug = await importVowelled(site);
  await page.goto(`/ar/articles/${encodeURIComponent(slug)}`);
  await takenOver(page);
  const list = page.locator('article ol');
  await expect(list).toHaveCSS('list-style-type', 'arabic-indic');
  const dialog = await openSettings(page);
  await dialog.getByText('0123456', { exact: true }).click();
  await expect(list).toHaveCSS('list-style-type', 'decimal');
  await dialog.getByText('۰۱۲۳۴۵۶', { exact: true }).click();
  await expect(list).toHaveCSS('list-style-type', 'persian');
});

test('what is chosen in one tab shows in the other', async ({ page, context, arabic }) => {
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const other = await context.newPage();
  await other.goto('/ar/');
  await takenOver(other);
  const dialog = await openSettings(page);
  await dialog.getByText('داكن', { exact: true }).click();
  await dialog.getByText('0123456', { exact: true }).click();
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(other.getByRole('main').locator('time').first()).toHaveText(/\d{4}/);
  await other.close();
});

test('one press goes back to the first settings', async ({ page, arabic }) => {
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const plain = await sizeOfText(page);
  const dialog = await openSettings(page);
  await dialog.getByRole('slider', { name: 'حجم النصّ' }).press('End');
  await dialog.getByText('داكن', { exact: true }).click();
  await dialog.getByRole('button', { name: 'استعادة الإعدادات الأصلية' }).click();
  await expect(dialog.getByRole('radio', { name: 'حسب الجهاز' })).toBeChecked();
  expect(await sizeOfText(page)).toBe(plain);
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  expect(await page.evaluate(() => localStorage.getItem('riwaq.reading'))).toBe('{}');
});

test('where nothing can be kept, choices last for the visit and it is said', async ({ page, arabic }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const dialog = await openSettings(page);
  await dialog.getByText('داكن', { exact: true }).click();
  await expect(dialog.getByRole('status')).toHaveText(
    'لا يحفظ هذا المتصفّح الإعدادات، فتبقى لهذه الزيارة وحدها.',
  );
  await dialog.getByRole('button', { name: 'إغلاق' }).click();
  await page.getByRole('banner').getByRole('link', { name: 'رواق', exact: true }).click();
  await expect(page).toHaveURL(/\/ar\/$/);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect((await openSettings(page)).getByRole('radio', { name: 'داكن' })).toBeChecked();
});

test('where storage is denied, the page reads and the settings work', async ({ page, arabic }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const dialog = await openSettings(page);
  await dialog.getByText('ورقيّ', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia');
  await expect(dialog.getByRole('status')).not.toBeEmpty();
});

test('arrow keys go along a row of choices as it is read', async ({ page }) => {
  await page.goto('/ar/');
  await takenOver(page);
  const dialog = await openSettings(page);
  await dialog.getByRole('radio', { name: 'حسب الجهاز' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: 'فاتح' })).toBeChecked();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'إعدادات القراءة' })).toBeFocused();
});

test('the line being read stays where it is, whatever size and face it takes', async ({ page, arabic }) => {
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const dialog = await openSettings(page);
  const line = 844 / 3;
  const read = await page.evaluate((at) => {
    scrollTo(0, 1_000);
    const blocks = [...document.querySelectorAll('main [id^="p-"]')];
    const block = blocks.findLast((one) => one.getBoundingClientRect().top <= at);
    const { top = 0, height = 1 } = block?.getBoundingClientRect() ?? {};
    // Between two blocks it is the first one's end.
    return { id: block?.id ?? '', share: Math.min(1, (at - top) / height) };
  }, line);
  const off = () =>
    page.evaluate(
      ({ id, share, at }) => {
        const { top = 0, height = 0 } = document.getElementById(id)?.getBoundingClientRect() ?? {};
        return Math.abs(top + share * height - at);
      },
      { ...read, at: line },
    );
  await dialog.getByRole('slider', { name: 'حجم النصّ' }).press('End');
  await expect.poll(off).toBeLessThan(3);
  await dialog.getByText('وزيرمتن', { exact: true }).click();
  await dialog.getByText('أوسع', { exact: true }).click();
  await page.evaluate(() => document.fonts.ready);
  await expect.poll(off).toBeLessThan(3);
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1_500);
});
