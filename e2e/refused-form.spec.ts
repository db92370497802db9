import { commentForm, expect, takenOver, test } from './fixtures.ts';

test('a form refused before script came is taken over with its words, and sends in place', async ({
  page,
  site,
  arabic,
  expectedErrors,
}) => {
  expectedErrors.push(/422/);
  const path = `/ar/articles/${arabic.slug}`;
  let scripts = false;
  await page.route('**/assets/*.js', (route) => (scripts ? route.continue() : route.abort()));
  expectedErrors.push(/ERR_FAILED/);
  await page.goto(path);
  const form = commentForm(page);
  const words = `أطول من لحظة ${Date.now()}`;
  await form.text.fill(words);
  scripts = true;
  await form.send.click();
  await takenOver(page);
  await expect(page).toHaveURL(new RegExp(`${encodeURI(path)}$`));
  await expect(form.text).toHaveValue(words);
  await expect(form.name).toHaveAccessibleDescription('هذه الخانة مطلوبة.');
  await form.name.fill('وليد');
  await form.send.click();
  await expect(form.text).toHaveValue('');
  expect(await site.rows('select author_name from comments where text = ?', words)).toMatchObject([
    { author_name: 'وليد' },
  ]);
});

test('what was typed before script came is the draft, in its own direction, and is sent', async ({
  page,
  site,
  arabic,
}) => {
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route('**/assets/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`/en/articles/${arabic.slug}`, { waitUntil: 'commit' });
  const form = commentForm(page, 'en');
  const words = `كُتب قبل وصول البرنامج ${Date.now()}`;
  await form.name.fill('سلمى');
  await form.text.fill(words);
  release();
  await takenOver(page);
  await expect(form.text).toHaveValue(words);
  await expect(form.text).toHaveAttribute('dir', 'rtl');
  await form.send.click();
  await expect(form.text).toHaveValue('');
  expect(await site.rows('select author_name from comments where text = ?', words)).toMatchObject([
    { author_name: 'سلمى' },
  ]);
});
