import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import {
  address,
  arabicSlug,
  copied,
  englishSlug,
  expect,
  open,
  publicUrl,
  row,
  select,
  takenOver,
  test,
  toolbar,
} from './vowelled-paper.ts';

const control = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

test('a passage is copied as a quotation with its source', async ({ page }) => {
  await open(page, address('ar', arabicSlug));
  await select(page, 'وَيَقُولُ لِتِلْمِيذِهِ: «الخَطُّ لِسَانُ اليَدِ»');
  await toolbar(page).getByRole('button', { name: 'نسخ الاقتباس' }).click();
  await expect(toolbar(page).getByRole('button', { name: 'نُسخ الاقتباس' })).toBeVisible();
  // The button says it to whoever sees: what is said besides is heard, and lies over nothing.
  const said = page.getByRole('status').filter({ hasText: 'نُسخ الاقتباس' });
  await expect(said).toHaveClass('visually-hidden');
  const [words, source, link, ...rest] = (await copied(page)).split('\n');
  expect(words).toBe('«وَيَقُولُ لِتِلْمِيذِهِ: ‹الخَطُّ لِسَانُ اليَدِ›»');
  expect(source).toMatch(/^«بَيَانُ الحُرُوفِ»، رواق، [٠-٩]+ .+ [٠-٩]{4}$/);
  expect(link).toMatch(new RegExp(`^${publicUrl}/ar/articles/[%0-9A-F-]+#p-\\w+:~:text=[%0-9A-Za-z]+$`));
  expect(rest).toEqual([]);
  const html = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item?.getType('text/html'))?.text();
  });
  expect(html).toMatch(/<blockquote[^>]* lang="ar" dir="rtl"/);
  expect(words + String(source) + String(html)).not.toMatch(control);
});

test('what is cut in its words is quoted in whole ones', async ({ page }) => {
  await open(page, address('ar', englishSlug));
  await select(page, 'oy sent out for ty');
  await toolbar(page).getByRole('button', { name: 'نسخ الاقتباس' }).click();
  await expect(toolbar(page).getByRole('button', { name: 'نُسخ الاقتباس' })).toBeVisible();
  expect(await copied(page)).toMatch(/^“boy sent out for type”\n/);
});

test('in the marks and names of the article’s language, whatever the interface speaks', async ({ page }) => {
  await open(page, address('ar', englishSlug));
  await select(page, 'A boy sent out for type', 'The trade had come down');
  await toolbar(page).getByRole('button', { name: 'نسخ الاقتباس' }).click();
  await expect(toolbar(page).getByRole('button', { name: 'نُسخ الاقتباس' })).toBeVisible();
  const [first, second, source] = (await copied(page)).split('\n');
  expect(first).toMatch(/^“A boy sent out for type/);
  expect(second).toBe('The trade had come down”');
  expect(source).toMatch(/^“The Printing Houses of Old Beirut”, رواق, \d+ \w+ \d{4}$/);
});

/** How much of the page is drawn in the colour of a passage that was linked to. */
async function markedPixels(page: Page): Promise<number> {
  const picture = (await page.screenshot()).toString('base64');
  const blank = await page.context().newPage();
  const count = await blank.evaluate(async (data) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [];
    let found = 0;
    for (let at = 0; at < pixels.length; at += 4)
      if (pixels[at] === 0xde && pixels[at + 1] === 0xd6 && pixels[at + 2] === 0xc6) found += 1;
    return found;
  }, picture);
  await blank.close();
  return count;
}

async function linkTo(page: Page, words: string, until = words): Promise<string> {
  await select(page, words, until);
  await toolbar(page).getByRole('button', { name: 'نسخ رابط المقطع' }).click();
  await expect(toolbar(page).getByRole('button', { name: 'نُسخ رابط المقطع' })).toBeVisible();
  return (await copied(page)).replace(publicUrl, '');
}

test('a link to a passage leads to it and marks it; with vowel marks hidden it is the same link', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 420 });
  await open(page, address('ar', arabicSlug));
  // The same words stand in the block before.
  const short = await linkTo(page, 'السُّوقِ لَا يُغْلَقُ، وَالحُرُوفُ'.slice(0, 20));
  const twice = await linkTo(page, 'فَبَابُ السُّوقِ لَا يُغْلَقُ', 'الرَّصَاصِ');
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (node instanceof Text)
        node.data = node.data.replace(/[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/g, '');
  });
  // The tools of the passage before have gone: what is pressed next is of this one.
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await expect(toolbar(page)).toHaveCount(0);
  expect(await linkTo(page, 'فباب السوق لا يغلق', 'الرصاص')).toBe(twice);

  for (const [link, words] of [
    [short, 'السُّوقِ لَا يُغْلَقُ'],
    [twice, 'فَبَابُ السُّوقِ'],
  ] as const) {
    const fresh = await page.context().newPage();
    await fresh.setViewportSize({ width: 390, height: 420 });
    await fresh.goto(link);
    await takenOver(fresh);
    const block = fresh.locator(link.match(/#p-\w+/)?.[0] ?? '');
    await expect(block).toBeInViewport();
    await expect(block).toContainText(words);
    await expect.poll(() => markedPixels(fresh)).toBeGreaterThan(500);
    await fresh.close();
  }
  const plain = await page.context().newPage();
  await plain.setViewportSize({ width: 390, height: 420 });
  await plain.goto(short.split(':~:')[0] ?? '');
  await takenOver(plain);
  expect(await markedPixels(plain)).toBeLessThan(500);
  await plain.close();
});

test('the keyboard goes from the selection into its tools, on from them, and puts them away', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, address('ar', arabicSlug));
  await select(page, 'الخَطُّ');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(page.getByRole('status').filter({ hasText: 'Tab' })).toBeAttached();
  await page.keyboard.press('Tab');
  await expect(toolbar(page).getByRole('button', { name: 'نسخ الاقتباس' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(toolbar(page).getByRole('button', { name: 'نُسخ رابط المقطع' })).toBeFocused();
  // Past the last of them the text goes on: what comes next is the row under it.
  await page.keyboard.press('Tab');
  await expect(row(page).getByRole('link', { name: 'واتساب' })).toBeFocused();

  await select(page, 'الحِبْرُ');
  await expect(toolbar(page).getByRole('button', { name: 'نسخ رابط المقطع' })).toBeVisible();
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press('Tab');
  await expect(toolbar(page).getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(toolbar(page)).toHaveCount(0);
  expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/^p-/);
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('الحِبْرُ');

  await select(page, 'القَدِيمِ');
  await expect(toolbar(page)).toBeVisible();
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await expect(toolbar(page)).toHaveCount(0);
});

test('words outside the article call no tools', async ({ page }) => {
  await open(page, address('ar', arabicSlug));
  await select(page, 'الحِبْرُ');
  await expect(toolbar(page)).toBeVisible();
  await page.evaluate(() => {
    const footer = document.querySelector('footer:last-of-type, [role=contentinfo]');
    if (footer !== null) getSelection()?.selectAllChildren(footer);
  });
  await expect(toolbar(page)).toHaveCount(0);
});

for (const [lang, slug, words] of [
  ['ar', arabicSlug, 'وَفِي السُّوقِ'],
  ['en', englishSlug, 'The trade had come'],
] as const) {
  test(`the tools stand beside the words and within the window in ${lang}`, async ({ page }) => {
    await open(page, address(lang, slug));
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 700 });
      await page.evaluate(() => getSelection()?.removeAllRanges());
      await expect(toolbar(page, lang)).toHaveCount(0);
      await select(page, words);
      const box = await toolbar(page, lang).boundingBox();
      const range = await page.evaluate(() => getSelection()?.getRangeAt(0).getBoundingClientRect().toJSON());
      if (box === null) throw new Error('no toolbar');
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y >= range.bottom || box.y + box.height <= range.top).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    await expect(toolbar(page, lang)).toBeVisible();
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations).toEqual([]);
  });
}

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true });

  test('they stand at the end of the window, away from the system’s own', async ({ page }) => {
    await open(page, address('ar', arabicSlug));
    await select(page, 'الحِبْرُ');
    await expect(toolbar(page)).toBeVisible();
    const box = await toolbar(page).boundingBox();
    expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(844);
    await toolbar(page).getByRole('button', { name: 'نسخ رابط المقطع' }).tap();
    await expect(toolbar(page).getByRole('button', { name: 'نُسخ رابط المقطع' })).toBeVisible();
    expect(await copied(page)).toContain('#p-');
  });
});
