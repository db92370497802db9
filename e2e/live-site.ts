import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page, Request } from '@playwright/test';
import { expect, takenOver, test } from './fixtures.ts';
import { articleFiles, SiteProcess } from './site-process.ts';

/** Cookies of the writers of comments, by id. */
const writers = new Map<string, string>();

/** Posts as another reader, and gives the comment's id. */
export async function post(
  site: SiteProcess,
  slug: string,
  text: string,
  parentId?: string,
): Promise<string> {
  const answer = await fetch(`${site.url}/api/articles/${encodeURIComponent(slug)}/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ author: { name: 'قارئ آخر' }, text, ...(parentId !== undefined && { parentId }) }),
  });
  const comment: { id: string } = await answer.json();
  writers.set(comment.id, answer.headers.getSetCookie()[0]?.split(';')[0] ?? '');
  return comment.id;
}

/** Removes a comment as its writer. */
export async function remove(site: SiteProcess, id: string): Promise<void> {
  const headers = { cookie: writers.get(id) ?? '' };
  const answer = await fetch(`${site.url}/api/comments/${id}`, { method: 'DELETE', headers });
  expect(answer.status).toBe(204);
}

const isStream = (request: Request) => new URL(request.url()).pathname.endsWith('/events');

/** Streams that were asked for from now on, and those of them that are open still. */
export function streamsOf(from: BrowserContext) {
  const asked: string[] = [];
  const open = new Set<Request>();
  from.on('request', (request) => {
    if (!isStream(request)) return;
    asked.push(new URL(request.url()).search);
    open.add(request);
  });
  from.on('requestfailed', (request) => void open.delete(request));
  from.on('requestfinished', (request) => void open.delete(request));
  return { asked, open };
}

export const greeted = (page: Page) =>
  page.waitForResponse((response) => isStream(response.request()) && response.ok());
export const notice = (page: Page) =>
  page.getByRole('button', { name: /(?:تعليق|تعليقان|تعليقات|تعليقاً) جديد/ });
export const comments = (page: Page) => page.locator('#comments');

/** Opens the article at its comments, with the stream open. */
export async function listening(page: Page, slug: string): Promise<void> {
  const opened = greeted(page);
  await page.goto(`/ar/articles/${slug}`);
  await takenOver(page);
  await comments(page).scrollIntoViewIfNeeded();
  await opened;
}

/** A site with one article of the test's own: what others post there would be counted. */
export const ownSite = test.extend<{ own: SiteProcess; slug: string }>({
  own: async ({}, use) => {
    const own = await SiteProcess.start();
    await own.import(articleFiles.booksellers);
    await use(own);
    await own.stop();
  },
  slug: async ({ own }, use) => {
    const { items }: { items: { slug: string }[] } = await (await fetch(`${own.url}/api/articles`)).json();
    await use(items[0]?.slug ?? '');
  },
  baseURL: async ({ own }, use) => use(own.url),
});
