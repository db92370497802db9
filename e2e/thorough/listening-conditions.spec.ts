import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { commentForm, expect } from '../fixtures.ts';
import { listening, open, path, playerIn, test, words } from '../listening.ts';
import { endUtterance, failUtterance, fakeSpeech, isSpeaking, noSpeech, spoken, voices } from '../speech.ts';

const { leila, maged, amelie, daniel } = voices;

for (const language of ['ar', 'en'] as const) {
  test(`a device without an Arabic voice says so and reads nothing, in ${language}`, async ({ page }) => {
    await fakeSpeech(page, [daniel, amelie]);
    const { listen, status, said, bar, stop } = await open(page, language);
    await listen.click();
    await expect(status).toContainText(said.none);
    await expect(bar.getByRole('button')).toHaveCount(1);
    expect(await spoken(page)).toEqual([]);
    await stop.click();
    await expect(bar).toHaveCount(0);
  });
}

test('the browser itself, which has no voice here, is told as plainly', async ({ page }) => {
  const { listen, status, said } = await open(page);
  await listen.click();
  expect(
    await page.evaluate(() => speechSynthesis.getVoices().filter(({ lang }) => lang.startsWith('ar'))),
  ).toEqual([]);
  await expect(status).toContainText(said.none);
});

test('a browser without speech shows no way to it', async ({ page }) => {
  await noSpeech(page);
  const { listen } = await open(page);
  await expect(listen).toHaveCount(0);
});

test('a page without script shows no way to it either, and what comes with script moves nothing', async ({
  page,
  browser,
  site,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  const plain = await context.newPage();
  await plain.goto(`${site.url}/ar${path}`);
  await expect(plain.getByText(words.ar.listen, { exact: true })).toHaveCount(0);
  const before = await plain.locator('article p').nth(2).boundingBox();
  await context.close();
  await fakeSpeech(page, [leila]);
  const { listen } = await open(page);
  await expect(listen).toBeVisible();
  expect((await page.locator('article p').nth(2).boundingBox())?.y).toBe(before?.y);
});

test('leaving the article ends it', async ({ page }) => {
  await fakeSpeech(page, [leila]);
  const { bar } = await listening(page);
  await page.getByRole('banner').getByRole('link', { name: 'رواق', exact: true }).click();
  await expect(page).toHaveURL(/\/ar\/$/);
  await expect(bar).toHaveCount(0);
  expect(await isSpeaking(page)).toBe(false);
  expect(await page.evaluate(() => getComputedStyle(document.body).paddingBlockEnd)).toBe('0px');
});

test('a page that goes, or is kept for «back», is silent', async ({ page }) => {
  await fakeSpeech(page, [leila]);
  const { resume } = await listening(page);
  await page.evaluate(() => dispatchEvent(new Event('pagehide')));
  await expect(resume).toBeVisible();
  expect(await isSpeaking(page)).toBe(false);
});

test('a switch of language breaks nothing off, and the player speaks the new one', async ({ page }) => {
  await fakeSpeech(page, [leila]);
  await listening(page);
  await endUtterance(page);
  await page.getByRole('link', { name: 'English' }).click();
  const english = playerIn(page, 'en');
  await expect(english.pause).toBeVisible();
  await expect(english.marked).toHaveText('حكاية درب قديم في الجبل.');
  expect(await isSpeaking(page)).toBe(true);
  expect(await spoken(page)).toHaveLength(2);
  await expect(english.speed.locator('option').nth(2)).toHaveText('1.25×');
});

test('another page of the site that begins to read silences this one', async ({ page, context }) => {
  await fakeSpeech(page, [leila]);
  const { resume } = await listening(page);
  const other = await context.newPage();
  await fakeSpeech(other, [leila]);
  await listening(other);
  await expect(resume).toBeVisible();
  expect(await isSpeaking(page)).toBe(false);
  expect(await isSpeaking(other)).toBe(true);
});

test('a voice that breaks off is said, and can be tried again', async ({ page }) => {
  await fakeSpeech(page, [leila]);
  const { bar, status, pause } = await listening(page);
  await failUtterance(page, 'network');
  await expect(status).toHaveText('انقطع الصوت.');
  await bar.getByRole('button', { name: 'إعادة المحاولة' }).click();
  await expect(pause).toBeVisible();
  await expect.poll(() => isSpeaking(page)).toBe(true);
});

for (const missing of ['listen-player', 'late-ar'])
  test(`a player whose ${missing} does not come says so, and the next press tries again`, async ({
    page,
    expectedErrors,
  }) => {
    expectedErrors.push(/ERR_FAILED/);
    await fakeSpeech(page, [leila]);
    await page.route(new RegExp(missing), (route) => route.abort());
    const { listen, pause } = await open(page);
    await listen.click();
    await expect(page.getByRole('alert')).toHaveText('لم يصل ردّ من الموقع. قد تكون الشبكة مقطوعة.');
    await page.unroute(new RegExp(missing));
    await listen.click();
    await expect(pause).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

test('what is read is brought into view above the bar, unless the reader looks elsewhere', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 480 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await fakeSpeech(page, [leila]);
  const { bar, marked, next } = await listening(page);
  for (let part = 1; part < 5; part += 1) await next.click();
  await expect(marked).toHaveText(/^وصل القوم/);
  const covered = async () => {
    const [text, over] = [await marked.boundingBox(), await bar.boundingBox()];
    return (text?.y ?? 0) + 40 > (over?.y ?? 0) || (text?.y ?? 0) < 0;
  };
  await expect.poll(covered).toBe(false);
  await page.mouse.move(200, 200);
  await page.mouse.wheel(0, -5000);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await endUtterance(page);
  await endUtterance(page);
  await expect(marked).toHaveText(/الدرب لمن يمشي/);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

/** A phone on which the text and the comment box do not fit together, and where nothing glides. */
async function smallAndStill(page: Page) {
  await page.setViewportSize({ width: 390, height: 480 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await fakeSpeech(page, [leila]);
  return listening(page);
}

/** Whether the page stands where it stood when the voice has gone on by a paragraph. */
async function staysFor(page: Page, marked: Locator): Promise<boolean> {
  const before = await page.evaluate(() => scrollY);
  const text = await marked.textContent();
  await expect.poll(() => isSpeaking(page)).toBe(true);
  await endUtterance(page);
  await expect(marked).not.toHaveText(text ?? '');
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return (await page.evaluate(() => scrollY)) === before;
}

test('the page stays with a reader who writes or walks by key, until the player is asked', async ({
  page,
}) => {
  const { marked, next } = await smallAndStill(page);
  const box = commentForm(page).text;
  await page.keyboard.press('c');
  await expect(box).toBeFocused();
  expect(await staysFor(page, marked)).toBe(true);
  await page.keyboard.type('كلام');
  expect(await staysFor(page, marked)).toBe(true);
  await next.click();
  await expect(marked).toBeInViewport();
});

test('a control reached by Tab holds the page as well; one that is left holds it no more', async ({
  page,
}) => {
  const { marked } = await smallAndStill(page);
  await page.locator('footer a').last().focus();
  expect(await staysFor(page, marked)).toBe(true);
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  expect(await staysFor(page, marked)).toBe(false);
  await expect(marked).toBeInViewport();
});

test('an open dialog holds the page', async ({ page }) => {
  const { marked } = await smallAndStill(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  expect(await staysFor(page, marked)).toBe(true);
});

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 640, height: 400 },
])
  test(`what the focus goes to by key is not under the bar, ${viewport.width} wide`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await fakeSpeech(page, [leila]);
    const { bar } = await listening(page);
    const box = commentForm(page).text;
    // Half of it under the bar: in view, as a browser has it.
    const off = () =>
      box.evaluate((field) => {
        const way = field.getBoundingClientRect().bottom - innerHeight;
        scrollBy(0, way);
        return Math.abs(way);
      });
    // Once the page has settled.
    await expect.poll(off, { intervals: [300] }).toBeLessThan(1);
    await page.keyboard.press('c');
    await expect(box).toBeFocused();
    const room = async () => {
      const [field, over] = [await box.boundingBox(), await bar.boundingBox()];
      return (over?.y ?? 0) - ((field?.y ?? 0) + (field?.height ?? 0));
    };
    await expect.poll(room).toBeGreaterThanOrEqual(-1);
  });

test('the page’s end can be scrolled out from under the bar', async ({ page }) => {
  await fakeSpeech(page, [leila]);
  const { bar } = await listening(page);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const end = async () => {
    const [footer, over] = [await page.locator('footer').last().boundingBox(), await bar.boundingBox()];
    return (over?.y ?? 0) - ((footer?.y ?? 0) + (footer?.height ?? 0));
  };
  await expect.poll(end).toBeGreaterThanOrEqual(-1);
});

test('the controls run as the page does, and the sign of sound keeps its side', async ({ page }) => {
  await fakeSpeech(page, [leila]);
  for (const [language, sign] of [
    ['ar', -1],
    ['en', 1],
  ] as const) {
    const { previous, next, pause } = await listening(page, language);
    const [before, after] = [await previous.boundingBox(), await next.boundingBox()];
    expect(Math.sign((after?.x ?? 0) - (before?.x ?? 0))).toBe(sign);
    const scaleOf = (button: typeof next) =>
      button.locator('svg').evaluate((svg) => getComputedStyle(svg).scale);
    expect(await scaleOf(next)).toBe(language === 'ar' ? '-1 1' : 'none');
    expect(await scaleOf(pause)).toBe('none');
  }
});

for (const theme of ['light', 'sepia', 'dark'] as const) {
  test(`axe finds nothing with the player open, ${theme}`, async ({ page }) => {
    await page.addInitScript(
      (chosen) => localStorage.setItem('riwaq.reading', JSON.stringify({ theme: chosen })),
      theme,
    );
    await fakeSpeech(page, [leila, maged]);
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    for (const language of ['ar', 'en'] as const) {
      await listening(page, language);
      expect((await new AxeBuilder({ page }).withTags(tags).analyze()).violations).toEqual([]);
    }
  });
}
