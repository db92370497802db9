import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, takenOver, test } from '../fixtures.ts';
import { answerPosts, openForm, ownComment, rowsOf, shownComment } from '../writing.ts';

const day = 24 * 60 * 60 * 1000;

test.beforeEach(({ expectedErrors }) => {
  expectedErrors.push(/ERR_(INTERNET_DISCONNECTED|FAILED)/, /status of (4|5)\d\d/);
});

/** Puts an item into the outbox as an earlier build wrote it, in words of its own. */
async function leave(page: Page, slug: string, text: string, written: number, more: object = {}) {
  await page.goto('/favicon.ico');
  const item = { v: 1, slug, name: 'سامي', text, written, stage: { is: 'waiting', tries: 0 }, ...more };
  await page.evaluate(([key, value]) => localStorage.setItem(`riwaq.outbox.${key}`, value), [
    randomUUID(),
    JSON.stringify(item),
  ] as const);
}

const held = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('riwaq.outbox.')).length);

test('where the device’s storage is full, reading and sending work, and without a network the box keeps its words', async ({
  page,
  context,
  site,
  arabic,
}) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  const [first, second] = [`يُرسَل ${randomUUID()}`, `يبقى ${randomUUID()}`];
  const form = await openForm(page, arabic.slug);
  await form.text.fill(first);
  await expect(page.getByText('لا يستطيع المتصفّح حفظ ما يُكتب هنا')).toBeVisible();
  await form.send.click();
  await expect(shownComment(page, first)).toHaveCount(1);
  await expect(form.text).toHaveValue('');
  await context.setOffline(true);
  await form.text.fill(second);
  await form.send.click();
  await expect(ownComment(page, second)).toContainText('تعذّر حفظ تعليقك على جهازك');
  await expect(form.text).toHaveValue(second);
  await context.setOffline(false);
  await expect(shownComment(page, second)).toHaveCount(1);
  await expect(form.text).toHaveValue('');
  for (const words of [first, second]) expect(await site.rows(rowsOf, words)).toHaveLength(1);
});

test('where storage is denied, the page is there and a comment is sent', async ({ page, site, arabic }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(globalThis, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
  });
  const words = `بلا تخزين ${randomUUID()}`;
  const form = await openForm(page, arabic.slug);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await form.text.fill(words);
  await form.send.click();
  await expect(shownComment(page, words)).toHaveCount(1);
  await expect(form.text).toHaveValue('');
  expect(await site.rows(rowsOf, words)).toHaveLength(1);
});

test('what an earlier build left is sent by this one; what it does not know it leaves alone', async ({
  page,
  site,
  arabic,
}) => {
  const [words, foreign] = [`من بناء سابق ${randomUUID()}`, `من بناء لاحق ${randomUUID()}`];
  await leave(page, arabic.slug, foreign, Date.now(), { v: 9 });
  await leave(page, arabic.slug, words, Date.now() - day, { mood: 'x', stage: { is: 'sending', tries: 1 } });
  await page.goto('/ar/');
  await expect.poll(() => site.rows(rowsOf, words)).toHaveLength(1);
  await expect.poll(() => held(page)).toBe(1);
  expect(await site.rows(rowsOf, foreign)).toHaveLength(0);
});

test('a comment eight days old is offered, and goes only when its writer says so', async ({
  page,
  site,
  arabic,
}) => {
  const words = `من الأسبوع الماضي ${randomUUID()}`;
  await leave(page, arabic.slug, words, Date.now() - 8 * day);
  const posts = await answerPosts(page, 'server');
  await openForm(page, arabic.slug);
  const own = ownComment(page, words);
  await expect(own).toContainText('كُتب هذا التعليق قبل ٨ أيام ولم يُرسَل.');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  // Discarded by mistake it comes back.
  await own.getByRole('button', { name: 'حذف' }).click();
  await expect(own).toHaveCount(0);
  expect(await held(page)).toBe(0);
  await page.getByRole('button', { name: 'تراجع' }).click();
  await expect(own).toContainText('قبل ٨ أيام');
  expect(await held(page)).toBe(1);
  expect(posts).toHaveLength(0);
  await own.getByRole('button', { name: 'إرسال التعليق الآن' }).click();
  await expect(shownComment(page, words)).toHaveCount(1);
  expect(await site.rows(rowsOf, words)).toHaveLength(1);
});

for (const [name, time] of [
  ['that was never set', 0],
  ['that is a year ahead', Date.now() + 365 * day],
] as const) {
  test(`by a clock ${name} nothing expires early, and dates are sane`, async ({ page, site, arabic }) => {
    await page.clock.install({ time });
    const [waiting, words] = [`منذ أمس ${randomUUID()}`, `الآن ${randomUUID()}`];
    await leave(page, arabic.slug, waiting, Date.now() - day);
    const form = await openForm(page, arabic.slug);
    await expect(shownComment(page, waiting)).toHaveCount(1);
    await form.text.fill(words);
    await form.send.click();
    const own = shownComment(page, words);
    await expect(own).toHaveCount(1);
    // Once an answer has told the time, what was just written was just written.
    await page.clock.runFor(61_000);
    await expect(own.getByRole('time')).toHaveText(/الآن|قبل دقيقة/);
    for (const text of [waiting, words]) expect(await site.rows(rowsOf, text)).toHaveLength(1);
    await page.reload();
    await takenOver(page);
    await expect(shownComment(page, words)).toHaveCount(1);
  });
}

test('a comment held for review stays with its writer over a reload', async ({ page, arabic }) => {
  const words = `ينتظر المراجعة ${randomUUID()}`;
  const comment = {
    id: 'held',
    articleId: 'a',
    author: { name: 'سامي', staff: false },
    text: words,
    createdAt: new Date().toISOString(),
    state: 'pending',
    likes: { count: 0 },
    replies: [],
    replyCount: 0,
  };
  await page.route('**/comments', (route) =>
    route.request().method() === 'POST' ? route.fulfill({ status: 201, json: comment }) : route.continue(),
  );
  const form = await openForm(page, arabic.slug);
  await form.text.fill(words);
  await form.send.click();
  const own = ownComment(page, words);
  await expect(own).toContainText('وصل تعليقك، ويُنشر بعد المراجعة.');
  await expect(form.text).toHaveValue('');
  await page.reload();
  await takenOver(page);
  await form.text.scrollIntoViewIfNeeded();
  await expect(own).toContainText('وصل تعليقك، ويُنشر بعد المراجعة.');
});
