import { randomUUID } from 'node:crypto';
import { article, post, stranger, told } from './conversation.ts';
import { expect, takenOver, test } from './fixtures.ts';

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
  const shown = await tops.evaluateAll((all) => all.map(({ id }) => id));
  const html = await (await page.request.get(`/en/articles/${english.slug}?order=oldest`)).text();
  const places = shown.map((id) => html.indexOf(`id="${id}"`));
  expect(places.length).toBeGreaterThan(2);
  expect(places).not.toContain(-1);
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

  test('shows the whole branch, and leads back to the newest, with the focus', async ({ page, english }) => {
    const top = await post(page.request, english.slug, { text: 'whole top' });
    let wanted = '';
    for (let at = 1; at <= 30; at += 1)
      wanted = await post(page.request, english.slug, { text: `whole ${at}.`, parentId: top });
    await page.goto(`/en/articles/${english.slug}?comment=${wanted}#comment-${wanted}`);
    await takenOver(page);
    await page.getByRole('link', { name: 'All replies from the first' }).press('Enter');
    await expect(page.getByText('whole 1.', { exact: true })).toBeVisible();
    await expect(article(page, top)).toBeFocused();
    await expect(article(page, top)).toBeInViewport();
    await page.getByRole('link', { name: 'Back to the newest comments' }).press('Enter');
    await expect(page).toHaveURL(/beirut#comments$/);
    const heading = page.getByRole('heading', { name: /\d comments?$/ });
    await expect(heading).toBeFocused();
    await expect(heading).toBeInViewport();
  });

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
  await expect(told(page)).toHaveText('سُجّل إعجابك.');
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
  site,
  arabic,
  expectedErrors,
}) => {
  expectedErrors.push(/Failed to load/);
  const id = await post(await stranger(page, site.url), arabic.slug, { text: `لا يصل ${randomUUID()}` });
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  await page.route('**/like', (route) => route.abort());
  const like = article(page, id).getByRole('button', { name: 'أعجبني' });
  await like.click();
  const failure = article(page, id).getByRole('alert');
  await expect(failure).toContainText('تعذّر تسجيل الإعجاب. لم يصل ردّ من الموقع.');
  await expect(article(page, id)).not.toContainText('إعجاب واحد');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(failure).toHaveCount(0);
  await like.click();
  await expect(failure).toHaveCount(1);
  await article(page, id).getByRole('button', { name: 'إبلاغ' }).click();
  await expect(failure).toHaveCount(0);
});

test('a report goes with its reason, and an empty one does not go', async ({ page, site, arabic }) => {
  const id = await post(await stranger(page, site.url), arabic.slug, { text: `يُبلَّغ عنه ${randomUUID()}` });
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
  await expect(article(page, id).getByRole('status')).toBeFocused();
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

test('what stands open is closed by its button and by Escape, and keeps its words', async ({
  page,
  site,
  arabic,
}) => {
  const id = await post(page.request, arabic.slug, { text: `يُفتح ويُغلق ${randomUUID()}` });
  const foreign = await post(await stranger(page, site.url), arabic.slug, { text: `لغيري ${randomUUID()}` });
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  await article(page, id).scrollIntoViewIfNeeded();
  for (const [at, name] of [
    [id, 'تعديل'],
    [foreign, 'ردّ'],
    [foreign, 'إبلاغ'],
  ] as const) {
    const button = article(page, at).getByRole('button', { name, exact: true });
    const box = article(page, at).locator('textarea');
    await expect(button).toHaveAttribute('aria-expanded', 'false');
    await button.click();
    await expect(button).toHaveAttribute('aria-expanded', 'true');
    await expect(box).toBeFocused();
    await button.click();
    await expect(box).toHaveCount(0);
    await button.click();
    await page.keyboard.type(' وكلمة');
    await box.dispatchEvent('keydown', { key: 'Escape', isComposing: true });
    await expect(box).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(box).toHaveCount(0);
    await expect(button).toBeFocused();
    if (name === 'إبلاغ') continue;
    await button.click();
    await expect(box).toHaveValue(/ وكلمة$/);
    await page.keyboard.press('Escape');
  }
  await article(page, id).getByRole('button', { name: 'حذف' }).click();
  await page.keyboard.press('Escape');
  await expect(article(page, id).getByRole('button', { name: 'حذف' })).toBeFocused();
});

test('a very tall comment is folded, and unfolds for whoever goes on in it', async ({ page, arabic }) => {
  const text = `${'سطر\n'.repeat(1_000)}https://example.com/end`;
  const id = await post(page.request, arabic.slug, { text });
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const tall = article(page, id);
  const height = async () => (await tall.boundingBox())?.height ?? 0;
  await tall.scrollIntoViewIfNeeded();
  await expect.poll(height).toBeLessThan(1_300);
  await tall.getByRole('button', { name: 'عرض التعليق كاملاً' }).press('Enter');
  expect(await height()).toBeGreaterThan(10_000);
  await expect(tall).toBeFocused();
  await page.reload();
  await takenOver(page);
  await tall.scrollIntoViewIfNeeded();
  await expect.poll(height).toBeLessThan(1_300);
  await tall.getByRole('link', { name: 'https://example.com/end' }).focus();
  await expect(tall.getByRole('button', { name: 'عرض التعليق كاملاً' })).toHaveCount(0);
  await expect(tall.getByRole('link', { name: 'https://example.com/end' })).toBeFocused();
});
