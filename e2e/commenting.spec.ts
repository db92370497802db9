import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { commentForm, cutOff, expect, takenOver, test } from './fixtures.ts';

const rowsOf = 'select * from comments where text = ?';

test('a comment is shown in its place while it is sent, then kept once in the database', async ({
  page,
  site,
  arabic,
}) => {
  const words = `تعليق أوّل ${randomUUID()}`;
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const form = commentForm(page);
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route('**/comments', async (route) => {
    await held;
    await route.continue();
  });
  await form.name.fill('ليلى حدّاد');
  await form.text.fill(words);
  await form.send.click();
  const own = page.getByRole('listitem').filter({ hasText: words });
  await expect(own).toContainText('يُرسَل الآن…');
  await expect(form.text).toHaveValue(words);
  // Pressed again and again meanwhile.
  await form.send.dispatchEvent('click');
  await form.text.press('Control+Enter');
  release();
  await expect(own).not.toContainText('يُرسَل الآن…');
  await expect(page.getByRole('status').filter({ hasText: 'نُشر تعليقك.' })).toHaveCount(1);
  await expect(form.text).toHaveValue('');
  await expect(form.name).toHaveValue('ليلى حدّاد');
  await expect(page.getByRole('article', { name: 'تعليق ليلى حدّاد' }).filter({ hasText: words })).toHaveCount(
    1,
  );
  expect(await site.rows(rowsOf, words)).toMatchObject([{ author_name: 'ليلى حدّاد', state: 'published' }]);
});

test('a comment that does not get through keeps its words and is sent again under the same key', async ({
  page,
  site,
  arabic,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_FAILED/);
  const words = `لا يضيع ${randomUUID()}`;
  const keys: (string | undefined)[] = [];
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const form = commentForm(page);
  // The server keeps the comment and its answer is lost.
  await page.route('**/comments', async (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    await route.fetch();
    await route.abort();
  });
  await form.name.fill('سامي');
  await form.text.fill(words);
  await form.send.click();
  const own = page.getByRole('listitem').filter({ hasText: words });
  await expect(own).toContainText('لا اتصال بالموقع. تعليقك محفوظ على جهازك.');
  // The device holds it, and says so in its place.
  await expect(form.text).toHaveValue('');
  await page.unroute('**/comments');
  page.on(
    'request',
    (request) => request.method() === 'POST' && keys.push(request.headers()['idempotency-key']),
  );
  await own.getByRole('button', { name: 'المحاولة الآن' }).click();
  await expect(page.locator('article[id^="comment-"]').filter({ hasText: words })).toHaveCount(1);
  await expect(page.getByRole('listitem').filter({ hasText: words })).toHaveCount(1);
  expect(keys.length).toBeGreaterThan(1);
  expect(new Set(keys).size).toBe(1);
  expect(await site.rows(rowsOf, words)).toHaveLength(1);
});

test('a failed comment keeps its own words while others are written, and tries again with them', async ({
  page,
  arabic,
  site,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_FAILED/);
  const [first, second] = [`الأوّل ${randomUUID()}`, `الثاني ${randomUUID()}`];
  await page.clock.install();
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const form = commentForm(page);
  // Whatever tries by itself meanwhile, the first goes nowhere until its writer asks.
  let isAsked = false;
  await page.route('**/comments', (route) =>
    !isAsked && route.request().postData()?.includes(first) ? route.abort() : route.continue(),
  );
  await form.name.fill('سامي');
  await form.text.fill(first);
  await form.send.click();
  const own = page.getByRole('listitem').filter({ hasText: first });
  const waiting = 'محفوظ على جهازك';
  await expect(own).toContainText(waiting);
  await expect(form.text).toHaveValue('');
  await form.text.fill(second);
  await page.clock.pauseAt(Date.now() + 60_000);
  await expect(own).toContainText(waiting);
  await form.send.click();
  await expect(page.locator('article[id^="comment-"]').filter({ hasText: second })).toBeVisible();
  await expect(form.text).toHaveValue('');
  await expect(own).toContainText(waiting);
  isAsked = true;
  await own.getByRole('button', { name: 'المحاولة الآن' }).press('Enter');
  await expect(own).not.toContainText(waiting);
  // Whoever tried again by keyboard is led to the comment in its place, which has an address of its own.
  await expect(page.locator('article[id^="comment-"]').filter({ hasText: first })).toBeFocused();
  for (const words of [first, second]) expect(await site.rows(rowsOf, words)).toHaveLength(1);
});

test('more comments come in place, lead the focus on, and say when they do not come', async ({
  page,
  english,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_FAILED/);
  for (let at = 0; at < 25; at += 1) {
    await page.request.post(`/api/articles/${encodeURIComponent(english.slug)}/comments`, {
      data: { author: { name: 'n' }, text: `number ${at}` },
      headers: { 'idempotency-key': randomUUID() },
    });
  }
  await page.goto(`/en/articles/${english.slug}`);
  await takenOver(page);
  // The next frame may come before the comments stand in the page, as on a busy phone.
  await page.evaluate(() => {
    globalThis.requestAnimationFrame = (frame) => {
      frame(performance.now());
      return 0;
    };
  });
  const more = page.getByRole('link', { name: 'More comments' });
  await page.route('**/comments?*', (route) => route.abort());
  await more.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('The comments could not be loaded.', { timeout: 15_000 });
  await page.unroute('**/comments?*');
  await more.press('Enter');
  await expect(page.getByText('number 0', { exact: true })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'number 4' }).last()).toBeFocused();
});

test('a refusal is said in words beside its field, which takes the focus', async ({
  page,
  arabic,
  expectedErrors,
}) => {
  expectedErrors.push(/422/);
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const form = commentForm(page);
  await form.send.click();
  await expect(form.name).toBeFocused();
  await expect(form.name).toHaveAccessibleDescription('هذه الخانة مطلوبة.');
  await expect(form.text).toHaveAttribute('aria-invalid', 'true');
  // The server alone knows this rule.
  await form.name.fill('الإدارة');
  await form.text.fill('كلام');
  await form.send.click();
  await expect(form.name).toBeFocused();
  await expect(form.name).toHaveAccessibleDescription('هذا الاسم محجوز لأسرة التحرير.');
  await expect(form.text).toHaveValue('كلام');
  await form.name.fill('منى');
  await expect(form.name).toHaveAttribute('aria-invalid', 'false');
});

test('an acknowledged comment outlives the server’s sudden end', async ({
  page,
  site,
  arabic,
  expectedErrors,
}) => {
  // The dead server's kept sockets go in one way or the other, by when the browser looks at them.
  expectedErrors.push(cutOff);
  const words = `بعد انقطاع الكهرباء ${randomUUID()}`;
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const form = commentForm(page);
  await form.name.fill('نادر');
  await form.text.fill(words);
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await form.send.click();
  expect((await answered).status()).toBe(201);
  await site.kill();
  expect(await site.rows(rowsOf, words)).toHaveLength(1);
  await site.serve();
  await page.reload();
  await expect(page.getByText(words)).toBeVisible();
});

test('a new comment shows at once to everybody, and an import by another process too', async ({
  page,
  site,
  arabic,
}) => {
  const path = `/ar/articles/${arabic.slug}`;
  await page.goto(path);
  const words = `من جهاز آخر ${randomUUID()}`;
  const posted = await page.request.post(`/api/articles/${encodeURIComponent(arabic.slug)}/comments`, {
    data: { author: { name: 'زائر' }, text: words },
    headers: { 'idempotency-key': randomUUID() },
  });
  expect(posted.status()).toBe(201);
  await page.reload();
  await expect(page.getByText(words)).toBeVisible();
  // Shown at once and yet kept: an article that is talked about is the one that many read.
  const kept = await page.request.get(path);
  expect(kept.headers()['cache-control']).toBe('public, no-cache');
  await page.goto('/ar/');
  await expect(page.getByText('مادة جديدة تماماً')).toHaveCount(0);
  const file = `${site.dataDir}/new-${Date.now()}.txt`;
  await writeFile(file, `مادة جديدة تماماً ${Date.now()}\n\nنصّ قصير.`);
  expect(await site.import(file)).toMatch(/^added /);
  await page.reload();
  await expect(page.getByText('مادة جديدة تماماً')).toBeVisible();
});
