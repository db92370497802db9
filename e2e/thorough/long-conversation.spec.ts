import { randomUUID } from 'node:crypto';
import type { Locator } from '@playwright/test';
import { expect, takenOver, test } from '../fixtures.ts';

const most = 10_000;

test('under an article with ten thousand comments a page holds twenty, and costs what it shows', async ({
  page,
  site,
  english,
}) => {
  test.setTimeout(300_000);
  const path = `${site.url}/api/articles/${encodeURIComponent(english.slug)}/comments`;
  let next = 0;
  const post = async (more: object = {}) => {
    next += 1;
    const text = `number ${next}. ${'كلام يُقرأ '.repeat(20)}`;
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ author: { name: 'n' }, text, ...more }),
    });
    if (answer.status !== 201) throw new Error(`answered ${answer.status}`);
    await answer.arrayBuffer();
  };
  const writer = async () => {
    while (next < most) await post();
  };
  await Promise.all(Array.from({ length: 32 }, writer));
  const answer = await page.goto(`/en/articles/${english.slug}`);
  await takenOver(page);
  const comments = page.locator('#comments > ol > li');
  await expect(page.getByRole('heading', { level: 2, name: /10,\d{3} comments/ })).toBeVisible();
  await expect(comments).toHaveCount(20);
  expect((await answer?.body())?.byteLength).toBeLessThan(200_000);
  const nodes = () => page.evaluate(() => document.querySelectorAll('*').length);
  expect(await nodes()).toBeLessThan(1_500);
  for (const count of [40, 60, 80]) {
    await page.getByRole('link', { name: 'More comments' }).press('Enter');
    await expect(comments).toHaveCount(count);
  }
  expect(await nodes()).toBeLessThan(4_000);
  // What is far from the window is neither laid out nor painted.
  expect(await skippedOf(comments)).toBeGreaterThan(50);
  // A branch is a list of its own.
  const { items }: { items: { id: string }[] } = await (await fetch(`${path}?order=oldest&limit=1`)).json();
  for (let at = 0; at < 20; at += 1) await post({ parentId: items[0]?.id });
  await page.goto(`/en/articles/${english.slug}?order=oldest`);
  const answers = comments.first().getByRole('listitem');
  await expect(answers).toHaveCount(20);
  await answers.first().scrollIntoViewIfNeeded();
  await expect.poll(() => skippedOf(answers)).toBeLessThan(20);
  expect(await skippedOf(answers)).toBeGreaterThan(5);
});

/** How many of `items` are not laid out. */
const skippedOf = (items: Locator) =>
  items.evaluateAll(
    (all) =>
      all.filter((item) => !item.firstElementChild?.checkVisibility({ contentVisibilityAuto: true })).length,
  );
