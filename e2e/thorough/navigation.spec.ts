import type { Page } from '@playwright/test';
import { post } from '../conversation.ts';
import { expect, takenOver } from '../fixtures.ts';
import { follow, headline, openList, place, scroll, stories, test } from './long-site.ts';

const slugOf = (link: string) => decodeURIComponent(link.split('/').at(-1) ?? '');
const spoken = (page: Page) => page.locator('#spoken');

test.describe('arriving at a page', () => {
  test('the focus goes to its heading and its title is said; the first page takes neither', async ({
    page,
  }) => {
    await page.goto('/ar/');
    await takenOver(page);
    await expect(spoken(page)).toHaveText('');
    await expect(page.locator('body')).toBeFocused();
    await stories(page).nth(1).press('Enter');
    await expect(headline(page)).toBeFocused();
    const title = await headline(page).innerText();
    await expect(spoken(page)).toHaveText(`${title} – رواق`);
    await page.getByRole('banner').getByRole('link', { name: 'رواق' }).press('Enter');
    await expect(headline(page)).toBeFocused();
    await expect(headline(page)).toHaveText('أحدث المواد');
    await expect(spoken(page)).toHaveText('رواق');
  });

  test('whoever goes back is at the link they had followed, where they had left it', async ({ page }) => {
    await openList(page);
    await scroll(page, 1_234);
    await follow(page, 8);
    await page.goBack();
    await expect(stories(page).nth(8)).toBeFocused();
    await expect(spoken(page)).toHaveText('رواق');
    expect(await place(page)).toBe(1_234);
    await page.goForward();
    await expect(headline(page)).toBeFocused();
  });

  test('what is older has a heading of its own', async ({ page }) => {
    await page.goto('/ar/');
    await takenOver(page);
    await page.getByRole('main').getByRole('link', { name: 'المزيد' }).press('Enter');
    await expect(page).toHaveURL(/after=/);
    await expect(headline(page)).toBeFocused();
  });

  test('a switch of language, and back over it, leaves the focus alone', async ({ page }) => {
    await page.goto('/ar/');
    await takenOver(page);
    await page.getByRole('link', { name: 'English' }).press('Enter');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.goBack();
    await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
    await page.waitForTimeout(200);
    await expect(page.getByRole('link', { name: 'English' })).toBeFocused();
    await expect(spoken(page)).toHaveText('');
  });

  test('a reader already at work in the new page is left there', async ({ page }) => {
    await page.goto('/ar/');
    await takenOver(page);
    let release = () => {};
    const held = new Promise<void>((done) => (release = done));
    await page.route('**/assets/arrival-*.js', async (route) => {
      await held;
      await route.continue();
    });
    await stories(page).nth(1).dispatchEvent('click');
    const text = page.getByLabel('التعليق', { exact: true });
    await text.focus();
    release();
    await expect(spoken(page)).not.toHaveText('');
    await expect(text).toBeFocused();
  });
});

test.describe('fetching ahead', () => {
  const articleCalls = (calls: string[]) =>
    calls.filter((call) => /^GET \/api\/articles\/[^/?]+$/.test(call));

  test('a headline pointed at is fetched once, and followed asks for nothing more', async ({
    page,
    apiCalls,
  }) => {
    await page.goto('/ar/');
    await takenOver(page);
    const link = stories(page).first();
    await link.hover();
    await expect.poll(() => articleCalls(apiCalls)).toHaveLength(1);
    await page.mouse.move(0, 0);
    await link.hover();
    await page.waitForTimeout(300);
    await link.click();
    await expect(headline(page)).toBeFocused();
    expect(articleCalls(apiCalls)).toHaveLength(1);
    await page.waitForTimeout(300);
    expect(articleCalls(apiCalls)).toHaveLength(1);
  });

  test('a headline that the keyboard rests on is fetched; one passed over is not', async ({
    page,
    apiCalls,
  }) => {
    await page.goto('/ar/');
    await takenOver(page);
    await stories(page).first().focus();
    await expect.poll(() => articleCalls(apiCalls)).toHaveLength(1);
    // Passed over in one go: no time goes by between.
    await stories(page).evaluateAll((links) => {
      for (const link of links.slice(1, 9)) if (link instanceof HTMLElement) link.focus();
    });
    await expect.poll(() => articleCalls(apiCalls)).toHaveLength(2);
    await page.waitForTimeout(300);
    expect(articleCalls(apiCalls)).toHaveLength(2);
  });

  for (const connection of [{ saveData: true }, { effectiveType: '2g' }, { effectiveType: 'slow-2g' }]) {
    test(`nothing is with ${JSON.stringify(connection)}`, async ({ page, apiCalls }) => {
      await page.addInitScript(
        (value) => Object.defineProperty(navigator, 'connection', { value }),
        connection,
      );
      await page.goto('/ar/');
      await takenOver(page);
      await stories(page).first().hover();
      await page.waitForTimeout(500);
      expect(apiCalls).toEqual([]);
    });
  }

  test('a page that cannot be had ahead is had when it is gone to', async ({
    page,
    apiCalls,
    expectedErrors,
  }) => {
    expectedErrors.push(/503/);
    await page.goto('/ar/');
    await takenOver(page);
    await page.route('**/api/articles/*', (route) => route.fulfill({ status: 503, body: '' }), { times: 3 });
    await stories(page).first().hover();
    await expect.poll(() => articleCalls(apiCalls), { timeout: 15_000 }).toHaveLength(3);
    await stories(page).first().click();
    await expect(headline(page)).toBeFocused();
  });
});

test('what is more of a list is not fetched ahead: it would show before it is asked for', async ({
  page,
  apiCalls,
}) => {
  await page.goto('/ar/');
  const link = (await stories(page).first().getAttribute('href')) ?? '';
  const slug = slugOf(link);
  const id = await post(page.request, slug, { text: 'يُجاب عنه كثيراً' });
  for (let at = 0; at < 22; at += 1) await post(page.request, slug, { text: `جواب ${at}`, parentId: id });
  await page.goto(link);
  await takenOver(page);
  const more = page.locator(`#comment-${id}`).getByRole('link', { name: 'المزيد من الردود' });
  await more.focus();
  await page.waitForTimeout(600);
  await expect(more).toBeFocused();
  expect(apiCalls.filter((call) => call.includes('replies'))).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.locator(`#comment-${id} article`)).toHaveCount(22);
  await expect(page.locator(`#comment-${id} ol > li`).nth(20)).toBeFocused();
});

test.describe('from page to page', () => {
  const transitions = (page: Page) => page.evaluate(() => Number(Reflect.get(window, 'transitions')));
  test.beforeEach(({ page }) =>
    page.addInitScript(() => {
      const start = Document.prototype.startViewTransition;
      Object.assign(window, { transitions: 0, longest: 0 });
      Document.prototype.startViewTransition = function (...args) {
        Object.assign(window, { transitions: Number(Reflect.get(window, 'transitions')) + 1 });
        const transition = start.apply(this, args);
        void transition.ready.then(() => {
          const times = document
            .getAnimations()
            .map(({ effect }) => effect)
            .filter((effect) => effect instanceof KeyframeEffect)
            .filter(({ pseudoElement }) => pseudoElement?.startsWith('::view-transition'))
            .map((effect) => Number(effect.getTiming().duration));
          Object.assign(window, { longest: Math.max(0, ...times) });
        });
        return transition;
      };
    }),
  );
  const longest = (page: Page) => page.evaluate(() => Number(Reflect.get(window, 'longest')));

  test('the view fades, briefly; a switch of language does not', async ({ page }) => {
    await page.goto('/ar/');
    await takenOver(page);
    await follow(page, 1);
    expect(await transitions(page)).toBe(1);
    expect(await longest(page)).toBe(160);
    await page.getByRole('link', { name: 'English' }).dispatchEvent('click');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    expect(await transitions(page)).toBe(1);
  });

  test('another order of the comments is the same page', async ({ page }) => {
    await page.goto('/ar/');
    const link = (await stories(page).first().getAttribute('href')) ?? '';
    for (const text of ['أوّل', 'ثانٍ']) await post(page.request, slugOf(link), { text });
    await page.goto(link);
    await takenOver(page);
    await page.getByRole('link', { name: 'الأقدم' }).click();
    await expect(page.getByRole('link', { name: 'الأقدم' })).toHaveAttribute('aria-current', 'true');
    expect(await transitions(page)).toBe(0);
  });

  test('not for readers who want no motion', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto('/ar/');
    await takenOver(page);
    await follow(page, 1);
    expect(await longest(page)).toBe(0);
  });
});
