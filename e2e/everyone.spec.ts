import type { Page } from '@playwright/test';
import { expect, takenOver, test } from './fixtures.ts';
import { askedLooks } from './looks.ts';
import {
  contrastFaults,
  focusFaults,
  motionFaults,
  orderFaults,
  roomFaults,
  spaceOut,
  structureFaults,
} from './page-checks.ts';
import { SiteProcess } from './site-process.ts';

let demo: SiteProcess;
let paths: string[];
test.beforeAll(async () => {
  demo = await SiteProcess.start({ SEED: 'demo' });
  const { items }: { items: { slug: string; comments: { count: number } }[] } = await (
    await fetch(`${demo.url}/api/articles?limit=100`)
  ).json();
  const discussed = items.toSorted((one, other) => other.comments.count - one.comments.count)[0];
  paths = ['', 'sections/science', `articles/${encodeURIComponent(discussed?.slug ?? '')}`, 'pages/about'];
});
test.afterAll(() => demo.stop());

/** Tells afterwards where each fault was. */
async function on(what: string, faults: Promise<string[]>): Promise<string[]> {
  return (await faults).map((fault) => `${what}: ${fault}`);
}

/** Waits for what a conversation fetches when it comes near: in the narrowest window its words take a line more than was kept for them. */
async function withWritingTools(page: Page) {
  const conversation = page.locator('#comments');
  if ((await conversation.count()) === 0) return;
  await conversation.scrollIntoViewIfNeeded();
  await conversation.getByRole('checkbox').first().waitFor();
  await page.evaluate(() => scrollTo(0, 0));
}

async function resize(page: Page, width: number) {
  await page.setViewportSize({ width, height: 800 });
}

for (const { ui, theme } of askedLooks) {
  test(`every page holds for everyone in ${ui}, ${theme}`, async ({ page }) => {
    await page.addInitScript(
      (chosen) => localStorage.setItem('riwaq.reading', JSON.stringify({ theme: chosen })),
      theme,
    );
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const faults: string[] = [];
    const orders: string[] = [];
    for (const path of paths) {
      await page.goto(`${demo.url}/${ui}/${path}`);
      await takenOver(page);
      await withWritingTools(page);
      faults.push(...(await on(`${path} structure`, structureFaults(page))));
      faults.push(...(await on(`${path} motion`, motionFaults(page))));
      for (const width of [320, 1280]) {
        await resize(page, width);
        faults.push(...(await on(`${path} ${width} order`, orderFaults(page))));
        faults.push(...(await on(`${path} ${width} room`, roomFaults(page))));
        faults.push(...(await on(`${path} ${width} contrast`, contrastFaults(page))));
        faults.push(...(await on(`${path} ${width} focus`, focusFaults(page, 40))));
      }
      // 3.2.3: the same ways in the same order on every page.
      orders.push(
        await page.evaluate(() =>
          [...document.querySelectorAll('header nav a, footer nav a')]
            .map((link) => link.textContent)
            .join('|'),
        ),
      );
      await resize(page, 320);
      await spaceOut(page);
      faults.push(...(await on(`${path} spaced out`, roomFaults(page))));
    }
    expect(faults).toEqual([]);
    expect(new Set(orders).size).toBe(1);
  });
}

for (const ui of ['ar', 'en'] as const) {
  test(`text twice as large is neither cut nor covered, in ${ui}`, async ({ page }) => {
    for (const path of paths) {
      for (const width of [640, 1280]) {
        await resize(page, width);
        await page.goto(`${demo.url}/${ui}/${path}`);
        await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
        expect(await roomFaults(page), `${path} at ${width}`).toEqual([]);
      }
    }
  });

  test(`in the system’s own colours controls and the place of the keyboard are seen, in ${ui}`, async ({
    page,
  }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(`${demo.url}/${ui}/${paths[2]}`);
    await takenOver(page);
    await withWritingTools(page);
    expect(await focusFaults(page, 40)).toEqual([]);
    await page.getByRole('button', { name: ui === 'ar' ? 'إعدادات القراءة' : 'Reading settings' }).click();
    const chosen = page.getByRole('dialog').locator('label:has(:checked)').first();
    const other = page.getByRole('dialog').locator('label:has(:not(:checked))').first();
    const look = (element: typeof chosen) => element.evaluate((one) => getComputedStyle(one).backgroundColor);
    expect(await look(chosen)).not.toBe(await look(other));
  });
}

test('a press that slides off its button does nothing', async ({ page }) => {
  await page.goto(`${demo.url}/ar/`);
  await takenOver(page);
  await page.getByRole('button', { name: 'إعدادات القراءة' }).hover();
  await page.mouse.down();
  await page.mouse.move(10, 600);
  await page.mouse.up();
  await page.waitForTimeout(300);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the checks themselves find what is wrong', async ({ page }) => {
  await page.goto(`${demo.url}/ar/`);
  await takenOver(page);
  await page.evaluate(() => {
    const main = document.querySelector('main');
    main?.insertAdjacentHTML(
      'beforeend',
      '<h1>ثانٍ</h1><h4>قفزة</h4><div class="broken"><p>أوّل</p><p>ثانٍ</p></div><input name="bare">',
    );
    const [first, second] = document.querySelectorAll<HTMLElement>('.broken p');
    second?.style.setProperty('margin-block-start', '-200px');
    first?.style.setProperty('overflow', 'hidden');
    first?.style.setProperty('block-size', '8px');
    document
      .querySelector<HTMLElement>('input[name=bare]')
      ?.style.setProperty('border', '1px solid rgb(250, 250, 250)');
    document.querySelector('main')?.animate([{ opacity: 0.5 }, { opacity: 1 }], { duration: 5_000 });
  });
  const structure = await structureFaults(page);
  expect(structure).toEqual(['2 × h1', expect.stringMatching(/^h4 after h1/), 'no label: bare']);
  expect(await orderFaults(page)).toEqual([expect.stringMatching(/«ثانٍ» \(P\) is not after «أوّل»/)]);
  expect(await roomFaults(page)).toContainEqual(expect.stringMatching(/^cut off: P أوّل/));
  expect(await contrastFaults(page)).toEqual([expect.stringMatching(/^border 1\./)]);
  expect(await motionFaults(page)).toHaveLength(1);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.home-less, a { outline: none !important; }');
    document.adoptedStyleSheets = [sheet];
  });
  expect((await focusFaults(page, 4)).length).toBeGreaterThan(2);
});
