import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page, Request } from '@playwright/test';
import { commentForm, expect, takenOver, test } from './fixtures.ts';
import { articleFiles, SiteProcess } from './site-process.ts';

/** Posts as another reader, and gives the comment's id. */
async function post(site: SiteProcess, slug: string, text: string, parentId?: string): Promise<string> {
  const answer = await fetch(`${site.url}/api/articles/${encodeURIComponent(slug)}/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ author: { name: 'قارئ آخر' }, text, ...(parentId !== undefined && { parentId }) }),
  });
  const comment: { id: string } = await answer.json();
  return comment.id;
}

const isStream = (request: Request) => new URL(request.url()).pathname.endsWith('/events');

/** Streams that were asked for from now on, and those of them that are open still. */
function streamsOf(from: BrowserContext) {
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

const greeted = (page: Page) =>
  page.waitForResponse((response) => isStream(response.request()) && response.ok());
const notice = (page: Page) => page.getByRole('button', { name: /(?:تعليق|تعليقان|تعليقات|تعليقاً) جديد/ });
const comments = (page: Page) => page.locator('#comments');

/** Opens the article at its comments, with the stream open. */
async function listening(page: Page, slug: string): Promise<void> {
  const opened = greeted(page);
  await page.goto(`/ar/articles/${slug}`);
  await takenOver(page);
  await comments(page).scrollIntoViewIfNeeded();
  await opened;
}

/** A site with one article of the test's own: what others post there would be counted. */
const ownSite = test.extend<{ own: SiteProcess; slug: string }>({
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
  await expect(notice(page)).toHaveCount(0);
  await show(false);
  await expect(notice(page)).toHaveText('تعليق جديد');
  expect(streams.asked).toEqual(['', expect.stringMatching(/^\?after=\d+$/)]);
});

ownSite(
  'a server that ends and starts again costs nothing and doubles nothing',
  async ({ page, own, slug, expectedErrors }) => {
    expectedErrors.push(
      /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/,
    );
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

ownSite(
  'nothing moves under a reader, whatever comes and goes',
  async ({ page, own, slug, expectedErrors }) => {
    expectedErrors.push(/404|ERR_FAILED/);
    for (let at = 0; at < 15; at += 1) await post(own, slug, `كلام طويل ${at} `.repeat(12));
    const seen = await post(own, slug, 'يُرى');
    for (let at = 0; at < 8; at += 1) await post(own, slug, `كلام آخر ${at} `.repeat(12));
    const unseen = await post(own, slug, 'لا يُرى');
    for (let at = 0; at < 6; at += 1) await post(own, slug, `كلام أخير ${at} `.repeat(12));
    await listening(page, slug);
    const watched = page.locator(`#comment-${seen}`);
    await watched.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    const place = () => watched.evaluate((element) => element.getBoundingClientRect().top);
    const before = await place();
    await post(own, slug, 'جديد '.repeat(40));
    await expect(notice(page)).toHaveText('تعليق جديد');
    expect(await place()).toBe(before);
    // Both are removed behind the page's back: nothing that could do it is part of this journey.
    const told = [seen, unseen].map((id, at) => {
      const data = JSON.stringify({ type: 'removed', id, rootId: id, total: 31 });
      return `event: comment\nid: ${900 + at}\ndata: ${data}\n\n`;
    });
    const hello = `event: hello\nid: 902\ndata: ${JSON.stringify({ version: 902, total: 33, complete: true })}\n\n`;
    let times = 0;
    await page.route('**/events*', (route) => {
      times += 1;
      return times === 1
        ? route.fulfill({ contentType: 'text/event-stream', body: told.join('') + hello })
        : route.abort();
    });
    const gone = { type: 'urn:riwaq:problem:not_found', title: '', status: 404, code: 'not_found' };
    for (const id of [seen, unseen])
      await page.route(`**/api/comments/${id}`, (route) =>
        route.fulfill({ status: 404, contentType: 'application/problem+json', body: JSON.stringify(gone) }),
      );
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await expect(page.locator(`#comment-${unseen}`)).toHaveText('حُذف هذا التعليق.');
    await expect(watched).toContainText('يُرى');
    expect(Math.abs((await place()) - before)).toBeLessThan(1);
    // Out of sight it is what it is.
    await page.evaluate(() => scrollTo(0, 0));
    await expect(watched).toHaveText('حُذف هذا التعليق.');
  },
);
