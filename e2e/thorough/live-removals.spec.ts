import { expect } from '../fixtures.ts';
import { comments, listening, notice, ownSite, post, remove } from '../live-site.ts';

const gone = 'حُذف هذا التعليق.';
/** Said of what is asked for once more. */
const notFound = /404/;

ownSite(
  'a removed comment loses its words at once, and nothing moves under a reader',
  async ({ page, own, slug, expectedErrors }) => {
    expectedErrors.push(notFound);
    for (let at = 0; at < 6; at += 1) await post(own, slug, `كلام طويل ${at} `.repeat(12));
    const below = await post(own, slug, 'تحته');
    const seen = await post(own, slug, 'يُرى '.repeat(60));
    const answered = await post(own, slug, 'سؤال '.repeat(60));
    const answer = await post(own, slug, 'جواب', answered);
    for (let at = 0; at < 3; at += 1) await post(own, slug, `كلام آخر ${at} `.repeat(12));
    const unseen = await post(own, slug, 'لا يُرى');
    for (let at = 0; at < 2; at += 1) await post(own, slug, `كلام أخير ${at} `.repeat(12));
    await listening(page, slug);
    const comment = (id: string) => page.locator(`#comment-${id}`);
    await expect(comments(page).getByRole('heading', { name: /١٦/ })).toBeVisible();
    await comment(answered).evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await comment(seen).getByRole('button', { name: 'أعجبني' }).focus();
    const places = async () =>
      Promise.all(
        [answered, answer, seen, below].map((id) =>
          comment(id).evaluate((element) => element.getBoundingClientRect().top),
        ),
      );
    const before = await places();
    // Parts of a pixel are the browser's own.
    const expectStill = async () => {
      const now = await places();
      for (const [at, top] of before.entries()) expect(Math.abs((now[at] ?? NaN) - top)).toBeLessThan(1);
    };
    await post(own, slug, 'جديد '.repeat(40));
    await expect(notice(page)).toHaveText('تعليق جديد');
    await expectStill();
    for (const id of [seen, answered, unseen]) await remove(own, id);
    await expect(comment(seen)).toHaveText(gone);
    await expect(comment(seen)).toBeFocused();
    await expect(comment(answered)).toContainText(gone);
    await expect(comment(answered)).not.toContainText('سؤال');
    await expect(comment(answer)).toContainText('جواب');
    await expect(comment(unseen)).toHaveCount(0);
    await expect(comments(page).getByRole('heading', { name: /١٣/ })).toBeVisible();
    await expectStill();
    // Out of sight it is what it is.
    await page.evaluate(() => scrollTo(0, 0));
    await expect(comment(seen)).toHaveCount(0);
    await expect(comment(answer)).toContainText('جواب');
    await expect(notice(page)).toHaveText('تعليق جديد');
  },
);

ownSite(
  'no order of the list keeps the words of a removed comment',
  async ({ page, own, slug, expectedErrors }) => {
    expectedErrors.push(notFound);
    const [first, second] = [await post(own, slug, 'أوّل'), await post(own, slug, 'ثانٍ')];
    await post(own, slug, 'وسط');
    await post(own, slug, 'ثالث');
    await listening(page, slug);
    const order = (name: string) => page.getByRole('link', { name, exact: true }).click();
    const words = (text: string) => comments(page).getByText(text, { exact: true });
    await order('الأقدم');
    await expect(comments(page).getByRole('article').first()).toContainText('أوّل');
    await remove(own, first);
    await expect(words('أوّل')).toHaveCount(0);
    await expect(comments(page).getByRole('heading', { name: /٣/ })).toBeVisible();
    await order('الأحدث');
    await expect(comments(page).getByRole('article').first()).toContainText('ثالث');
    await expect(words('أوّل')).toHaveCount(0);
    await remove(own, second);
    await expect(words('ثانٍ')).toHaveCount(0);
    await order('الأقدم');
    await expect(words('ثالث')).toHaveCount(1);
    await expect(words('ثانٍ')).toHaveCount(0);
    // What was waiting in another order is there where it has its place.
    await post(own, slug, 'رابع');
    await expect(notice(page)).toHaveText('تعليق جديد');
    await order('الأحدث');
    await expect(words('رابع')).toHaveCount(1);
    await expect(notice(page)).toHaveCount(0);
    await expect(comments(page).getByRole('heading', { name: /٣/ })).toBeVisible();
  },
);

ownSite('a branch of which nothing is left goes as a whole', async ({ page, own, slug, expectedErrors }) => {
  expectedErrors.push(notFound);
  const top = await post(own, slug, 'سؤال');
  const answer = await post(own, slug, 'جواب', top);
  await listening(page, slug);
  // What is out of view goes at once.
  await page.locator(`#comment-${answer}`).scrollIntoViewIfNeeded();
  await remove(own, top);
  await expect(page.getByText(gone)).toHaveCount(1);
  await remove(own, answer);
  await expect(page.getByText(gone)).toHaveCount(2);
  await expect(page.getByText('لا ردود')).toHaveCount(1);
  await post(own, slug, 'جديد');
  await notice(page).click();
  await expect(page.getByText('جديد', { exact: true })).toBeVisible();
  await expect(page.getByText(gone)).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'المزيد من الردود' })).toHaveCount(0);
  await expect(comments(page).getByRole('heading', { name: 'تعليق واحد' })).toBeVisible();
});

ownSite(
  'what is being written at a removed comment stays until it is put aside',
  async ({ page, own, slug, expectedErrors }) => {
    expectedErrors.push(notFound);
    const top = await post(own, slug, 'سؤال');
    await listening(page, slug);
    const comment = page.locator(`#comment-${top}`);
    await comment.getByRole('button', { name: 'ردّ', exact: true }).click();
    const box = comment.getByRole('textbox', { name: 'التعليق' });
    await box.fill('جوابي');
    await remove(own, top);
    await expect(comments(page).getByRole('heading', { name: 'لا تعليقات' })).toBeVisible();
    await expect(box).toHaveValue('جوابي');
    await comment.getByRole('button', { name: 'إلغاء' }).click();
    await expect(comment).toHaveText(gone);
  },
);
