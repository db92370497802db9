import { expect, takenOver, test } from './fixtures.ts';
import { articleFiles } from './site-process.ts';

const held = 'وصل تعليقك، ويُنشر بعد المراجعة.';

test('a plain form post that waits for review is told so, and its page asks for nothing', async ({
  page,
  apiCalls,
  startSite,
}) => {
  const site = await startSite({ MODERATION: 'before' });
  await site.import(articleFiles.booksellers);
  const answer = await page.request.get(`${site.url}/api/articles`);
  const { items }: { items: { slug: string }[] } = await answer.json();
  const slug = encodeURIComponent(items[0]?.slug ?? '');
  const posted = await page.request.post(`${site.url}/api/articles/${slug}/comments`, {
    form: { lang: 'ar', name: 'هدى', text: 'ينتظر' },
    maxRedirects: 0,
  });
  await page.goto(new URL(posted.headers()['location'] ?? '', site.url).href);
  await takenOver(page);
  await expect(page.getByText(held)).toBeVisible();
  // In another language too nothing but its words is fetched.
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.getByText('Your comment has arrived')).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(apiCalls.filter((call) => !/\/(mine|events)/.test(call))).toEqual([]);
});

test('an address that names no comment of the article claims nothing', async ({ page, arabic, english }) => {
  const posted = await page.request.post(`/api/articles/${encodeURIComponent(english.slug)}/comments`, {
    form: { lang: 'en', name: 'Nora', text: 'Elsewhere' },
    maxRedirects: 0,
  });
  const [, elsewhere = ''] = /posted=(\w+)/.exec(posted.headers()['location'] ?? '') ?? [];
  for (const id of ['anything', elsewhere]) {
    await page.goto(`/ar/articles/${arabic.slug}?posted=${id}`);
    await takenOver(page);
    await expect(page.getByText(held)).toHaveCount(0);
    await expect(page.getByText('نُشر تعليقك.')).toHaveCount(0);
  }
});
