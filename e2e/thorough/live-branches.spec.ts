import type { Page } from '@playwright/test';
import { article } from '../conversation.ts';
import { commentForm, expect, takenOver } from '../fixtures.ts';
import { comments, greeted, listening, notice, ownSite, post } from '../live-site.ts';
import type { SiteProcess } from '../site-process.ts';

/** Posts a comment and `count` answers to it; gives the ids, its own first. */
async function postBranch(own: SiteProcess, slug: string, count: number): Promise<string[]> {
  const top = await post(own, slug, 'سؤال');
  const ids = [top];
  for (let at = 1; at <= count; at += 1) ids.push(await post(own, slug, `جواب ${at}`, top));
  return ids;
}

const press = async (page: Page, words: string) => {
  await expect(notice(page)).toHaveText(words);
  await notice(page).press('Enter');
};

ownSite(
  'new answers in a long branch are shown with all before them, and lead to the first',
  async ({ page, own, slug }) => {
    const ids = await postBranch(own, slug, 30);
    await post(own, slug, 'فوقه');
    await listening(page, slug);
    const last = article(page, ids.at(20) ?? '');
    await last.scrollIntoViewIfNeeded();
    const place = () => last.evaluate((element) => element.getBoundingClientRect().top);
    // What comes into view for the first time finds its size.
    await page.waitForTimeout(1_000);
    const before = await place();
    const first = await post(own, slug, 'أوّل الجديد', ids.at(5));
    const second = await post(own, slug, 'ثاني الجديد', ids.at(30));
    await expect(notice(page)).toHaveText('تعليقان جديدان');
    expect(await place()).toBe(before);
    await press(page, 'تعليقان جديدان');
    await expect(article(page, first)).toBeFocused();
    await expect(article(page, first)).toBeInViewport();
    await expect(article(page, second)).toContainText('ثاني الجديد');
    await expect(article(page, ids.at(25) ?? '')).toBeAttached();
    await expect(page.getByRole('link', { name: 'المزيد من الردود' })).toHaveCount(0);
    await expect(comments(page).getByRole('heading', { name: /٣٤/ })).toBeVisible();
    // The whole branch is there now: what comes next comes after its last.
    const third = await post(own, slug, 'ثالث الجديد', ids.at(0));
    await press(page, 'تعليق جديد');
    await expect(article(page, third)).toBeFocused();
    await expect(page.getByText('ثاني الجديد', { exact: true })).toHaveCount(1);
  },
);

ownSite('new answers in a branch that was folded away unfold it', async ({ page, own, slug }) => {
  const [top = ''] = await postBranch(own, slug, 2);
  await listening(page, slug);
  await article(page, top).getByText('ردّان').click();
  const answer = await post(own, slug, 'جديد', top);
  await press(page, 'تعليق جديد');
  await expect(article(page, answer)).toBeFocused();
});

ownSite(
  'a new answer that the list has no place for is shown at its own address',
  async ({ page, own, slug }) => {
    const top = await post(own, slug, 'سؤال قديم');
    for (let at = 0; at < 21; at += 1) await post(own, slug, `فوقه ${at}`);
    await listening(page, slug);
    // Known from another order alone, it counts as one that the reader has come to.
    await page.getByRole('link', { name: 'الأقدم', exact: true }).click();
    await expect(article(page, top)).toBeAttached();
    await page.getByRole('link', { name: 'الأحدث', exact: true }).click();
    await expect(article(page, top)).toHaveCount(0);
    const answer = await post(own, slug, 'جواب متأخّر', top);
    await press(page, 'تعليق جديد');
    await expect(page).toHaveURL(new RegExp(`\\?comment=${answer}#comment-${answer}$`));
    await expect(article(page, answer)).toBeFocused();
    await page.goBack();
    await expect(page.getByText('فوقه 20', { exact: true })).toBeAttached();
  },
);

ownSite(
  'in another order new comments are told of, and a press leads to them',
  async ({ page, own, slug }) => {
    for (let at = 0; at < 21; at += 1) await post(own, slug, `قديم ${at}`);
    await listening(page, slug);
    const heading = comments(page).getByRole('heading', { name: /تعليقاً?$/ });
    await page.getByRole('link', { name: 'الأقدم', exact: true }).click();
    await expect(comments(page).getByRole('article').first()).toContainText('قديم 0');
    const [first, second] = [await post(own, slug, 'جديد أوّل'), await post(own, slug, 'جديد ثانٍ')];
    await expect(notice(page)).toHaveText('تعليقان جديدان');
    await expect(heading).toHaveText('٢١ تعليقاً');
    await press(page, 'تعليقان جديدان');
    await expect(article(page, second)).toBeFocused();
    await expect(article(page, first)).toBeAttached();
    await expect(page).toHaveURL(new RegExp(`${encodeURIComponent(slug)}#comments$`));
    await expect(notice(page)).toHaveCount(0);
    await expect(heading).toHaveText('٢٣ تعليقاً');
    await page.goBack();
    await expect(comments(page).getByRole('article').first()).toContainText('قديم 0');
  },
);

ownSite('in another order a reader’s own comment is none of the new ones', async ({ page, own, slug }) => {
  for (let at = 0; at < 21; at += 1) await post(own, slug, `قديم ${at}`);
  const opened = greeted(page);
  await page.goto(`/ar/articles/${slug}?order=oldest#comments`);
  await takenOver(page);
  await opened;
  const form = commentForm(page);
  await form.name.fill('ليلى');
  await form.text.fill('كلامي');
  await form.send.click();
  await expect(page.getByText('كلامي', { exact: true })).toHaveCount(1);
  await expect(form.text).toHaveValue('');
  const id = await post(own, slug, 'كلام غيري');
  await press(page, 'تعليق جديد');
  await expect(article(page, id)).toBeFocused();
  await expect(page.getByText('كلامي', { exact: true })).toHaveCount(1);
  await expect(notice(page)).toHaveCount(0);
});

ownSite('a branch of its own tells of new comments elsewhere', async ({ page, own, slug }) => {
  const [top] = await postBranch(own, slug, 3);
  const opened = greeted(page);
  await page.goto(`/ar/articles/${slug}?comment=${top}#comment-${top}`);
  await opened;
  const id = await post(own, slug, 'في مكان آخر');
  await press(page, 'تعليق جديد');
  await expect(article(page, id)).toBeFocused();
  await expect(notice(page)).toHaveCount(0);
});

ownSite('the notice stays until there is something to lead to', async ({ page, own, slug }) => {
  const ids = await postBranch(own, slug, 21);
  await listening(page, slug);
  const answer = await post(own, slug, 'جديد', ids.at(0));
  let letGo = () => {};
  const held = new Promise<void>((done) => (letGo = done));
  await page.route('**/replies*', async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest('**/replies*');
  await press(page, 'تعليق جديد');
  await asked;
  await expect(notice(page)).toBeFocused();
  letGo();
  await expect(article(page, answer)).toBeFocused();
  await expect(notice(page)).toHaveCount(0);
});
