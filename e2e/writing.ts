import type { BrowserContext, Page } from '@playwright/test';
import { commentForm, takenOver } from './fixtures.ts';

/** Rows of the database that hold a text. */
export const rowsOf = 'select * from comments where text = ?';

/** Opens an article and waits until all is there that writing needs. */
export async function openForm(page: Page, slug: string, name = 'سامي') {
  await page.goto(`/ar/articles/${slug}`);
  await takenOver(page);
  const form = commentForm(page);
  await form.name.fill(name);
  await page.getByLabel('حفظ اسمي على هذا الجهاز').waitFor();
  return form;
}

/** The reader's own comment in its place, on its way or in the list. */
export const ownComment = (page: Page, words: string) =>
  page.getByRole('listitem').filter({ hasText: words });

/** The same once the server shows it. */
export const shownComment = (page: Page, words: string) =>
  page.locator('article[id^="comment-"]').filter({ hasText: words });

/** Answers posts in the place of the server, as `answers` says for each in turn; the last goes on for ever. */
export async function answerPosts(
  page: Page | BrowserContext,
  ...answers: ('server' | 'lost' | { status: number; retryAfter?: number; code: string; errors?: object[] })[]
): Promise<(string | undefined)[]> {
  const keys: (string | undefined)[] = [];
  await page.route('**/comments', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    const answer = answers[Math.min(keys.length, answers.length - 1)] ?? 'server';
    keys.push(route.request().headers()['idempotency-key']);
    if (answer === 'server') return route.continue();
    if (answer === 'lost') return route.abort();
    const { status, code, ...more } = answer;
    const problem = { type: `urn:riwaq:problem:${code}`, title: code, status, code, ...more };
    return route.fulfill({ status, contentType: 'application/problem+json', json: problem });
  });
  return keys;
}
