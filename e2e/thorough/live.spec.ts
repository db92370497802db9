import { commentForm, cutOff, expect, takenOver } from '../fixtures.ts';
import { comments, greeted, listening, notice, ownSite, post, streamsOf } from '../live-site.ts';

ownSite('new comments are counted in words and come when they are asked for', async ({ page, own, slug }) => {
  await post(own, slug, 'قبل الفتح');
  const streams = streamsOf(page.context());
  await page.goto(`/ar/articles/${slug}`);
  await takenOver(page);
  expect(streams.asked).toEqual([]);
  const opened = greeted(page);
  await comments(page).scrollIntoViewIfNeeded();
  await opened;
  const names = ['تعليق جديد', 'تعليقان جديدان', '٣ تعليقات جديدة'];
  for (const [at, name] of names.entries()) {
    await post(own, slug, `كلام ${at}`);
    await expect(notice(page)).toHaveText(name);
    await expect(page.getByRole('status').filter({ hasText: name })).toHaveCount(1);
  }
  for (let at = 3; at < 11; at += 1) await post(own, slug, `كلام ${at}`);
  await expect(notice(page)).toHaveText('١١ تعليقاً جديداً');
  await expect(page.getByText('كلام 0', { exact: true })).toHaveCount(0);
  await notice(page).press('Enter');
  const first = page.getByRole('article', { name: 'تعليق قارئ آخر' }).first();
  await expect(first).toContainText('كلام 10');
  await expect(first).toBeFocused();
  await expect(notice(page)).toHaveCount(0);
  for (const at of [0, 5, 10]) await expect(page.getByText(`كلام ${at}`, { exact: true })).toHaveCount(1);
  await expect(comments(page).getByRole('heading', { name: /١٢/ })).toBeVisible();
  expect(streams.asked).toHaveLength(1);
});

ownSite(
  'a reader’s own comment is none of the new ones; an answer to one shown is',
  async ({ page, own, slug }) => {
    const top = await post(own, slug, 'سؤال');
    await listening(page, slug);
    const form = commentForm(page);
    await form.name.fill('ليلى');
    await form.text.fill('كلامي');
    await form.send.click();
    await expect(form.text).toHaveValue('');
    const answer = await post(own, slug, 'جواب', top);
    await expect(notice(page)).toHaveText('تعليق جديد');
    await notice(page).click();
    await expect(page.locator(`#comment-${answer}`)).toBeFocused();
    await expect(page.getByText('كلامي', { exact: true })).toHaveCount(1);
    await expect(notice(page)).toHaveCount(0);
  },
);

ownSite(
  'one tab holds the stream for all; when it goes, another goes on where it was',
  async ({ page, context, own, slug }) => {
    const streams = streamsOf(context);
    await listening(page, slug);
    const other = await context.newPage();
    await other.goto(`/ar/articles/${slug}`);
    await takenOver(other);
    await comments(other).scrollIntoViewIfNeeded();
    await post(own, slug, 'أوّل');
    for (const tab of [page, other]) await expect(notice(tab)).toHaveText('تعليق جديد');
    expect(streams.asked).toEqual(['']);
    const taken = greeted(other);
    await page.close();
    await taken;
    expect(streams.asked).toEqual(['', expect.stringMatching(/^\?after=\d+$/)]);
    await post(own, slug, 'ثانٍ');
    await expect(notice(other)).toHaveText('تعليقان جديدان');
  },
);

ownSite('a reader who saves data is told nothing by himself', async ({ page, own, slug }) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
  );
  const streams = streamsOf(page.context());
  await page.goto(`/ar/articles/${slug}`);
  await takenOver(page);
  const code = page.waitForResponse((response) => response.url().includes('/assets/live-comments'));
  await comments(page).scrollIntoViewIfNeeded();
  await code;
  await post(own, slug, 'كلام');
  await takenOver(page);
  expect(streams.asked).toEqual([]);
  await expect(notice(page)).toHaveCount(0);
});

ownSite('a hidden tab stops listening, and catches up when it is seen again', async ({ page, own, slug }) => {
  await page.clock.install();
  const streams = streamsOf(page.context());
  await listening(page, slug);
  // Whoever was told nothing yet does not know where to go on from.
  await post(own, slug, 'قبل غيابك');
  await expect(notice(page)).toHaveText('تعليق جديد');
  const show = (isHidden: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { configurable: true, value });
      document.dispatchEvent(new Event('visibilitychange'));
    }, isHidden);
  await show(true);
  expect(streams.open.size).toBe(1);
  await page.clock.fastForward(11_000);
  await expect.poll(() => streams.open.size).toBe(0);
  await post(own, slug, 'في غيابك');
  await expect(notice(page)).toHaveText('تعليق جديد');
  await show(false);
  await expect(notice(page)).toHaveText('تعليقان جديدان');
  expect(streams.asked).toEqual(['', expect.stringMatching(/^\?after=\d+$/)]);
});

ownSite(
  'a server that ends and starts again costs nothing and doubles nothing',
  async ({ page, own, slug, expectedErrors }) => {
    expectedErrors.push(cutOff);
    await listening(page, slug);
    await post(own, slug, 'قبل');
    await expect(notice(page)).toHaveText('تعليق جديد');
    await own.kill();
    await own.serve();
    await post(own, slug, 'بعد');
    await expect(notice(page)).toHaveText('تعليقان جديدان', { timeout: 30_000 });
    await notice(page).click();
    for (const words of ['قبل', 'بعد']) await expect(page.getByText(words, { exact: true })).toHaveCount(1);
    await expect(notice(page)).toHaveCount(0);
  },
);

ownSite(
  'where no stream can be had the list is asked, and the stream tried again',
  async ({ page, own, slug, expectedErrors }) => {
    expectedErrors.push(/503/);
    await page.clock.install();
    await page.route('**/events*', (route) => route.fulfill({ status: 503 }));
    const streams = streamsOf(page.context());
    await page.goto(`/ar/articles/${slug}`);
    await takenOver(page);
    await comments(page).scrollIntoViewIfNeeded();
    for (let tries = 1; tries <= 4; tries += 1) {
      await expect.poll(() => streams.asked.length).toBe(tries);
      await expect.poll(() => streams.open.size).toBe(0);
      await page.clock.fastForward(20_000);
    }
    await post(own, slug, 'بلا مجرى');
    await page.clock.fastForward(70_000);
    await expect(notice(page)).toHaveText('تعليق جديد');
    await page.unroute('**/events*');
    const opened = greeted(page);
    for (let polls = 0; polls < 5; polls += 1) await page.clock.fastForward(70_000);
    await opened;
    await post(own, slug, 'بالمجرى');
    await expect(notice(page)).toHaveText('تعليقان جديدان');
  },
);
