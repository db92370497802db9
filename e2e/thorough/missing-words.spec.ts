import { languages } from '#contract/languages';
import { commentForm, expect, takenOver, test } from '../fixtures.ts';
import { held, linkTo, nameOf, switchTo } from '../language-links.ts';
import { frameFaults, watchFrames } from '../painted-frames.ts';
import { articleFiles } from '../site-process.ts';

test('a switch while words are on their way ends in one language, with words for all', async ({ page }) => {
  // The words of the panel come before, or after, those of the language switched to.
  for (const [first, second] of [
    ['**/assets/late-ar-*.js', '**/assets/late-he-*.js'],
    ['**/assets/late-he-*.js', '**/assets/late-ar-*.js'],
  ] as const) {
    const letGo = [await held(page, first), await held(page, second)];
    await page.goto('/ar/');
    await takenOver(page);
    await watchFrames(page);
    await page.locator('[data-shortcut=settings]').click();
    await linkTo(page, 'he').dispatchEvent('click');
    letGo[0]?.();
    // Whichever is there first, nothing half spoken is shown meanwhile.
    await page.waitForTimeout(300);
    letGo[1]?.();
    await expect(page.getByRole('dialog', { name: 'הגדרות קריאה' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'he');
    expect(await frameFaults(page)).toEqual({ faults: [], seen: ['ar', 'he'] });
    await page.unrouteAll({ behavior: 'wait' });
  }
});

test('of two languages asked for one after the other the last is spoken, on the page that is there by then', async ({
  page,
  arabic,
}) => {
  await page.goto('/ar/');
  await takenOver(page);
  const letGo = await held(page, '**/assets/words-fr-*.js');
  await linkTo(page, 'fr').dispatchEvent('click');
  await expect(linkTo(page, 'fr')).toHaveAttribute('aria-busy', 'true');
  await switchTo(page, 'tr');
  await expect(linkTo(page, 'fr')).not.toHaveAttribute('aria-busy', 'true');
  letGo();
  await page.waitForTimeout(300);
  await expect(page.locator('html')).toHaveAttribute('lang', 'tr');
  const letHebrewGo = await held(page, '**/assets/words-he-*.js');
  await linkTo(page, 'he').dispatchEvent('click');
  await page.getByRole('main').getByRole('link', { name: arabic.title }).first().click();
  await expect(page).toHaveURL(/\/tr\/articles\//);
  letHebrewGo();
  await expect(page).toHaveURL(/\/he\/articles\//);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(arabic.title);
});

test('words that do not come leave all as it is, and come when they are asked for again', async ({
  page,
  arabic,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_FAILED/);
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const form = commentForm(page);
  await form.text.fill('مسوّدة');
  // The words of writing are there, and wanted in every language from now on.
  await page.getByLabel('حفظ اسمي على هذا الجهاز').waitFor();
  await watchFrames(page);
  for (const [code, file] of [
    ['fr', 'words-fr'],
    ['he', 'late-he'],
  ] as const) {
    await page.evaluate(() => scrollTo(0, 0));
    await page.route(`**/assets/${file}-*.js`, (route) => route.abort());
    await linkTo(page, code).click();
    const alert = page.getByRole('alert').filter({ hasText: nameOf(code) });
    await expect(alert).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
    await expect(page).toHaveURL(/\/ar\/articles\//);
    await expect(form.text).toHaveValue('مسوّدة');
    // In vain once more: said again. The button goes meanwhile; the focus is at the language.
    await alert.getByRole('button', { name: 'إعادة المحاولة' }).press('Enter');
    await expect(linkTo(page, code)).toBeFocused();
    await expect(alert).toBeVisible();
    await page.unroute(`**/assets/${file}-*.js`);
    await alert.getByRole('button', { name: 'إعادة المحاولة' }).press('Enter');
    await expect(page.locator('html')).toHaveAttribute('lang', code);
    await expect(linkTo(page, code)).toBeFocused();
    await expect(page.getByRole('banner').getByRole('alert')).toHaveCount(0);
    await expect(page.locator('#comments > form textarea')).toHaveValue('مسوّدة');
    await switchTo(page, 'ar');
  }
  expect(await frameFaults(page)).toEqual({ faults: [], seen: ['ar', 'fr', 'ar', 'he', 'ar'] });
});

test('who goes back to a language whose words do not come keeps the page, in the one there is', async ({
  page,
  arabic,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_FAILED/);
  await page.goto(`/en/articles/${arabic.slug}`);
  await takenOver(page);
  await switchTo(page, 'fr');
  await page.reload();
  await takenOver(page);
  const box = page.locator('#comments > form textarea');
  await box.fill('مسوّدة');
  await page.route('**/assets/words-en-*.js', (route) => route.abort());
  await page.goBack();
  await expect(page).toHaveURL(/\/en\/articles\//);
  const alert = page.getByRole('banner').getByRole('alert').filter({ hasText: 'English' });
  await expect(alert).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(arabic.title);
  await expect(box).toHaveValue('مسوّدة');
  await page.unroute('**/assets/words-en-*.js');
  await alert.getByRole('button').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('banner').getByRole('alert')).toHaveCount(0);
  await expect(box).toHaveValue('مسوّدة');
  await page.goForward();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
});

test('an address in no language of the site is the 404 of its own', async ({
  page,
  site,
  arabic,
  expectedErrors,
  startSite,
}) => {
  expectedErrors.push(/404/);
  const two = await startSite({ SITE_LANGS: 'ar,en', SITE_LOCALE: 'en-GB' });
  await two.import(articleFiles.booksellers);
  for (const [at, path, code, title] of [
    [site, '/xx/', 'ar', 'الصفحة غير موجودة'],
    [site, `/xx/articles/${arabic.slug}`, 'ar', 'الصفحة غير موجودة'],
    [site, '/AR/', 'ar', 'الصفحة غير موجودة'],
    [site, '/fr-CA/', 'ar', 'الصفحة غير موجودة'],
    [site, '/he/nowhere', 'he', 'העמוד לא נמצא'],
    [site, '/he/%E0%A4%A', 'he', 'העמוד לא נמצא'],
    [two, '/xx/pages/about', 'en', 'Page not found'],
    [two, '/fr/', 'en', 'Page not found'],
    [two, `/ur/articles/${arabic.slug}`, 'en', 'Page not found'],
  ] as const) {
    const answer = await page.request.get(at.url + path);
    expect(answer.status(), path).toBe(404);
    const html = await answer.text();
    expect(html, path).toContain(`<html lang="${code}" dir="${languages[code].dir}">`);
    expect(html, path).toContain(`>${title}</h1>`);
  }
  // The last of them taken over, it stays so.
  await page.goto(`${two.url}/ur/articles/${arabic.slug}`);
  await takenOver(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
  // Out of an address of no language a language leads to its front, out of one that has it to the same page.
  await linkTo(page, 'ar').click();
  await expect(page).toHaveURL(new RegExp('/ar/articles/'));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('سوق الورّاقين');
  await expect(page.getByRole('link', { name: nameOf('fr') })).toHaveCount(0);
  await page.goto(`${two.url}/xx/pages/about`);
  await linkTo(page, 'ar').click();
  await expect(page).toHaveURL(`${two.url}/ar/`);
});
