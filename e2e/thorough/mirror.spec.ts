import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { languageCodes, languages, type LanguageCode } from '#contract/languages';
import { paths } from '#contract/paths';
import { expect, takenOver, test } from '../fixtures.ts';
import { boxesAt, mirrorFaults, neutralise, pseudoTexts, type Box } from '../mirrored.ts';
import { roomFaults } from '../page-checks.ts';
import { SiteProcess } from '../site-process.ts';
import { fakeSpeech, voices } from '../speech.ts';

let demo: SiteProcess;
let slug: string;
test.beforeAll(async () => {
  demo = await SiteProcess.start({ SEED: 'demo' });
  const { items }: { items: { slug: string; comments: { count: number } }[] } = await (
    await fetch(`${demo.url}/api/articles?limit=100`)
  ).json();
  slug = items.toSorted((one, other) => other.comments.count - one.comments.count)[0]?.slug ?? '';
});
test.afterAll(() => demo.stop());

const open = async (page: Page, path: string) => {
  await page.goto(demo.url + path);
  await takenOver(page);
  // The last that comes by itself.
  await page.locator('[class*=kept-notice]').waitFor({ state: 'attached' });
};

/** The article with its conversation, and a box for a reply open in it. */
async function openArticle(page: Page, code: LanguageCode) {
  await open(page, paths.article(code, slug));
  // What comes with script when it is come near to.
  await page.locator('#share').scrollIntoViewIfNeeded();
  await page.locator('#share button').first().waitFor();
  await page.locator('#comments').scrollIntoViewIfNeeded();
  await page.locator('#comments form input[type=checkbox]').first().waitFor();
  await page.locator('#comments article button[name=reply]').first().click();
  await page.locator('#comments article form input[type=checkbox]').waitFor();
}

async function openSettings(page: Page, code: LanguageCode) {
  await open(page, paths.front(code));
  await page.locator('[data-shortcut=settings]').click();
  await page.getByRole('dialog').waitFor();
}

/** Takes away names of months, which Arabic alone has several of. */
async function takeAway(page: Page) {
  await page
    .getByRole('dialog')
    .locator('fieldset:has(> div > :nth-child(6)) label:not(:first-child, :last-child)')
    .evaluateAll((labels) => {
      for (const label of labels) label.remove();
    });
}

const pages: Record<string, (page: Page, code: LanguageCode) => Promise<void>> = {
  front: (page, code) => open(page, paths.front(code)),
  section: (page, code) => open(page, paths.section(code, 'science')),
  article: openArticle,
  search: (page, code) => open(page, paths.search(code, 'الكتاب')),
  'nothing found': (page, code) => open(page, paths.search(code, 'xyzzy')),
  // Of the demo's pages one whose marks are the same in all languages.
  'a page of the site': (page, code) => open(page, paths.page(code, 'comment-rules')),
  404: (page, code) => open(page, `/${code}/nowhere`),
  offline: (page, code) => open(page, paths.offline(code)),
  settings: openSettings,
};
const widths = [360, 768, 1280];

/** Boxes of a page in both directions at each width; `spoil` is done to both before they are measured. */
async function bothWays(page: Page, name: string, spoil?: (page: Page) => Promise<void>) {
  const measured: [rtl: Box[], ltr: Box[]][] = widths.map(() => [[], []]);
  let texts: Awaited<ReturnType<typeof pseudoTexts>> | undefined;
  for (const [at, code] of (['ar', 'en'] as const).entries()) {
    await pages[name]?.(page, code);
    await takeAway(page);
    texts ??= await pseudoTexts(page);
    await neutralise(page, texts);
    await spoil?.(page);
    for (const [index, width] of widths.entries()) {
      const boxes = await boxesAt(page, width);
      const pair = measured[index];
      if (pair !== undefined) pair[at] = boxes;
    }
  }
  return measured.flatMap(([rtl, ltr], index) => {
    const width = widths[index] ?? 0;
    expect(rtl.length).toBeGreaterThan(20);
    return mirrorFaults(rtl, ltr, width).map((fault) => `${name} at ${width}: ${fault}`);
  });
}

for (const name of Object.keys(pages)) {
  test(`${name} is in Arabic the mirror image of itself in English`, async ({ page, expectedErrors }) => {
    expectedErrors.push(/404|503/);
    expect(await bothWays(page, name)).toEqual([]);
  });
}

test('a page that is none is found out', async ({ page }) => {
  const spoil = (spoilt: Page) =>
    spoilt.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`
        header[class*=masthead] > a { position: relative; left: 3px; }
        main h3 { text-align: left; }
        footer { padding-right: 40px; }
      `);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    });
  const faults = await bothWays(page, 'front', spoil);
  expect(faults).toContainEqual(expect.stringMatching(/at 360: A\.\S*home\S* in .*: x [36]/));
  expect(faults).toContainEqual(expect.stringMatching(/at 1280: words of A\..* in \S*title\S*: x /));
  expect(faults).toContainEqual(expect.stringMatching(/: P\..* in \S*footer.*: x -40/));
});

/** What each icon's source says, by its drawing. */
async function flags(): Promise<Map<string, boolean>> {
  const folder = resolve(import.meta.dirname, '../../src');
  const files = ['ui/icon.tsx', 'features/listening/player-icons.ts'];
  const sources = await Promise.all(files.map((file) => readFile(resolve(folder, file), 'utf8')));
  return new Map(
    [...sources.join('').matchAll(/flips: (true|false),\s*path: '([^']+)'/g)].map(([, flips, path]) => [
      path ?? '',
      flips === 'true',
    ]),
  );
}

test('an icon is turned around where its flag says so and the page goes from right to left', async ({
  page,
}) => {
  await fakeSpeech(page, [voices.leila]);
  const flips = await flags();
  await open(page, paths.article('ar', slug));
  await page.locator('[data-shortcut=listen]').click();
  await page.locator('[data-turn]').waitFor();
  for (const code of [...languageCodes, 'ar'] as const) {
    await page.getByRole('link', { name: languages[code].name, exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', code);
    const icons = await page
      .locator('svg path')
      .evaluateAll((drawings: SVGPathElement[]) =>
        drawings.map((drawing) => [drawing.getAttribute('d') ?? '', drawing.getScreenCTM()?.a ?? 0] as const),
      );
    // Both kinds are there to be looked at.
    expect(new Set(icons.map(([path]) => flips.get(path)))).toEqual(new Set([true, false]));
    for (const [path, scale] of icons) {
      const isTurned = flips.get(path) === true && languages[code].dir === 'rtl';
      expect(Math.sign(scale), `${path} in ${code}`).toBe(isTurned ? -1 : 1);
    }
  }
});

test('an arrow key goes where it points', async ({ page }) => {
  // Each row of choices in one line.
  await page.setViewportSize({ width: 768, height: 900 });
  await open(page, paths.front('ar'));
  for (const code of ['ar', 'tr', 'he', 'en', 'ur', 'fa', 'fr'] as const) {
    await page.getByRole('link', { name: languages[code].name, exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', code);
    await page.locator('[data-shortcut=settings]').click();
    const dialog = page.getByRole('dialog');
    const slider = dialog.getByRole('slider');
    const step = async () => Number(await slider.inputValue());
    const before = await step();
    await slider.press('ArrowLeft');
    // The largest text is where a line ends.
    expect(await step(), `slider in ${code}`).toBe(before + (languages[code].dir === 'rtl' ? 1 : -1));
    await slider.press('ArrowRight');
    expect(await step(), `slider in ${code}`).toBe(before);
    const faces = dialog.locator('fieldset').nth(1);
    const chosen = async () => (await faces.locator('label:has(:checked)').boundingBox())?.x ?? 0;
    // From the middle, so that neither key goes round.
    await faces.getByRole('radio').nth(1).check();
    await faces.getByRole('radio').nth(1).focus();
    const middle = await chosen();
    await page.keyboard.press('ArrowLeft');
    expect(await chosen(), `choices in ${code}`).toBeLessThan(middle);
    await page.keyboard.press('ArrowRight');
    expect(await chosen(), `choices in ${code}`).toBe(middle);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
});

/** Goes on by Tab, and says where it led if not on: along a row as it is read, or to another row. */
function wayOn(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const nameOf = (element: Element) => `${element.tagName} ${element.textContent}`;
    const [last, next]: unknown[] = [Reflect.get(window, 'lastStop'), document.activeElement];
    Reflect.set(window, 'lastStop', next);
    if (!(last instanceof Element) || !(next instanceof Element)) return undefined;
    // Both now: a row that scrolls has moved the last as well.
    const [from, to] = [last.getBoundingClientRect(), next.getBoundingClientRect()];
    const isSameRow = to.top < from.bottom - 8 && to.bottom > from.top + 8;
    const gap = to.x + to.width / 2 - from.x - from.width / 2;
    const isOn = document.documentElement.dir === 'rtl' ? gap < 0 : gap > 0;
    return isSameRow && !isOn ? `${nameOf(last)} → ${nameOf(next)}` : undefined;
  });
}

test('Tab begins at the inline start and goes along a row as it is read', async ({ page }) => {
  for (const [code, width] of [
    ['ar', 1280],
    ['he', 360],
    ['tr', 768],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await open(page, paths.front(code));
    await page.keyboard.press('Tab');
    const skip = await page.locator('a[href="#main"]').boundingBox();
    const { x = 0, width: wide = 0 } = skip ?? {};
    expect(languages[code].dir === 'rtl' ? width - x - wide : x, code).toBeLessThan(40);
    const wrong: (string | undefined)[] = [];
    for (let presses = 0; presses < 25; presses += 1) {
      await page.keyboard.press('Tab');
      wrong.push(await wayOn(page));
    }
    expect(wrong.filter(Boolean), code).toEqual([]);
  }
});

for (const way of ['the browser', 'script'] as const) {
  test(`the bar of progress moved by ${way} grows from the inline start`, async ({ page }) => {
    if (way === 'script')
      await page.addInitScript(() => {
        const supports = CSS.supports.bind(CSS);
        CSS.supports = (...args: [string]) => !/animation-timeline/.test(args[0]) && supports(...args);
      });
    await open(page, paths.article('ar', slug));
    const bar = page.locator(
      `[class*=${way === 'script' ? 'reading-progress' : 'article-view'}][class*=progress]`,
    );
    for (const code of ['en', 'he', 'tr', 'ar'] as const) {
      await page.getByRole('link', { name: languages[code].name, exact: true }).dispatchEvent('click');
      await expect(page.locator('html')).toHaveAttribute('lang', code);
      await page.evaluate(() => document.querySelector('main article p:nth-of-type(6)')?.scrollIntoView());
      const box = () => bar.evaluate((element) => element.getBoundingClientRect());
      // Somewhere on its way.
      await expect.poll(async () => (await box()).width, code).toBeGreaterThan(20);
      const { x, width } = await box();
      expect(width, code).toBeLessThan(370);
      expect(x, code).toBeCloseTo(languages[code].dir === 'rtl' ? 390 - width : 0, 0);
    }
  });
}

test('at 320 pixels no page goes sideways and no words are cut, in any language', async ({
  page,
  expectedErrors,
}) => {
  expectedErrors.push(/404/);
  await page.setViewportSize({ width: 320, height: 800 });
  const faults: string[] = [];
  for (const name of ['front', 'article', 'search', '404', 'settings']) {
    await pages[name]?.(page, 'ar');
    for (const code of languageCodes) {
      await page.locator(`header a[hreflang=${code}]`).dispatchEvent('click');
      await expect(page.locator('html')).toHaveAttribute('lang', code);
      const found = await roomFaults(page);
      faults.push(...found.map((fault) => `${name} in ${code}: ${fault}`));
    }
  }
  expect(faults).toEqual([]);
});
