import type { Page } from '@playwright/test';
import { expect, takenOver } from '../fixtures.ts';
import { playerIn } from '../listening.ts';
import { fakeSpeech, voices } from '../speech.ts';
import { test } from './long-site.ts';

const offer = (page: Page) => page.getByRole('button', { name: 'متابعة القراءة' });
const stored = (page: Page) => page.evaluate(() => localStorage.getItem('riwaq.places'));

async function articlePath(page: Page): Promise<string> {
  const answer: { items: { slug: string }[] } = await (await page.request.get('/api/articles')).json();
  return `/ar/articles/${encodeURIComponent(answer.items[0]?.slug ?? '')}`;
}

const paragraphs = (page: Page) => page.getByRole('main').locator('p[id^="p-"]');

/** Reads on to a paragraph, that stands then at the reading line, a third down the screen. */
async function readTo(page: Page, index: number): Promise<void> {
  await paragraphs(page)
    .nth(index)
    .evaluate(
      (element) =>
        new Promise<void>((done) => {
          addEventListener('scroll', () => done(), { once: true });
          scrollBy(0, element.getBoundingClientRect().top - innerHeight / 3 + 1);
        }),
    );
}

/** Opens an article, reads to its middle and leaves the site. */
async function readHalf(page: Page): Promise<string> {
  const path = await articlePath(page);
  await page.goto(path);
  await takenOver(page);
  await readTo(page, 3);
  await readTo(page, 20);
  await expect.poll(() => stored(page)).not.toBeNull();
  await page.goto('about:blank');
  return path;
}

/** How far a paragraph's first line is from the reading line. */
const offLine = (page: Page, index: number) =>
  paragraphs(page)
    .nth(index)
    .evaluate((element) => element.getBoundingClientRect().top - innerHeight / 3);

test('a place is offered on the next visit, said and reachable, and led to with the focus', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const path = await readHalf(page);
  await page.goto(path);
  await expect(offer(page)).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /توقّفت القراءة عند [٠-٩]+[٪%]/ })).toHaveCount(1);
  // Before the text, in the order of Tab.
  expect(
    await offer(page).evaluate((button) => {
      const text = document.querySelector('main article');
      return text !== null && (button.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
    }),
  ).toBe(true);
  await offer(page).press('Enter');
  await expect(paragraphs(page).nth(20)).toBeFocused();
  expect(Math.abs(await offLine(page, 20))).toBeLessThanOrEqual(2);
  await expect(offer(page)).toHaveCount(0);
});

test('it is the same words on another screen, at another size', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const path = await readHalf(page);
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.goto(path);
  await offer(page).click();
  await expect(paragraphs(page).nth(20)).toBeFocused();
  expect(Math.abs(await offLine(page, 20))).toBeLessThanOrEqual(2);
});

test('the way there is smooth where motion is wanted, and ends there', async ({ page }) => {
  const path = await readHalf(page);
  await page.goto(path);
  await offer(page).click();
  await expect.poll(async () => Math.abs(await offLine(page, 20))).toBeLessThanOrEqual(2);
  await expect(paragraphs(page).nth(20)).toBeFocused();
});

test('nothing moves when it is offered', async ({ page }) => {
  const path = await readHalf(page);
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route('**/assets/late-ar-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(path);
  await takenOver(page);
  await page.evaluate(async () => {
    await document.fonts.ready;
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if ('value' in entry)
          Object.assign(window, { shift: Number(Reflect.get(window, 'shift')) + Number(entry.value) });
    }).observe({ type: 'layout-shift' });
  });
  release();
  await expect(offer(page)).toBeVisible();
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => Number(Reflect.get(window, 'shift')))).toBe(0);
});

test('who reads on, closes it or presses Escape has it no more', async ({ page }) => {
  const path = await readHalf(page);
  await page.goto(path);
  await expect(offer(page)).toBeVisible();
  await page.evaluate(() => scrollTo(0, 600));
  await expect(offer(page)).toHaveCount(0);
  // Reading on from the beginning is no wish to lose the place.
  await page.goto('about:blank');
  await page.goto(path);
  await offer(page).focus();
  await page.keyboard.press('Escape');
  await expect(offer(page)).toHaveCount(0);
  // The button that had the focus is gone; the next Tab goes on from the article.
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  expect(await stored(page)).toBe('[]');
  await page.goto('about:blank');
  await page.goto(path);
  await takenOver(page);
  await page.waitForTimeout(500);
  await expect(offer(page)).toHaveCount(0);
});

test('none is offered to whoever comes to a certain line, is led back, or has read to the end', async ({
  page,
}) => {
  const path = await readHalf(page);
  const kept = await stored(await openAt(page, path));
  const id = await paragraphs(page).nth(10).getAttribute('id');
  await page.goto('about:blank');
  await page.goto(`${path}#${id}`);
  await takenOver(page);
  await page.waitForTimeout(500);
  await expect(offer(page)).toHaveCount(0);
  expect(kept).not.toBeNull();
  await readTo(page, 12);
  await page.reload();
  await takenOver(page);
  await page.waitForTimeout(500);
  await expect(offer(page)).toHaveCount(0);
  await readTo(page, 39);
  await expect.poll(() => stored(page)).toBe('[]');
  await readTo(page, 15);
  await page.goto('about:blank');
  await openAt(page, path);
  await page.waitForTimeout(500);
  expect(await stored(page)).toBe('[]');
  await expect(offer(page)).toHaveCount(0);
});

test('who has only looked at the end keeps a place when reading on from above', async ({ page }) => {
  await openAt(page, await articlePath(page));
  await readTo(page, 3);
  await readTo(page, 5);
  await expect.poll(() => stored(page)).not.toBeNull();
  await readTo(page, 39);
  await expect.poll(() => stored(page)).toBe('[]');
  await readTo(page, 5);
  await readTo(page, 12);
  const id = await paragraphs(page).nth(12).getAttribute('id');
  await expect.poll(() => stored(page)).toContain(id);
});

test('the offer stands above the player, and what the focus goes to above both', async ({ page }) => {
  await fakeSpeech(page, [voices.leila]);
  await page.goto(await readHalf(page));
  await expect(offer(page)).toBeVisible();
  const { listen, bar, pause } = playerIn(page);
  await listen.click();
  await expect(pause).toBeVisible();
  const room = async () => {
    const [above, below] = [await offer(page).boundingBox(), await bar.boundingBox()];
    return (below?.y ?? 0) - ((above?.y ?? 0) + (above?.height ?? 0));
  };
  await expect.poll(room).toBeGreaterThan(0);
  const padding = () =>
    page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockEnd));
  const top = (await offer(page).boundingBox())?.y ?? 0;
  await expect.poll(padding).toBeGreaterThan(844 - top);
  await page.getByRole('status').getByRole('button', { name: 'إغلاق' }).click();
  await expect(offer(page)).toHaveCount(0);
  await expect.poll(padding).toBe((await bar.boundingBox())?.height ?? 0);
});

async function openAt(page: Page, path: string): Promise<Page> {
  await page.goto(path);
  await takenOver(page);
  return page;
}

test('within a visit a link offers it, and going back shows the page as it was left', async ({ page }) => {
  await page.goto('/ar/');
  await takenOver(page);
  const link = page.getByRole('main').getByRole('article').getByRole('heading').getByRole('link').first();
  await link.click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await readTo(page, 8);
  await expect.poll(() => stored(page)).not.toBeNull();
  await readTo(page, 20);
  const id = await paragraphs(page).nth(20).getAttribute('id');
  await page.goBack();
  await expect(link).toBeFocused();
  // What was read in the last second before is not lost.
  expect(await stored(page)).toContain(id);
  await link.click();
  await expect(offer(page)).toBeVisible();
  await page.goBack();
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.waitForTimeout(500);
  await expect(offer(page)).toHaveCount(0);
});

test('a first screen is no place; nothing is fetched for a visit that does not scroll', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await openAt(page, await articlePath(page));
  await page.waitForTimeout(500);
  expect(scripts.filter((url) => /place-in-text/.test(url))).toEqual([]);
  await readTo(page, 2);
  await expect.poll(() => scripts.filter((url) => /place-in-text/.test(url))).toHaveLength(1);
  await page.waitForTimeout(1_500);
  expect(await stored(page)).toBeNull();
});

test('where storage is denied nothing breaks and nothing is said', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    }),
  );
  await openAt(page, await articlePath(page));
  await readTo(page, 3);
  await readTo(page, 20);
  await page.waitForTimeout(1_300);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('what does not come is not missed: without its words nothing is offered', async ({
  page,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_FAILED/);
  const path = await readHalf(page);
  await page.route('**/assets/late-ar-*.js', (route) => route.abort());
  await openAt(page, path);
  await page.waitForTimeout(500);
  await expect(offer(page)).toHaveCount(0);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('the offer turns with the language', async ({ page }) => {
  const path = await readHalf(page);
  await page.goto(path);
  await expect(offer(page)).toBeVisible();
  await page.getByRole('link', { name: 'English' }).dispatchEvent('click');
  await expect(page.getByRole('button', { name: 'Continue reading' })).toBeVisible();
  await expect(
    page.getByRole('status').filter({ hasText: /Reading stopped at \d+% of the article/ }),
  ).toHaveCount(1);
});

test('the bar follows the reader also where the browser has no timeline of scrolling', async ({ page }) => {
  await page.addInitScript(() => {
    const supports = CSS.supports.bind(CSS);
    CSS.supports = (...args: [string]) => !/animation-timeline/.test(args[0]) && supports(...args);
  });
  await openAt(page, await articlePath(page));
  await readTo(page, 3);
  const bar = page.locator('[class*="reading-progress"]');
  const share = () => bar.evaluate((element) => Number(getComputedStyle(element).scale.split(' ')[0]));
  await expect.poll(share).toBeGreaterThan(0);
  const before = await share();
  await readTo(page, 20);
  await expect.poll(share).toBeGreaterThan(before);
  await readTo(page, 39);
  await expect.poll(share).toBe(1);
  // From the inline start on.
  const box = await bar.boundingBox();
  expect(box?.width).toBe(390);
});
