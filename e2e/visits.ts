import type { Page } from '@playwright/test';
import { expect, takenOver, test as base } from './fixtures.ts';
import { Gateway } from './gateway.ts';

/** Everything reaches the site through a gateway of the test's own. */
export const test = base.extend<{ gateway: Gateway }>({
  gateway: async ({ site }, use) => {
    const gateway = await Gateway.open(site.url);
    await use(gateway);
    await gateway.close();
  },
  baseURL: async ({ gateway }, use) => use(gateway.url),
});

/** Waits until the worker has `path` in one of its stores. */
export const kept = (page: Page, path: string) =>
  expect
    .poll(() => page.evaluate(async (at) => (await caches.match(at)) !== undefined, path), {
      timeout: 20_000,
    })
    .toBe(true);

/** Opens a page and waits until it is kept, with what stands in for others. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await takenOver(page);
  await kept(page, path);
  await kept(page, `/${path.slice(1, 3)}/offline`);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

export const notice = (page: Page) => page.getByText(/^لا اتصال بالشبكة\. نسخة محفوظة: ./);

/** Encoded as links are. */
export const pathOf = (slug: string, lang = 'ar') => `/${lang}/articles/${encodeURIComponent(slug)}`;
