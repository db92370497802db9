import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { commentForm, cutOff, expect, test } from './fixtures.ts';
import { articleFiles, SiteProcess } from './site-process.ts';

const launch = resolve(import.meta.dirname, '../server/launch.js');

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

test('the same application on a static host reads from and posts to an API elsewhere', async ({
  page,
  expectedErrors,
}) => {
  const port = String(await freePort());
  const api = await SiteProcess.start({ CORS_ORIGINS: `http://localhost:${port}` });
  await api.import(articleFiles.booksellers);
  const build = spawn(process.execPath, [launch, 'build', '--static'], {
    env: { ...process.env, VITE_API_URL: api.url },
    stdio: 'inherit',
  });
  expect((await once(build, 'exit'))[0]).toBe(0);
  const preview = spawn(process.execPath, [launch, 'preview'], {
    env: { ...process.env, PORT: port },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await once(createInterface(preview.stdout), 'line');
    const base = `http://localhost:${port}`;
    // Right in the first byte, in both languages.
    expect(await (await page.request.get(`${base}/en/articles/x`)).text()).toContain(
      '<html lang="en" dir="ltr">',
    );
    await page.goto(`${base}/`);
    await expect(page).toHaveURL(`${base}/ar/`);
    await page.getByRole('link', { name: /سوق الورّاقين/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: /سوق الورّاقين/ })).toBeVisible();
    const form = commentForm(page);
    const words = `من مضيف آخر ${Date.now()}`;
    await form.name.fill('غادة');
    await form.text.fill(words);
    await form.send.click();
    await expect(form.text).toHaveValue('');
    expect(await api.rows('select author_name from comments where text = ?', words)).toMatchObject([
      { author_name: 'غادة' },
    ]);
    await page.reload();
    await expect(page.getByText(words)).toBeVisible();
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
    // Without its API, on a host whose one fallback document is Arabic: said in English, the English way round.
    expectedErrors.push(cutOff);
    await api.kill();
    await page.route(`${base}/en/articles/x`, async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace('<html lang="en" dir="ltr">', '<html lang="ar" dir="rtl">');
      await route.fulfill({ response: answer, body });
    });
    await page.goto(`${base}/en/articles/x`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The page could not be opened', {
      timeout: 20_000,
    });
    await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
    await expect(page).toHaveTitle('The page could not be opened');
  } finally {
    preview.kill();
    await api.stop();
  }
});
