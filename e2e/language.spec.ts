import { randomUUID } from 'node:crypto';
import { languageCodes } from '#contract/languages';
import { commentForm, expect, takenOver, test } from './fixtures.ts';

test('a switch keeps place, draft and page, asks for no article again, and shows no wrong frame', async ({
  page,
  arabic,
  apiCalls,
}) => {
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const form = commentForm(page);
  await form.text.fill('مسوّدة لم تكتمل');
  await page.evaluate(() => {
    const frames: string[] = [];
    Object.assign(window, { frames_: frames });
    const look = () => {
      const { lang, dir } = document.documentElement;
      frames.push(
        `${lang} ${dir} ${document.querySelector('#comments h3')?.textContent} ${getComputedStyle(document.body).direction}`,
      );
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    scrollTo(0, 900);
  });
  const before = await page.evaluate(() => scrollY);
  // Clicked by script: reaching for the menu would itself scroll.
  await page.getByRole('link', { name: 'English' }).dispatchEvent('click');
  const english = commentForm(page, 'en');
  await expect(english.text).toHaveValue('مسوّدة لم تكتمل');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  await expect(page).toHaveURL(new RegExp('/en/articles/'));
  expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(40);
  // What is this reader's own, and what is new, is asked for beside the page.
  expect(apiCalls.filter((call) => !/\/(mine|events)/.test(call))).toEqual([]);
  const frames: string[] = await page.evaluate(() => Reflect.get(window, 'frames_'));
  expect(new Set(frames)).toEqual(new Set(['ar rtl إضافة تعليق جديد rtl', 'en ltr Add a comment ltr']));
  await page.goBack();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(commentForm(page).text).toHaveValue('مسوّدة لم تكتمل');
});

test('a switch keeps the place also where the address names a comment', async ({ page, arabic }) => {
  const posted = await page.request.post(`/api/articles/${encodeURIComponent(arabic.slug)}/comments`, {
    data: { author: { name: 'زائر' }, text: `عنوان ${randomUUID()}` },
    headers: { 'idempotency-key': randomUUID() },
  });
  const { id }: { id: string } = await posted.json();
  await page.goto(`/ar/articles/${arabic.slug}#comment-${id}`);
  await takenOver(page);
  await commentForm(page).text.fill('مسوّدة');
  await page.evaluate(() => scrollTo(0, 700));
  const place = () => page.evaluate(() => scrollY);
  const before = await place();
  await page.getByRole('link', { name: 'English' }).dispatchEvent('click');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page).toHaveURL(new RegExp(`/en/articles/.*#comment-${id}$`));
  expect(Math.abs((await place()) - before)).toBeLessThan(40);
  await page.getByRole('link', { name: 'العربية' }).dispatchEvent('click');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  expect(Math.abs((await place()) - before)).toBeLessThan(40);
  await page.goBack();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect(Math.abs((await place()) - before)).toBeLessThan(40);
});

test('a switch leaves the focus and says in the new language which it is', async ({ page }) => {
  await page.goto('/ar/');
  await takenOver(page);
  const spoken = (words: string) => page.getByRole('status').filter({ hasText: words });
  await expect(page.getByRole('status').filter({ hasText: /\S/ })).toHaveCount(0);
  await page.getByRole('link', { name: 'English' }).press('Enter');
  await expect(spoken('Language is now English')).toHaveCount(1);
  await expect(page.getByRole('link', { name: 'English' })).toBeFocused();
  await page.getByRole('link', { name: 'العربية' }).press('Enter');
  await expect(spoken('اللغة الآن: العربية')).toHaveCount(1);
  await expect(page.getByRole('link', { name: 'العربية' })).toBeFocused();
});

test('the article keeps its own language and direction in either interface', async ({
  page,
  arabic,
  english,
}) => {
  for (const [ui, article, dir] of [
    ['en', arabic, 'rtl'],
    ['ar', english, 'ltr'],
  ] as const) {
    await page.goto(`/${ui}/articles/${article.slug}`);
    await expect(page.locator('html')).toHaveAttribute('dir', ui === 'ar' ? 'rtl' : 'ltr');
    const title = page.getByRole('heading', { level: 1 });
    expect(await title.evaluate((element) => getComputedStyle(element).direction)).toBe(dir);
    expect(await title.evaluate((element) => element.closest('[lang]')?.getAttribute('lang'))).toBe(
      article.lang,
    );
    const paragraph = page
      .getByRole('article')
      .first()
      .locator('p')
      .filter({ hasText: /.{100}/ })
      .first();
    expect(await paragraph.evaluate((element) => getComputedStyle(element).direction)).toBe(dir);
  }
});

test('a visit fetches the words of its own language only', async ({ page }) => {
  const words: string[] = [];
  page.on(
    'request',
    (request) => /words-\w+/.test(request.url()) && words.push(/words-(\w+)/.exec(request.url())?.[1] ?? ''),
  );
  await page.goto('/ar/');
  await takenOver(page);
  expect(words).toEqual(['ar']);
});

test('the first visit goes by the choice made before, then the browser, then the site', async ({
  site,
  browser,
}) => {
  for (const [locale, chosen, path] of [
    ['ar-JO', undefined, '/ar/'],
    ['en-US', undefined, '/en/'],
    ['fr-FR', undefined, '/fr/'],
    ['fa-AF', undefined, '/fa/'],
    ['iw', undefined, '/he/'],
    ['de-DE', undefined, '/ar/'],
    ['he-IL', 'tr', '/tr/'],
    ['en-US', 'ar', '/ar/'],
    ['ar-JO', 'en', '/en/'],
    ['ar-JO', 'xx', '/ar/'],
  ] as const) {
    const context = await browser.newContext({ locale });
    if (chosen !== undefined) await context.addCookies([{ name: 'lang', value: chosen, url: site.url }]);
    const page = await context.newPage();
    await page.goto(`${site.url}/`);
    expect(new URL(page.url()).pathname, `${locale} ${chosen}`).toBe(path);
    await context.close();
  }
});

test('a switch is remembered for the next visit', async ({ page }) => {
  await page.goto('/ar/');
  await takenOver(page);
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/en\/$/);
  await page.goto('/');
  await expect(page).toHaveURL(/\/en\/$/);
});

test('head: title, alternates, one canonical, and no word of the other language', async ({
  page,
  arabic,
}) => {
  await page.goto('/en/');
  await expect(page.locator('link[rel=alternate][hreflang]')).toHaveCount(languageCodes.length + 1);
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/en\/$/);
  await page.goto(`/en/articles/${arabic.slug}`);
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/ar\/articles\//);
  await expect(page.locator('link[rel=alternate][hreflang]')).toHaveCount(0);
  await takenOver(page);
  await page.getByRole('link', { name: 'رواق' }).click();
  await expect(page.locator('link[rel=alternate][hreflang]')).toHaveCount(languageCodes.length + 1);
  await expect(page.locator('link[rel=canonical]')).toHaveCount(1);
});

test('a language whose words do not come leaves the page and the draft as they are, and says so', async ({
  page,
  arabic,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_FAILED/);
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const form = commentForm(page);
  await form.text.fill('مسوّدة');
  await page.route('**/assets/words-en-*.js', (route) => route.abort());
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'English' })).toBeVisible();
  await expect(page).toHaveURL(/\/ar\/articles\//);
  await expect(form.text).toHaveValue('مسوّدة');
  await page.unroute('**/assets/words-en-*.js');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(commentForm(page, 'en').text).toHaveValue('مسوّدة');
});
