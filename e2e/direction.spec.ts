import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { commentForm, expect, takenOver, test } from './fixtures.ts';
import { visualOrder } from './visual-order.ts';

async function post(
  page: Page,
  slug: string,
  name: string,
  text: string,
  parentId?: string,
): Promise<string> {
  const answer = await page.request.post(`/api/articles/${encodeURIComponent(slug)}/comments`, {
    data: { author: { name }, text, parentId },
    headers: { 'idempotency-key': randomUUID() },
  });
  const { id }: { id: string } = await answer.json();
  return id;
}

for (const ui of ['ar', 'en'] as const) {
  test(`names and paragraphs of comments stand the right way round in ${ui}`, async ({ page, arabic }) => {
    const english = await post(page, arabic.slug, 'John Smith 3', 'Great article, thanks!');
    const mixed = await post(
      page,
      arabic.slug,
      'محمد (أبو علي)',
      'شكراً على المقال.\nSee the second line.\n٣ تفاحات و123 👍\n123 👍',
    );
    await page.goto(`/${ui}/articles/${arabic.slug}`);
    const first = page.locator(`#comment-${english}`);
    expect(await visualOrder(first.locator('p').first())).toBe('Great article, thanks!');
    expect(await visualOrder(first.locator('strong'))).toBe('John Smith 3');
    const paragraphs = page.locator(`#comment-${mixed} p`);
    expect((await visualOrder(paragraphs.nth(0))).startsWith('.')).toBe(true);
    expect((await visualOrder(paragraphs.nth(1))).endsWith('.')).toBe(true);
    await expect(paragraphs.nth(0)).toHaveAttribute('dir', 'rtl');
    await expect(paragraphs.nth(1)).toHaveAttribute('dir', 'ltr');
    await expect(paragraphs.nth(2)).toHaveAttribute('dir', 'rtl');
    // Nothing in it has a direction: it stands as the line before it.
    await expect(paragraphs.nth(3)).toHaveAttribute('dir', 'rtl');
    const figures = await post(page, arabic.slug, 'هدى', 'اتصل بي:\n+961 1 234567\n10 - 5 = 5');
    await page.reload();
    for (const [at, line] of ['+961 1 234567', '10 - 5 = 5'].entries()) {
      expect(await visualOrder(page.locator(`#comment-${figures} p`).nth(at + 1))).toBe(line);
    }
  });
}

test('a line without a letter stands at the edge of its surroundings, a score in their order', async ({
  page,
  arabic,
}) => {
  const cases = [
    ['3-2', 'ar', 'end', '2-3'],
    ['3-2', 'en', 'start', '3-2'],
    ['+961 1 234 567', 'ar', 'end', '+961 1 234 567'],
    ['+961 1 234 567', 'en', 'start', '+961 1 234 567'],
    ['مرحبا\n3-2', 'en', 'end', '2-3'],
    ['123 👍', 'ar', 'end', '👍 123'],
  ] as const;
  for (const [text, ui, edge, order] of cases) {
    const id = await post(page, arabic.slug, 'هدى', text);
    await page.goto(`/${ui}/articles/${arabic.slug}`);
    const line = page.locator(`#comment-${id} p`).last();
    expect(await visualOrder(line)).toBe(order);
    const gaps = await line.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const [box, ink] = [element.getBoundingClientRect(), range.getBoundingClientRect()];
      return { start: ink.x - box.x, end: box.x + box.width - ink.x - ink.width };
    });
    expect(gaps[edge], `${text} in ${ui}`).toBeLessThan(2);
    expect(gaps[edge === 'end' ? 'start' : 'end'], `${text} in ${ui}`).toBeGreaterThan(50);
  }
});

test('a number to call, C++ and an address keep their order among Arabic words, in comments and articles', async ({
  page,
  site,
  arabic,
}) => {
  // Wide enough for one line.
  await page.setViewportSize({ width: 1280, height: 800 });
  const pieces = ['+961 1 234 567', 'C++', '@john', 'https://example.com/a/'];
  const words = `اتصل على ${pieces.join(' ثم ')} وشكراً`;
  const id = await post(page, arabic.slug, 'هدى', words);
  const file = `${site.dataDir}/pieces-${Date.now()}.txt`;
  await writeFile(file, `أرقام وأسماء\n\n${words}`);
  const [, slug = ''] = /^added (\S+)/.exec(await site.import(file)) ?? [];
  for (const [path, paragraph] of [
    [arabic.slug, `#comment-${id} p`],
    [slug, 'main article p'],
  ] as const) {
    await page.goto(`/ar/articles/${path}`);
    const order = await visualOrder(page.locator(paragraph).filter({ hasText: 'اتصل على' }));
    for (const piece of pieces) expect(order).toContain(piece);
  }
});

test('a blank at which words of the other direction wrap stands at the end of its line', async ({
  page,
  arabic,
}) => {
  const words = 'جملتها أحسن كلّه. «the stairs are the address of every house»: سأستعيرها.';
  const id = await post(page, arabic.slug, 'سامر', words);
  await page.goto(`/ar/articles/${arabic.slug}`);
  const paragraph = page.locator(`#comment-${id} p`);
  await paragraph.scrollIntoViewIfNeeded();
  let wrapped = 0;
  for (let width = 320; width <= 480; width += 16) {
    await page.setViewportSize({ width, height: 700 });
    const { lines, amidst } = await blanksAtWraps(paragraph);
    expect(amidst, `at ${width}`).toEqual([]);
    wrapped += lines - 1;
  }
  expect(wrapped).toBeGreaterThan(10);
});

/** How many lines a paragraph from right to left has, and those whose last blank stands before any of their letters. */
const blanksAtWraps = (paragraph: Locator) =>
  paragraph.evaluate((element) => {
    const lines: { char: string; left: number; middle: number }[][] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      for (const [index, char] of [...(node.nodeValue ?? '')].entries()) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const { left, top, bottom } = range.getBoundingClientRect();
        const middle = (top + bottom) / 2;
        const line = lines.at(-1);
        if (line?.[0] === undefined || middle - line[0].middle > 15) lines.push([{ char, left, middle }]);
        else line.push({ char, left, middle });
      }
    }
    const amidst = lines.filter((line) => {
      const last = line.at(-1);
      return last?.char === ' ' && line.some(({ char, left }) => char !== ' ' && left < last.left - 1);
    });
    return { lines: lines.length, amidst: amidst.map((line) => line.map(({ char }) => char).join('')) };
  });

test('the name of the writer answered is isolated, and copied without controls', async ({ page, arabic }) => {
  const top = await post(page, arabic.slug, 'هدى', 'رأي');
  const reply = await post(page, arabic.slug, 'A (B) 3', 'ردّ', top);
  const answering = await post(page, arabic.slug, 'سامي', 'ردّ على الردّ', reply);
  await page.goto(`/ar/articles/${arabic.slug}`);
  const line = page.locator(`#comment-${answering}`).getByText('ردّاً على');
  await expect(line).toHaveText('ردّاً على A (B) 3');
  expect((await visualOrder(line)).startsWith('A (B) 3')).toBe(true);
  const copied = await page.locator(`#comment-${answering}`).evaluate((comment) => {
    getSelection()?.selectAllChildren(comment);
    return String(getSelection());
  });
  expect(copied).toContain('ردّاً على A (B) 3');
  expect(copied).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
});

test('a hostile name or text moves nothing beside it', async ({ page, arabic }) => {
  const id = await post(
    page,
    arabic.slug,
    `\u202egnp.exe ${'ض'.repeat(60)}`,
    `\u2067\u202b${'ز\u0335\u0335\u0335\u0335\u0335\u0335\u0335\u0335\u0335\u0335\u0335\u0335'.repeat(20)}${'w'.repeat(400)}`,
  );
  await page.goto(`/ar/articles/${arabic.slug}`);
  const comment = page.locator(`#comment-${id}`);
  expect(await visualOrder(comment.locator('time'))).not.toBe('');
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
  expect(scrollWidth).toBe(clientWidth);
  const box = await comment.boundingBox();
  const form = await page.locator('form[method=post]').boundingBox();
  expect(box?.width).toBeLessThanOrEqual((form?.width ?? 0) + 1);
});

test('a box follows what is typed, and the page while it is empty', async ({ page, arabic }) => {
  await page.goto(`/ar/articles/${arabic.slug}`);
  await takenOver(page);
  const { text } = commentForm(page);
  const direction = () => text.evaluate((element) => getComputedStyle(element).direction);
  await expect.poll(direction).toBe('rtl');
  await text.fill('hello');
  await expect.poll(direction).toBe('ltr');
  await text.fill('@john شكراً');
  await expect.poll(direction).toBe('rtl');
  await text.fill('');
  await expect.poll(direction).toBe('rtl');
});
