import type { Page } from '@playwright/test';

/** Keeps back every font file, and adds up how far what is on the page moves; gives what reads the sum. */
export async function withLateFaces(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if ('value' in entry)
          Object.assign(window, { shift: Reflect.get(window, 'shift') + Number(entry.value) });
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.route('**/fonts/*', async (route) => {
    await new Promise((done) => setTimeout(done, 400));
    await route.continue();
  });
  return async () => Number(await page.evaluate(() => Reflect.get(window, 'shift')));
}
