import { randomUUID } from 'node:crypto';
import type { APIRequestContext, Page } from '@playwright/test';

const pathOf = (slug: string) => `/api/articles/${encodeURIComponent(slug)}/comments`;

/** Posts a comment by the API, as whoever `request` is; gives its id. */
export async function post(
  request: APIRequestContext,
  slug: string,
  { name = 'ريم', text, parentId }: { name?: string; text: string; parentId?: string | undefined },
): Promise<string> {
  const answer = await request.post(pathOf(slug), {
    data: { author: { name }, text, parentId },
    headers: { 'idempotency-key': randomUUID() },
  });
  const { id }: { id: string } = await answer.json();
  return id;
}

export const article = (page: Page, id: string) => page.locator(`#comment-${id}`);

/** What is said of acts to who hears the page. */
export const told = (page: Page) => page.locator('#comments > [role=status] > span');

/** Another reader, with cookies of their own. */
export async function stranger(page: Page, origin = new URL(page.url()).origin): Promise<APIRequestContext> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('no browser');
  const context = await browser.newContext({ baseURL: origin });
  return context.request;
}
