import {
  address,
  arabicSlug,
  copied,
  expect,
  open,
  publicUrl,
  row,
  select,
  takenOver,
  test,
  toolbar,
} from './vowelled-paper.ts';

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the article can be handed on by plain links', async ({ page }) => {
    await page.goto(address('ar', arabicSlug));
    const url = encodeURIComponent(publicUrl + address('ar', arabicSlug));
    const title = encodeURIComponent('بَيَانُ الحُرُوفِ');
    for (const [name, href] of [
      ['واتساب', `https://wa.me/?text=${title}%0A${url}`],
      ['تلغرام', `https://t.me/share/url?url=${url}&text=${title}`],
      ['إكس', `https://x.com/intent/tweet?text=${title}&url=${url}`],
    ] as const) {
      const link = row(page).getByRole('link', { name });
      await expect(link).toHaveAttribute('href', href);
      await expect(link).toHaveAttribute('rel', 'noopener nofollow');
    }
    await expect(row(page).getByRole('button')).toHaveCount(0);
    await page.getByRole('link', { name: 'مشاركة' }).click();
    await expect(row(page)).toBeInViewport();
  });

  test('on paper nothing of it is left', async ({ page }) => {
    await page.goto(address('ar', arabicSlug));
    await page.emulateMedia({ media: 'print' });
    await expect(row(page)).toBeHidden();
    await expect(page.getByRole('link', { name: 'مشاركة' })).toBeHidden();
  });
});

test('the link is that of the article’s own language, copied and said', async ({ page }) => {
  await open(page, address('en', arabicSlug));
  await row(page).scrollIntoViewIfNeeded();
  await row(page).getByRole('button', { name: 'Copy link' }).click();
  await expect(row(page).getByRole('button', { name: 'Link copied' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Link copied' })).toBeAttached();
  expect(await copied(page)).toBe(publicUrl + address('ar', arabicSlug));
});

for (const [condition, script] of [
  [
    'refused',
    () => (navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))),
  ],
  ['absent', () => Object.defineProperty(navigator, 'clipboard', { value: undefined })],
] as const) {
  test(`where the clipboard is ${condition} the link stands selected, to be copied by hand`, async ({
    page,
  }) => {
    await page.addInitScript(script);
    await page.goto(address('ar', arabicSlug));
    await takenOver(page);
    await row(page).scrollIntoViewIfNeeded();
    await row(page).getByRole('button', { name: 'نسخ الرابط' }).click();
    const field = page.getByRole('dialog', { name: 'النسخ باليد' }).getByLabel(/لنسخه باليد/);
    await expect(field).toBeFocused();
    const selected = () =>
      field.evaluate((box) =>
        box instanceof HTMLTextAreaElement ? box.value.slice(box.selectionStart, box.selectionEnd) : '',
      );
    expect(await selected()).toBe(publicUrl + address('ar', arabicSlug));
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(row(page).getByRole('button', { name: 'نسخ الرابط' })).toBeFocused();

    if (condition === 'refused')
      await page.evaluate(() => (navigator.clipboard.write = () => Promise.reject(new Error('no'))));
    await select(page, 'لِسَانُ اليَدِ');
    await toolbar(page).getByRole('button', { name: 'نسخ الاقتباس' }).click();
    await expect(field).toBeFocused();
    expect(await selected()).toMatch(/^«لِسَانُ اليَدِ»\n.+\nhttp.+:~:text=/);
  });
}

test('the device’s own sheet is offered where there is one; closing it is no error', async ({ page }) => {
  await page.addInitScript(() => {
    const shared: unknown[] = [];
    Object.assign(window, { shared });
    navigator.share = (data) => {
      shared.push(data);
      return Promise.reject(new DOMException('closed', 'AbortError'));
    };
  });
  await open(page, address('ar', arabicSlug));
  const url = publicUrl + address('ar', arabicSlug);
  await page.getByRole('link', { name: 'مشاركة' }).click();
  await row(page).scrollIntoViewIfNeeded();
  await row(page).getByRole('button', { name: 'تطبيق آخر' }).click();
  await select(page, 'الحِبْرُ');
  await toolbar(page).getByRole('button', { name: 'مشاركة' }).click();
  const shared: unknown = await page.evaluate(() => Reflect.get(window, 'shared'));
  expect(shared).toEqual([
    { title: 'بَيَانُ الحُرُوفِ', url },
    { title: 'بَيَانُ الحُرُوفِ', url },
    {
      title: 'بَيَانُ الحُرُوفِ',
      text: expect.stringMatching(/^«الحِبْرُ»\n/),
      url: expect.stringMatching(/#p-\w+:~:text=/),
    },
  ]);
  expect(page.url()).not.toContain('#share');
});

test('where there is none the head’s link leads to the row, and nothing offers it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 400 });
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'share'));
  await open(page, address('ar', arabicSlug));
  await page.getByRole('link', { name: 'مشاركة' }).click();
  await expect(page).toHaveURL(/#share$/);
  await expect(row(page).getByRole('button', { name: 'نسخ الرابط' })).toBeVisible();
  await expect(row(page)).toBeInViewport();
  await expect(row(page).getByRole('button')).toHaveCount(1);
  // The keyboard goes on from there.
  await expect(row(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(row(page).getByRole('link', { name: 'واتساب' })).toBeFocused();
});

test('every paragraph has a link in its margin, which stands in the address and marks it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, address('ar', arabicSlug));
  const block = page.locator('[id^=p-]').nth(1);
  const id = (await block.getAttribute('id')) ?? '';
  await block.hover();
  const link = page.getByRole('button', { name: 'نسخ رابط الفقرة' });
  const [before, own] = [await block.boundingBox(), await link.boundingBox()];
  expect(own?.x).toBeCloseTo((before?.x ?? 0) + (before?.width ?? 0), 0);
  await expect(link).toHaveAttribute('tabindex', '-1');
  const scrolled = await page.evaluate(() => scrollY);
  await link.click();
  await expect(page).toHaveURL(new RegExp(`#${id}$`));
  await expect(page.getByRole('status').filter({ hasText: 'نُسخ رابط الفقرة' })).toBeVisible();
  expect(await copied(page)).toBe(`${publicUrl}${address('ar', arabicSlug)}#${id}`);
  await expect(block).toHaveAttribute('data-marked', '');
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);

  // A page within the site and back: the block is reached without a reload.
  await page.getByRole('banner').getByRole('link', { name: 'رواق' }).click();
  await expect(page).toHaveURL(/\/ar\/$/);
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`#${id}$`));
  await expect(block).toHaveAttribute('data-marked', '');
});

test('whoever arrives at a paragraph finds it marked below the window’s edge', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 400 });
  await open(page, address('ar', arabicSlug));
  const id = await page.locator('[id^=p-]').nth(2).getAttribute('id');
  const fresh = await page.context().newPage();
  await fresh.setViewportSize({ width: 390, height: 400 });
  await fresh.goto(`${address('ar', arabicSlug)}#${id}`);
  await takenOver(fresh);
  const block = fresh.locator(`#${id}`);
  await expect(block).toHaveCSS('background-color', 'rgb(245, 241, 232)');
  const box = await block.boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual(16);
  expect(box?.y).toBeLessThan(60);
  await fresh.close();
});

for (const width of [320, 360, 430])
  test(`what comes into the row by script moves nothing at ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await page.addInitScript(() => (navigator.share = () => Promise.resolve()));
    await open(page, address('ar', arabicSlug));
    const height = () => row(page).evaluate((element) => element.getBoundingClientRect().height);
    const before = await height();
    await row(page).scrollIntoViewIfNeeded();
    await expect(row(page).getByRole('button')).toHaveCount(2);
    expect(await height()).toBe(before);
  });

for (const width of [390, 768, 1280])
  test(`the keyboard comes from a paragraph to its link at ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page, address('ar', arabicSlug));
    const link = page.getByRole('button', { name: 'نسخ رابط الفقرة' });
    const block = page.locator('[id^=p-]').first();
    await page.keyboard.press('j');
    await expect(block).toBeFocused();
    const id = (await block.getAttribute('id')) ?? '';
    await expect(link).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Tab');
    await expect(link).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'نُسخ رابط الفقرة' })).toBeVisible();
    expect(await copied(page)).toBe(`${publicUrl}${address('ar', arabicSlug)}#${id}`);
    await page.keyboard.press('Escape');
    await expect(block).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(link).toBeFocused();
    await page.keyboard.press('j');
    await expect(page.locator('[id^=p-]').nth(1)).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(link).toBeFocused();
    // On from it, into what comes after the block; nothing keeps the reader.
    await page.keyboard.press('Tab');
    await expect(link).toHaveCount(0);
    expect(await page.evaluate(() => document.activeElement?.matches('a, button, summary'))).toBe(true);
  });

test('a heading’s link is named for it', async ({ page }) => {
  await open(page, address('en', arabicSlug));
  // No article of this paper has one.
  await page.evaluate(() => {
    const heading = document.createElement('h2');
    heading.id = 'p-heading';
    heading.textContent = 'عنوان';
    document.querySelector('[id^=p-]')?.before(heading);
  });
  await page.keyboard.press('j');
  await expect(page.locator('#p-heading')).toBeFocused();
  const link = page.getByRole('button', { name: 'Copy link to heading' });
  // Fetched with the first focus.
  await expect(link).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(link).toBeFocused();
});
