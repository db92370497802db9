import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { article, post, stranger } from '../conversation.ts';
import { expect, takenOver, test } from '../fixtures.ts';
import { switchTo } from '../language-links.ts';
import type { SiteProcess } from '../site-process.ts';

/** An article with twenty answers under one comment, most of them far from as high as the next. */
async function talkedAbout(page: Page, site: SiteProcess): Promise<{ slug: string; answers: string[] }> {
  const file = `${site.dataDir}/talk-${randomUUID()}.txt`;
  await writeFile(file, `حديث يطول ${randomUUID()}\n\n${'كلام يطول ثم يطول. '.repeat(60)}`);
  const [, slug = ''] = /^added (\S+)/.exec(await site.import(file)) ?? [];
  const other = await stranger(page, site.url);
  const id = await post(other, slug, { text: 'يطول تحته الكلام' });
  const answers: string[] = [];
  for (let at = 0; at < 20; at += 1)
    answers.push(
      await post(other, slug, {
        text: at % 5 === 3 ? 'سطر\n'.repeat(40) : `جواب ${at}`,
        parentId: answers.at(-1) ?? id,
      }),
    );
  return { slug, answers };
}

/** What stands at the reader's eye, and how far from the window's edge. */
const atEye = (page: Page) =>
  page.evaluate(() => {
    const found = document.elementFromPoint(innerWidth / 2, innerHeight / 4)?.closest('main [id]');
    return { id: found?.id, top: Math.round(found?.getBoundingClientRect().top ?? Number.NaN) };
  });

/** Scrolls until the comment stands at the eye. */
async function readTo(page: Page, id: string) {
  for (let step = 0; step < 6; step += 1) {
    await article(page, id).evaluate((one) =>
      scrollBy(0, one.getBoundingClientRect().top - innerHeight / 4 + 20),
    );
    await page.waitForTimeout(100);
  }
  await page.waitForTimeout(300);
  const eye = await atEye(page);
  expect(eye.id).toBe(`comment-${id}`);
  return eye;
}

/** The same words at the same height, give or take what a line is laid out anew by. */
const expectAt = async (page: Page, { id, top }: { id: string | undefined; top: number }) => {
  await expect.poll(() => atEye(page).then((eye) => eye.id)).toBe(id);
  await page.waitForTimeout(300);
  const now = await atEye(page);
  expect(now.id).toBe(id);
  expect(Math.abs(now.top - top)).toBeLessThanOrEqual(2);
};

test('deep in a branch a reader stays where they were: reload, away and back, in place and not', async ({
  page,
  site,
}) => {
  const { slug, answers } = await talkedAbout(page, site);
  await page.goto(`/ar/articles/${slug}`);
  await takenOver(page);
  const eye = await readTo(page, answers[10] ?? '');
  await page.reload();
  await takenOver(page);
  await expectAt(page, eye);
  await page.getByRole('banner').getByRole('link', { name: 'رواق' }).dispatchEvent('click');
  await expect(page).not.toHaveURL(/articles/);
  await page.goBack();
  await expectAt(page, eye);
  await page.goto('/en/');
  await page.goBack();
  await takenOver(page);
  await expectAt(page, eye);
});

test('who came to a certain comment and read on is there after a reload', async ({ page, site }) => {
  const { slug, answers } = await talkedAbout(page, site);
  await page.goto(`/ar/articles/${slug}#comment-${answers[4]}`);
  await takenOver(page);
  const eye = await readTo(page, answers[7] ?? '');
  await page.reload();
  await takenOver(page);
  await expectAt(page, eye);
});

test('who goes on before the way back has come to rest is not drawn along', async ({ page, site }) => {
  const { slug, answers } = await talkedAbout(page, site);
  await page.goto(`/ar/articles/${slug}`);
  await takenOver(page);
  await readTo(page, answers[10] ?? '');
  await page.getByRole('banner').getByRole('link', { name: 'رواق' }).dispatchEvent('click');
  await expect(page).toHaveURL(/\/ar\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.evaluate(() => scrollTo(0, 200));
  await page.waitForTimeout(300);
  // A gesture of the system's goes back and on again without an event in the page.
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const look = () => {
          if (document.querySelector('#comments li li') === null) return requestAnimationFrame(look);
          history.forward();
          done();
        };
        history.back();
        look();
      }),
  );
  await expect(page).toHaveURL(/\/ar\/$/);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(200);
  await page.waitForTimeout(1_200);
  expect(await page.evaluate(() => scrollY)).toBe(200);
});

test('back from the comment that was answered is the answer', async ({ page, site }) => {
  const { slug, answers } = await talkedAbout(page, site);
  await page.goto(`/ar/articles/${slug}`);
  await takenOver(page);
  const eye = await readTo(page, answers[12] ?? '');
  const link = article(page, answers[12] ?? '').getByRole('link', { name: 'ردّاً على' });
  await link.dispatchEvent('click');
  await expect(article(page, answers[11] ?? '')).toBeFocused();
  await page.goBack();
  await expectAt(page, eye);
  await page.goForward();
  await expect(article(page, answers[11] ?? '')).toBeInViewport();
});

test('in another language the same comment stands at the eye, on a narrow screen too', async ({
  page,
  site,
}) => {
  const { slug, answers } = await talkedAbout(page, site);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`/en/articles/${slug}`);
  await takenOver(page);
  const eye = await readTo(page, answers[9] ?? '');
  for (const code of ['ur', 'fr', 'ar', 'tr'] as const) {
    await switchTo(page, code);
    await expectAt(page, eye);
  }
  await page.goBack();
  await expectAt(page, eye);
  await page.goBack();
  await expectAt(page, eye);
});
