import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, takenOver, test } from './fixtures.ts';

/** Posts a comment with `count` replies; gives its id. */
async function branchOf(page: Page, slug: string, count: number): Promise<string> {
  const post = async (text: string, parentId?: string) => {
    const answer = await page.request.post(`/api/articles/${encodeURIComponent(slug)}/comments`, {
      data: { author: { name: 'n' }, text, parentId },
      headers: { 'idempotency-key': randomUUID() },
    });
    const { id }: { id: string } = await answer.json();
    return id;
  };
  const top = await post('top');
  for (let at = 1; at <= count; at += 1) await post(`reply ${at}.`, top);
  return top;
}

test('pressing for more replies leads the focus to the first new one', async ({ page, english }) => {
  const top = await branchOf(page, english.slug, 23);
  await page.goto(`/en/articles/${english.slug}`);
  await takenOver(page);
  const branch = page.getByRole('listitem').filter({ has: page.locator(`#comment-${top}`) });
  await branch.getByRole('link', { name: 'More replies' }).press('Enter');
  await expect(branch.getByText('reply 23.')).toBeVisible();
  await expect(branch.getByRole('listitem').filter({ hasText: 'reply 21.' })).toBeFocused();
  await expect(branch.getByRole('link', { name: 'More replies' })).toHaveCount(0);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('all replies of a branch are reached by links, from where the reader was', async ({
    page,
    english,
  }) => {
    const top = await branchOf(page, english.slug, 121);
    await page.goto(`/en/articles/${english.slug}`);
    const replies = page.getByRole('list', { name: 'Replies' });
    const branch = page.getByRole('listitem').filter({ has: page.locator(`#comment-${top}`) });
    await expect(branch.getByText('reply 21.')).toHaveCount(0);
    await branch.getByRole('link', { name: 'More replies' }).click();
    await expect(page).toHaveURL(new RegExp(`\\?replies=${top}#comment-`));
    await expect(page.locator('article:target')).toContainText('reply 20.');
    await expect(replies.getByRole('listitem')).toHaveCount(100);
    await page.getByRole('link', { name: 'More replies' }).click();
    await expect(page.locator('article:target')).toContainText('top');
    await expect(replies.getByRole('listitem')).toHaveCount(21);
    await expect(replies.getByText('reply 121.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'More replies' })).toHaveCount(0);
    await page.getByRole('link', { name: 'Back to the newest comments' }).click();
    await expect(page).toHaveURL(new RegExp(`/en/articles/[^?]*\\??$`));
  });
});

test('a branch’s own page is taken over without asking for anything again', async ({
  page,
  english,
  arabic,
  apiCalls,
}) => {
  const top = await branchOf(page, english.slug, 21);
  await page.goto(`/ar/articles/${english.slug}?replies=${top}`);
  await takenOver(page);
  await expect(page.getByText('reply 21.')).toBeVisible();
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.getByRole('list', { name: 'Replies' }).getByRole('listitem')).toHaveCount(21);
  // What is the reader's own is no part of a page.
  expect(apiCalls.filter((call) => !/\/(mine|events)/.test(call))).toEqual([]);
  // Under another article it is no branch.
  await page.goto(`/ar/articles/${arabic.slug}?replies=${top}`);
  await takenOver(page);
  await expect(page.getByText('reply 21.')).toHaveCount(0);
});
