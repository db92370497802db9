import type { Page } from '@playwright/test';

/** The letters of an Arabic (101) keyboard at the places that this file presses. */
const arabicKeys: Record<string, string> = {
  KeyJ: 'ت',
  KeyK: 'ن',
  KeyO: 'خ',
  KeyN: 'ى',
  KeyP: 'ح',
  KeyC: 'ؤ',
  KeyT: 'ف',
  KeyU: 'ع',
  KeyH: 'ا',
};

type Held = Partial<
  Record<'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey' | 'isComposing' | 'repeat', boolean> & { key: string }
>;

/** Presses a place of an Arabic keyboard where the focus is; Playwright's own keyboard knows only the American. */
export async function press(page: Page, code: string, more: Held = {}): Promise<void> {
  const init = { code, key: arabicKeys[code] ?? '', bubbles: true, cancelable: true, ...more };
  await page.evaluate((given) => {
    (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', given));
  }, init);
}

export const help = (page: Page) => press(page, 'Slash', { key: '؟', shiftKey: true });
export const helpDialog = (page: Page) => page.getByRole('dialog', { name: 'اختصارات لوحة المفاتيح' });
export const offSwitch = (page: Page) => page.getByRole('checkbox', { name: 'إيقاف اختصارات لوحة المفاتيح' });

/** Closes the dialog; until the next frame the focus is still in it, and what is pressed there does nothing. */
export async function leaveDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement?.closest('dialog') === null);
}

/** Whether what has the focus shows it and stands whole, or from its beginning, on the screen. */
export const focusShown = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null) return 'nothing';
    const { top, bottom, height } = element.getBoundingClientRect();
    const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(element);
    if (outlineStyle !== 'solid' || Number.parseFloat(outlineWidth) < 2) return 'no ring';
    // What is skipped out of sight is clipped at its edges in sight.
    const clip = element.closest('li')?.getBoundingClientRect();
    const ring = Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset);
    if (clip && element.matches('article') && (clip.top > top - ring || clip.bottom < bottom + ring))
      return 'clipped';
    // It is brought to a place a little under the edge: a branch that is as tall as the rest ends out of sight.
    const under = [
      getComputedStyle(element).scrollMarginBlockStart,
      getComputedStyle(document.documentElement).scrollPaddingBlockStart,
    ].reduce((sum, length) => sum + (Number.parseFloat(length) || 0), 0);
    if (top < 0 || (bottom > innerHeight && height + under < innerHeight)) return `hidden: ${top} ${bottom}`;
    const middle = document.elementFromPoint(innerWidth / 2, Math.max(top, 0) + Math.min(height, 10) / 2);
    return middle !== null && (element.contains(middle) || middle.contains(element)) ? 'shown' : 'covered';
  });

export const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.id || (document.activeElement?.textContent ?? ''));
