import type { Page } from '@playwright/test';
import { languages, type LanguageCode } from '#contract/languages';
import { expect } from './fixtures.ts';

/** As its own readers write it. */
export const nameOf = (code: LanguageCode) => languages[code].name;

export const linkTo = (page: Page, code: LanguageCode) =>
  page.getByRole('link', { name: nameOf(code), exact: true });

/** By script: reaching for the menu would itself scroll, and take the focus. */
export async function switchTo(page: Page, code: LanguageCode) {
  await linkTo(page, code).dispatchEvent('click');
  await expect(page.locator('html')).toHaveAttribute('lang', code);
  await expect(page.locator('html')).toHaveAttribute('dir', languages[code].dir);
}

/** Holds back what is asked for at an address, until it is let go. */
export async function held(page: Page, pattern: string) {
  let letGo = () => {};
  const gone = new Promise<void>((done) => (letGo = done));
  await page.route(pattern, async (route) => {
    await gone;
    await route.continue();
  });
  return letGo;
}
