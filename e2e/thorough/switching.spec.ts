import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { article, post, stranger } from '../conversation.ts';
import { commentForm, expect, takenOver, test } from '../fixtures.ts';
import { interfaceWords } from '../interface-words.ts';
import { linkTo, nameOf, switchTo } from '../language-links.ts';
import { frameFaults, watchFrames } from '../painted-frames.ts';

/** Whether the focus is in the very element that it was in when this was first asked. */
const isSameFocus = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement;
    const before: unknown = Reflect.get(window, 'focusedBefore');
    Reflect.set(window, 'focusedBefore', before ?? focused);
    return before === undefined || before === focused;
  });

test('an open conversation goes along from language to language as it stands', async ({
  page,
  site,
  apiCalls,
}) => {
  // An article of its own: nobody else's comments come before these.
  const file = `${site.dataDir}/switching.txt`;
  await writeFile(file, `حديث بلغات\n\n${'كلام يطول ثم يطول. '.repeat(40)}`);
  const [, slug = ''] = /^added (\S+)/.exec(await site.import(file)) ?? [];
  const other = await stranger(page, site.url);
  const id = await post(other, slug, { text: `يطول تحته الكلام ${randomUUID()}` });
  await Promise.all(
    Array.from({ length: 20 }, (_, at) => post(other, slug, { text: `جواب ${at}`, parentId: id })),
  );
  const last = await post(other, slug, { text: 'الجواب الأخير', parentId: id });
  const folded = await post(other, slug, { text: `يُطوى ${randomUUID()}` });
  await post(other, slug, { text: 'تحت المطويّ', parentId: folded });
  await page.goto(`/ar/articles/${slug}?order=oldest#comments`);
  await takenOver(page);
  await commentForm(page).text.fill('مسوّدة لم تكتمل');
  await article(page, id).getByRole('link', { name: 'المزيد من الردود' }).press('Enter');
  await expect(article(page, last)).toBeVisible();
  await article(page, folded).locator('summary').click();
  await article(page, last).getByRole('button', { name: 'ردّ', exact: true }).click();
  const reply = article(page, last).locator('form textarea');
  await reply.fill('ردّ لم يكتمل');
  await reply.evaluate((box: HTMLTextAreaElement) => box.setSelectionRange(3, 6));
  await reply.evaluate((box) => box.scrollIntoView({ block: 'center' }));
  await isSameFocus(page);
  const asked = apiCalls.length;

  await watchFrames(page);
  const way = ['ur', 'tr', 'he', 'fa', 'ar'] as const;
  for (const code of way) {
    await switchTo(page, code);
    await expect(page).toHaveURL(new RegExp(`/${code}/articles/.*\\?order=oldest#comments$`));
    await expect(reply).toHaveValue('ردّ لم يكتمل');
    await expect(reply).toBeFocused();
    expect(await isSameFocus(page), code).toBe(true);
    expect(
      await reply.evaluate(({ selectionStart, selectionEnd }: HTMLTextAreaElement) => [
        selectionStart,
        selectionEnd,
      ]),
    ).toEqual([3, 6]);
    await expect(reply).toBeInViewport();
    await expect(page.locator('#comments > form textarea')).toHaveValue('مسوّدة لم تكتمل');
    await expect(article(page, id).locator('ol article')).toHaveCount(21);
    await expect(article(page, folded).locator('details')).not.toHaveAttribute('open');
    await expect(page.locator('#comments nav [aria-current]')).toHaveAttribute('href', /order=oldest/);
    // Said once, in the language it is now.
    await expect(page.getByRole('status').filter({ hasText: nameOf(code) })).toHaveCount(1);
  }
  // What is this reader's own, and what is new, is asked for beside the page.
  expect(apiCalls.slice(asked).filter((call) => !/\/(mine|events)/.test(call))).toEqual([]);
  expect(await frameFaults(page)).toEqual({ faults: [], seen: ['ar', ...way] });
});

test('words in the box and what was found go along, and nothing is asked for again', async ({
  page,
  apiCalls,
}) => {
  await page.goto('/ar/search?q=سوق');
  await takenOver(page);
  await page.getByRole('searchbox').fill('سوق آخر');
  await watchFrames(page);
  for (const code of ['he', 'tr', 'fa'] as const) {
    await switchTo(page, code);
    await expect(page.getByRole('searchbox')).toHaveValue('سوق آخر');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await expect(page.locator('main article')).not.toHaveCount(0);
  }
  expect(apiCalls).toEqual([]);
  expect(await frameFaults(page)).toEqual({ faults: [], seen: ['ar', 'he', 'tr', 'fa'] });
});

test('what was said of an act in one language is not said in another', async ({
  page,
  site,
  arabic,
  expectedErrors,
}) => {
  expectedErrors.push(/Failed to load/);
  const id = await post(await stranger(page, site.url), arabic.slug, { text: `يُعجب ${randomUUID()}` });
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  await page.route('**/like*', (route) => route.abort());
  await article(page, id).getByRole('button', { name: 'إبلاغ' }).click();
  await article(page, id).getByRole('button', { name: 'إرسال البلاغ' }).click();
  const reason = article(page, id).locator('textarea');
  await expect(reason).toHaveAccessibleDescription('هذه الخانة مطلوبة.');
  await article(page, id).getByRole('button', { name: 'أعجبني' }).click();
  await expect(article(page, id).getByRole('alert')).toContainText('تعذّر تسجيل الإعجاب');
  await switchTo(page, 'ur');
  const { ur } = await interfaceWords();
  await expect(article(page, id)).not.toContainText('تعذّر');
  const described = await reason.evaluate(
    (box) => document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent ?? '',
  );
  expect(ur.sentences.has(described), described).toBe(true);
});

test('a focused language stays in sight and in focus, however narrow the row', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/ar/');
  await takenOver(page);
  for (const code of ['tr', 'he', 'fr', 'ur', 'tr', 'ar', 'tr'] as const) {
    const link = linkTo(page, code);
    await link.focus();
    await link.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('lang', code);
    await expect(link).toBeFocused();
    await expect(link).toBeInViewport({ ratio: 1 });
  }
  // Come anew, its reader sees which language it is.
  await page.reload();
  await takenOver(page);
  await expect(linkTo(page, 'tr')).toBeInViewport({ ratio: 1 });
  // By Tab too, from one end of the row to the other.
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 640 });
    await linkTo(page, 'ar').focus();
    for (const code of ['en', 'fr', 'fa', 'ur', 'he', 'tr'] as const) {
      await page.keyboard.press('Tab');
      await expect(linkTo(page, code)).toBeFocused();
      await expect(linkTo(page, code)).toBeInViewport({ ratio: 1 });
    }
  }
});

test('the list of keys goes with the page that it was of', async ({ page }) => {
  await page.goto('/ur/');
  await takenOver(page);
  await switchTo(page, 'fr');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.goBack();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ur');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('کی بورڈ');
});

test('a panel that is open has the faces of the language gone back to', async ({ page }) => {
  await page.goto('/ur/');
  await takenOver(page);
  await switchTo(page, 'en');
  await page.locator('[data-shortcut=settings]').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Vazirmatn')).toBeVisible();
  await page.goBack();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ur');
  await expect(dialog.getByText('نستعلیق', { exact: true })).toBeVisible();
});

test('a panel that is open turns with the page when its reader goes back', async ({ page }) => {
  await page.goto('/ar/');
  await takenOver(page);
  await switchTo(page, 'fr');
  await page.locator('[data-shortcut=settings]').click();
  await page.getByRole('dialog', { name: 'Réglages de lecture' }).getByText('Sépia').click();
  await watchFrames(page);
  await page.goBack();
  await expect(page.getByRole('dialog', { name: 'إعدادات القراءة' })).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('radio', { name: 'ورقيّ' })).toBeChecked();
  expect(await frameFaults(page)).toEqual({ faults: [], seen: ['fr', 'ar'] });
});
