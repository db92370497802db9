import { randomUUID } from 'node:crypto';
import { expect, takenOver, test } from '../fixtures.ts';
import { openForm, ownComment, rowsOf, shownComment } from '../writing.ts';

const kept = 'لا اتصال بالموقع. تعليقك محفوظ على جهازك.';
test.beforeEach(({ expectedErrors }) => {
  expectedErrors.push(/ERR_(INTERNET_DISCONNECTED|FAILED)/, /status of (4|5)\d\d/);
});

test('beside its button the form says how the comment stands that it sent last, until the next edit', async ({
  page,
  context,
  arabic,
}) => {
  const words = `تحت النظر ${randomUUID()}`;
  const form = await openForm(page, arabic.slug);
  const line = form.form.getByText(kept);
  await context.setOffline(true);
  await form.text.fill(words);
  await form.send.click();
  await expect(line).toBeInViewport();
  await form.text.pressSequentially('أ');
  await expect(line).toHaveCount(0);
  await form.text.fill('');
  await context.setOffline(false);
  await expect(shownComment(page, words)).toHaveCount(1);
  await form.text.fill(`${words} ثانٍ`);
  await form.send.click();
  await expect(form.form.getByText('نُشر تعليقك.')).toBeInViewport();
});

test('a comment that goes at once is never said to be waiting, and nothing is said twice', async ({
  page,
  arabic,
}) => {
  const words = `بلا تردّد ${randomUUID()}`;
  const form = await openForm(page, arabic.slug);
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    new MutationObserver(() => {
      for (const live of document.querySelectorAll('[role="status"]')) {
        const text = live.textContent ?? '';
        if (text !== '' && said.at(-1) !== text) said.push(text);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await form.text.fill(words);
  await form.send.click();
  await expect(form.form.getByText('نُشر تعليقك.')).toBeVisible();
  const said = await page.evaluate(() => Reflect.get(globalThis, 'said'));
  expect(said).toEqual(['يُرسَل الآن…', 'نُشر تعليقك.']);
});

test('what waited goes one after another when the page is opened again, the oldest first', async ({
  page,
  context,
  site,
  arabic,
}) => {
  const all = [1, 2, 3].map((at) => `الرقم ${at} ${randomUUID()}`);
  const form = await openForm(page, arabic.slug);
  await context.setOffline(true);
  for (const words of all) {
    await form.text.fill(words);
    await form.send.click();
    await expect(ownComment(page, words)).toContainText(kept);
  }
  await page.goto('about:blank');
  let open = 0;
  const beside: number[] = [];
  const sent: string[] = [];
  await page.route('**/comments', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    beside.push(open);
    open += 1;
    sent.push(route.request().postDataJSON().text);
    const response = await route.fetch();
    open -= 1;
    await route.fulfill({ response });
  });
  // Not before somebody looks: what is left of the page before may be sending still.
  await context.setOffline(false);
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  await form.text.scrollIntoViewIfNeeded();
  for (const words of all) await expect(shownComment(page, words)).toHaveCount(1);
  expect(sent).toEqual(all);
  expect(beside).toEqual([0, 0, 0]);
  for (const words of all) expect(await site.rows(rowsOf, words)).toHaveLength(1);
});
