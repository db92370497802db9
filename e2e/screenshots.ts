/**
 * `npm run screenshots`: what readers see, as pictures in .cache/screenshots, to be looked at by eye; it
 * judges nothing. `npm run screenshots -- front settings fr tr` takes only what is so named, in these languages;
 * where none is named, in Arabic and English.
 */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { isLanguageCode, type LanguageCode } from '#contract/languages';
import { findBrowser } from '../gate/browser.ts';
import { faces, pages, type Shots, type Sites } from './screenshot-pages.ts';
import { SiteProcess } from './site-process.ts';

const folder = resolve(import.meta.dirname, '../.cache/screenshots');
const widths = [360, 768, 1280];
const themes = ['light', 'sepia', 'dark'] as const;

interface Look {
  lang: LanguageCode;
  width: number;
  theme: (typeof themes)[number];
}

const named = process.argv.slice(2);
const chosen = named.filter((name) => !isLanguageCode(name));
const languages = named.some(isLanguageCode) ? named.filter(isLanguageCode) : (['ar', 'en'] as const);

const looks = (sizes: readonly number[], colours: readonly Look['theme'][]): Look[] =>
  languages.flatMap((lang) => sizes.flatMap((width) => colours.map((theme) => ({ lang, width, theme }))));

async function take(browser: Browser, sites: Sites, name: string, open: Shots[string], look: Look) {
  const { lang, width, theme } = look;
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 780 : 900 },
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  try {
    // The choice a reader would have made before; the two others follow the system.
    if (theme === 'sepia')
      await context.addInitScript(() => localStorage.setItem('riwaq.reading', '{"theme":"sepia"}'));
    const page = await context.newPage();
    await open(page, sites, lang);
    await page.evaluate(() => document.fonts.ready);
    await lookedAt(page);
    const file = join(folder, `${name}-${lang}-${width}-${theme}.png`);
    // A dialog stands over the window, not over the page.
    await page.screenshot({ path: file, fullPage: (await page.getByRole('dialog').count()) === 0 });
    process.stdout.write(`${file}\n`);
  } finally {
    await context.close();
  }
}

/** Pictures further down come when somebody gets there; comments out of sight are not painted. */
async function lookedAt(page: Page) {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets.push(sheet);
  });
  for (const image of await page.locator('img').all()) {
    await image.scrollIntoViewIfNeeded();
    await image.evaluate((img: HTMLImageElement) => img.decode());
  }
  await page.evaluate(() => window.scrollTo(0, 0));
}

const isChosen = ([name]: [string, unknown]) => chosen.length === 0 || chosen.includes(name);
await mkdir(folder, { recursive: true });
const { executablePath, args } = await findBrowser();
const browser = await chromium.launch({ executablePath, args });
const sites: Sites = {
  demo: await SiteProcess.start({ SEED: 'demo' }),
  empty: await SiteProcess.start(),
  held: await SiteProcess.start({ SEED: 'demo', MODERATION: 'before' }),
};
try {
  for (const [shots, taken] of [
    [pages, looks(widths, themes)],
    [faces, looks([360, 1280], ['light'])],
  ] as const)
    for (const [name, open] of Object.entries(shots).filter(isChosen))
      for (const look of taken) await take(browser, sites, name, open, look);
} finally {
  await browser.close();
  await Promise.all(Object.values(sites).map((site) => site.stop()));
}
