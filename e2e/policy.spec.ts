import { createHash, randomUUID } from 'node:crypto';
import { expect, takenOver, test } from './fixtures.ts';

test('no script runs but our files and the hashed one, and no style attribute is served', async ({
  page,
  arabic,
}) => {
  for (const path of ['/ar/', '/en/', `/ar/articles/${arabic.slug}`, '/ar/nowhere']) {
    const response = await page.request.get(path);
    const policy = response.headers()['content-security-policy'] ?? '';
    const html = await response.text();
    expect(policy).not.toContain('unsafe');
    const inline = [
      ...html.matchAll(/<script(?![^>]*\bsrc=)(?![^>]*application\/json)[^>]*>([\s\S]*?)<\/script>/g),
    ].map((match) => match[1] ?? '');
    expect(inline).toHaveLength(1);
    expect(Buffer.byteLength(inline[0] ?? '')).toBeLessThanOrEqual(512);
    expect(policy).toContain(
      `'sha256-${createHash('sha256')
        .update(inline[0] ?? '')
        .digest('base64')}'`,
    );
    expect(html).not.toMatch(/<[^>]+\sstyle=/);
    expect(html).not.toMatch(/<[^>]+\son\w+=/);
  }
});

test('what readers write is text: nothing of it runs', async ({ page, arabic }) => {
  const canary = `canary${Date.now()}`;
  await page.exposeFunction(canary, () => {
    throw new Error('a reader’s text ran');
  });
  for (const text of [
    `<script>${canary}()</script>`,
    `<img src=x onerror="${canary}()">`,
    `</script><script>${canary}()</script>`,
    `<!--<script>${canary}()`,
    `javascript:${canary}()`,
    '${' + canary + '()}',
    '$& $1 $` \u2028\u2029',
  ]) {
    const answer = await page.request.post(`/api/articles/${encodeURIComponent(arabic.slug)}/comments`, {
      data: { author: { name: text.slice(0, 60) }, text },
      headers: { 'idempotency-key': randomUUID() },
    });
    expect(answer.status()).toBe(201);
  }
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  await expect(page.getByText(`<script>${canary}()</script>`, { exact: true }).last()).toBeVisible();
  expect(await page.locator('#comments script, #comments img').count()).toBe(0);
});

test('the theme chosen stands before the first paint and on the next visit', async ({
  page,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_FAILED/);
  await page.goto('/ar/');
  await takenOver(page);
  await page.getByRole('button', { name: 'إعدادات القراءة' }).click();
  await expect(page.getByRole('radio', { name: 'حسب الجهاز' })).toBeChecked();
  await page.getByRole('radio', { name: 'داكن' }).check();
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(await paper()).toBe('rgb(21, 23, 27)');
  await page.keyboard.press('Escape');
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.reload({ waitUntil: 'commit' });
  await expect.poll(paper).toBe('rgb(21, 23, 27)');
});
