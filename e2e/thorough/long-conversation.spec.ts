import { randomUUID } from 'node:crypto';
import { expect, takenOver, test } from '../fixtures.ts';

const most = 10_000;

test('under an article with ten thousand comments a page holds twenty, and costs what it shows', async ({
  page,
  site,
  english,
}) => {
  test.setTimeout(180_000);
  const path = `${site.url}/api/articles/${encodeURIComponent(english.slug)}/comments`;
  let next = 0;
  const post = async () => {
    while (next < most) {
      next += 1;
      const answer = await fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
        body: JSON.stringify({ author: { name: 'n' }, text: `number ${next}. ${'كلام يُقرأ '.repeat(20)}` }),
      });
      if (answer.status !== 201) throw new Error(`answered ${answer.status}`);
      await answer.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: 32 }, post));
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
  const skipped = await comments.evaluateAll(
    (items) =>
      items.filter((item) => !item.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }))
        .length,
  );
  expect(skipped).toBeGreaterThan(50);
  await page.goto(`/en/articles/${english.slug}?order=oldest`);
  await expect(comments.first()).toBeVisible();
});
