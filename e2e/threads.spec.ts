import { randomUUID } from 'node:crypto';
import type { APIRequestContext, Page } from '@playwright/test';
import { expect, takenOver, test } from './fixtures.ts';

const pathOf = (slug: string) => `/api/articles/${encodeURIComponent(slug)}/comments`;

/** Posts a comment by the API, as whoever `request` is; gives its id. */
async function post(
  request: APIRequestContext,
  slug: string,
  { name = 'ريم', text, parentId }: { name?: string; text: string; parentId?: string | undefined },
): Promise<string> {
  const answer = await request.post(pathOf(slug), {
    data: { author: { name }, text, parentId },
    headers: { 'idempotency-key': randomUUID() },
  });
  const { id }: { id: string } = await answer.json();
  return id;
}

const article = (page: Page, id: string) => page.locator(`#comment-${id}`);

/** Another reader, with cookies of their own. */
async function stranger(page: Page): Promise<APIRequestContext> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('no browser');
  const context = await browser.newContext({ baseURL: new URL(page.url()).origin });
  return context.request;
}

test('the order is switched by links, and a page of it is the same without script', async ({
  page,
  english,
}) => {
  const [first, second] = [`first ${randomUUID()}`, `second ${randomUUID()}`];
  await post(page.request, english.slug, { text: first });
  const liked = await post(page.request, english.slug, { text: second });
  await post(page.request, english.slug, { text: 'third' });
  await page.request.put(`/api/comments/${liked}/like`);
  await page.goto(`/en/articles/${english.slug}`);
  await takenOver(page);
  const tops = page.locator('#comments > ol > li > article');
  await page.getByRole('link', { name: 'Most liked' }).click();
  await expect(page).toHaveURL(/\?order=liked#comments$/);
  await expect(tops.first()).toContainText(second);
  await expect(page.getByRole('link', { name: 'Most liked' })).toHaveAttribute('aria-current', 'true');
  await expect(page.getByRole('link', { name: 'Most liked' })).toBeFocused();
  await page.getByRole('link', { name: 'Oldest' }).click();
  await expect(page.getByRole('link', { name: 'Oldest' })).toHaveAttribute('aria-current', 'true');
  await expect(tops.nth(0)).not.toContainText('third');
  const shown = await tops.allInnerTexts();
  const html = await (await page.request.get(`/en/articles/${english.slug}?order=oldest`)).text();
  const places = shown.map((text) =>
    html.indexOf(text.split('\n').find((line) => /first|second|third/.test(line)) ?? '?'),
  );
  expect(places).toEqual(places.toSorted((one, other) => one - other));
});

test.describe('a comment’s own address', () => {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
      test.use({ javaScriptEnabled });

      test('leads to it, deep in a branch that is deep in the list', async ({ page, english }) => {
        const top = await post(page.request, english.slug, { text: 'deep top' });
        let wanted = '';
        for (let at = 1; at <= 130; at += 1) {
          const id = await post(page.request, english.slug, { text: `deep ${at}.`, parentId: top });
          if (at === 115) wanted = id;
        }
        for (let at = 0; at < 21; at += 1) await post(page.request, english.slug, { text: `above ${at}` });
        await page.goto(`/en/articles/${english.slug}?comment=${wanted}#comment-${wanted}`);
        await expect(article(page, wanted)).toContainText('deep 115.');
        await expect(article(page, wanted)).toBeInViewport();
        await expect(page.locator('article:target')).toHaveId(`comment-${wanted}`);
        await expect(article(page, top)).toContainText('deep 130.');
        await page.getByRole('link', { name: 'All replies from the first' }).click();
        await expect(page.getByText('deep 1.', { exact: true })).toBeVisible();
      });
    });
  }

  test('takes the focus', async ({ page, english }) => {
    const id = await post(page.request, english.slug, { text: 'to be focused' });
    await page.goto(`/en/articles/${english.slug}?comment=${id}#comment-${id}`);
    await takenOver(page);
    await page.keyboard.press('Tab');
    await expect(article(page, id).getByRole('link').first()).toBeFocused();
  });

  test('that is nobody’s any more says so, above the comments there are', async ({
    page,
    arabic,
    expectedErrors,
  }) => {
    expectedErrors.push(/404/);
    await page.goto(`/ar/articles/${arabic.slug}?comment=gone#comment-gone`);
    await takenOver(page);
    await expect(page.getByText('التعليق المطلوب حُذف أو لم يعد منشوراً.')).toBeVisible();
    await expect(page.getByRole('form', { name: 'إضافة تعليق جديد' })).toBeVisible();
  });
});

test('a reply is written under what it answers, and stands there', async ({ page, site, arabic }) => {
  const id = await post(page.request, arabic.slug, { text: `يُجاب عنه ${randomUUID()}` });
  const inner = await post(page.request, arabic.slug, { name: 'وليد', text: 'جواب أوّل', parentId: id });
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  await article(page, inner).getByRole('button', { name: 'ردّ', exact: true }).click();
  const form = page.getByRole('form', { name: 'ردّك على وليد' });
  await expect(form.getByLabel('التعليق', { exact: true })).toBeFocused();
  await form.getByRole('button', { name: 'إلغاء' }).click();
  await expect(article(page, inner)).toBeFocused();
  await article(page, inner).getByRole('button', { name: 'ردّ', exact: true }).click();
  const words = `جواب عن جواب ${randomUUID()}`;
  await form.getByLabel('الاسم').fill('هدى');
  await form.getByLabel('التعليق', { exact: true }).fill(words);
  await form.getByRole('button', { name: 'إرسال التعليق' }).click();
  const reply = article(page, id).getByRole('article', { name: 'تعليق هدى' }).filter({ hasText: words });
  await expect(reply).toHaveCount(1);
  await expect(form).toHaveCount(0);
  await expect(reply).toContainText('ردّاً على وليد');
  expect(await site.rows('select parent, root from comments where text = ?', words)).toEqual([
    { parent: inner, root: id },
  ]);
  await page.reload();
  await expect(reply).toHaveCount(1);
});

test('a like is counted once a browser, and taken back', async ({ page, site, arabic }) => {
  const id = await post(page.request, arabic.slug, { text: `يُعجب ${randomUUID()}` });
  const other = await stranger(page).catch(() => page.request);
  await other.put(`${site.url}/api/comments/${id}/like`);
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const like = article(page, id).getByRole('button', { name: 'أعجبني' });
  await like.click();
  await expect(like).toHaveAttribute('aria-pressed', 'true');
  const count = 'select count(*) as n from likes where comment = ?';
  await expect.poll(async () => Number((await site.rows(count, id))[0]?.['n'])).toBeGreaterThan(0);
  const before = Number((await site.rows(count, id))[0]?.['n']);
  await page.reload();
  await takenOver(page);
  await like.scrollIntoViewIfNeeded();
  await expect(like).toHaveAttribute('aria-pressed', 'true');
  await like.click();
  await expect(like).toHaveAttribute('aria-pressed', 'false');
  await expect.poll(async () => Number((await site.rows(count, id))[0]?.['n'])).toBe(before - 1);
});

test('a like that does not come through is taken back, and said', async ({
  page,
  arabic,
  expectedErrors,
}) => {
  expectedErrors.push(/Failed to load/);
  const id = await post(page.request, arabic.slug, { text: `لا يصل ${randomUUID()}` });
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  await page.route('**/like', (route) => route.abort());
  const like = article(page, id).getByRole('button', { name: 'أعجبني' });
  await like.click();
  await expect(article(page, id).getByRole('alert')).toContainText('لم يصل ردّ من الموقع.');
  await expect(article(page, id)).not.toContainText('إعجاب واحد');
});

test('a report goes with its reason, and an empty one does not go', async ({ page, site, arabic }) => {
  const id = await post(page.request, arabic.slug, { text: `يُبلَّغ عنه ${randomUUID()}` });
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  await article(page, id).getByRole('button', { name: 'إبلاغ' }).click();
  const form = page.getByRole('form', { name: 'الإبلاغ عن هذا التعليق' });
  await expect(form.getByLabel('سبب الإبلاغ')).toBeFocused();
  await form.getByRole('button', { name: 'إرسال البلاغ' }).click();
  await expect(form.getByLabel('سبب الإبلاغ')).toHaveAccessibleDescription('هذه الخانة مطلوبة.');
  await form.getByLabel('سبب الإبلاغ').fill('إعلان تجاريّ');
  await form.getByRole('button', { name: 'إرسال البلاغ' }).click();
  await expect(article(page, id).getByRole('status')).toContainText('وصل بلاغك');
  expect(await site.rows('select reason from reports where comment = ?', id)).toEqual([
    { reason: 'إعلان تجاريّ' },
  ]);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a comment is answered, liked and reported by plain forms', async ({ page, site, arabic }) => {
    const id = await post(page.request, arabic.slug, { text: `بلا برمجة ${randomUUID()}` });
    await page.goto(`/ar/articles/${arabic.slug}`);
    await article(page, id).getByRole('button', { name: 'أعجبني' }).click();
    await expect(page.getByText('سُجّل إعجابك.')).toBeVisible();
    expect(await site.rows('select * from likes where comment = ?', id)).toHaveLength(1);
    await page.getByRole('button', { name: 'سحب الإعجاب' }).click();
    await expect.poll(() => site.rows('select * from likes where comment = ?', id)).toHaveLength(0);

    await page.goto(`/ar/articles/${arabic.slug}`);
    await article(page, id).getByRole('button', { name: 'إبلاغ' }).click();
    await page.getByLabel('سبب الإبلاغ').fill('شتيمة');
    await page.getByRole('button', { name: 'إرسال البلاغ' }).click();
    await expect(page.getByText('وصل بلاغك، وستنظر فيه أسرة التحرير.')).toBeVisible();
    expect(await site.rows('select reason from reports where comment = ?', id)).toEqual([
      { reason: 'شتيمة' },
    ]);

    await page.goto(`/ar/articles/${arabic.slug}`);
    await article(page, id).getByRole('button', { name: 'ردّ', exact: true }).click();
    const form = page.getByRole('form', { name: 'ردّك على ريم' });
    const words = `الردّ ${randomUUID()}`;
    await form.getByLabel('الاسم').fill('هدى');
    await form.getByLabel('التعليق', { exact: true }).fill(words);
    await form.getByRole('button', { name: 'إرسال التعليق' }).click();
    await expect(page.getByText('نُشر تعليقك.')).toBeVisible();
    expect(await site.rows('select parent from comments where text = ?', words)).toEqual([{ parent: id }]);
    await expect(article(page, id).getByRole('article').filter({ hasText: words })).toBeVisible();
  });

  test('a branch folds without script', async ({ page, english }) => {
    const id = await post(page.request, english.slug, { text: 'folds' });
    await post(page.request, english.slug, { text: 'inside', parentId: id });
    await page.goto(`/en/articles/${english.slug}`);
    await article(page, id).getByText('1 reply').click();
    await expect(article(page, id).getByText('inside')).toBeHidden();
  });
});

test('its writer edits and deletes a comment, within the time', async ({ page, site, arabic }) => {
  const words = `قبل التعديل ${randomUUID()}`;
  await page.goto(`/ar/articles/${arabic.slug}`);
  const id = await post(page.request, arabic.slug, { text: words });
  const foreign = await post(await stranger(page), arabic.slug, { text: 'ليس لي' });
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const own = article(page, id);
  await own.scrollIntoViewIfNeeded();
  await expect(own.getByText(/بقيت للتعديل ١[٤٥] دقيقة/)).toBeVisible();
  await expect(article(page, foreign).getByRole('button', { name: 'تعديل' })).toHaveCount(0);
  await own.getByRole('button', { name: 'تعديل' }).click();
  const box = page.getByRole('form', { name: 'تعديل تعليقك' }).getByLabel('نصّ التعليق');
  await expect(box).toBeFocused();
  await expect(box).toHaveValue(words);
  await box.fill(`بعد ${words}`);
  await page.getByRole('button', { name: 'حفظ التعديل' }).click();
  await expect(own).toContainText(`بعد ${words}`);
  await expect(own).toContainText('مُعدَّل');
  await expect(own).toBeFocused();
  expect(await site.rows('select text from comments where id = ?', id)).toEqual([{ text: `بعد ${words}` }]);
  await own.getByRole('button', { name: 'حذف' }).click();
  await own.getByRole('button', { name: 'إبقاء' }).press('Enter');
  await expect(own).toBeVisible();
  await own.getByRole('button', { name: 'حذف' }).click();
  await own.getByRole('button', { name: 'حذف نهائيّ' }).click();
  await expect(own).toHaveCount(0);
  expect(await site.rows('select state from comments where id = ?', id)).toEqual([{ state: 'removed' }]);
});

test('of a deleted comment that was answered its place is left', async ({ page, arabic }) => {
  const id = await post(page.request, arabic.slug, { text: 'يُحذف ويبقى مكانه' });
  await post(page.request, arabic.slug, { text: 'جواب', parentId: id });
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const own = article(page, id);
  await own.scrollIntoViewIfNeeded();
  await own.getByRole('button', { name: 'حذف' }).first().click();
  await own.getByRole('button', { name: 'حذف نهائيّ' }).click();
  await expect(own).toContainText('حُذف هذا التعليق.');
  await expect(own).toContainText('جواب');
  await expect(own).not.toContainText('يُحذف ويبقى مكانه');
  await page.reload();
  await expect(own).toContainText('حُذف هذا التعليق.');
});

test('addresses in comments lead where they say', async ({ page, english }) => {
  const id = await post(page.request, english.slug, {
    text: 'See https://аpple.com/x, or <b>www.example.com</b>.\njavascript:alert(1)',
  });
  await page.goto(`/en/articles/${english.slug}`);
  const links = article(page, id).locator('p a');
  await expect(links).toHaveText(['https://xn--pple-43d.com/x', 'www.example.com']);
  await expect(links.first()).toHaveAttribute('rel', /ugc nofollow/);
  await expect(article(page, id)).toContainText('<b>');
});
