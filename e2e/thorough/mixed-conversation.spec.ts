import { randomUUID } from 'node:crypto';
import { violationsOn, withoutLigatures } from '../axe-check.ts';
import { expect, takenOver, test } from '../fixtures.ts';
import { askedLooks } from '../looks.ts';

const texts = [
  'رأي بالعربيّة، ثمّ iPhone 15 Pro في آخره',
  'iPhone الجديد رائع وأنا سعيد به جداً',
  'A plain English sentence, with كلمة in it.',
  'جملة قصيرة\nA second line in English\n‏+961 1 234 567',
  'נכתב בעברית, עם مقطع عربي בתוכו',
  'این نظر به فارسی است؛ می‌خواهم بدانم ۱۲۳',
  'https://example.com/a?b=1 انظر',
  '😀😀 123 👍',
  'شاهدت The Lord of the Rings أمس (3-2)',
  `كلمةطويلةبلافراغ${'ا'.repeat(200)}`,
];
const names = ['سارة', 'John', 'עדי', 'ريم‌ الفارسي', 'Ayşe ١٢'];

// One of each direction; contrast in every theme is measured on the same controls by everyone.spec.ts.
for (const { ui, theme } of askedLooks.slice(0, 2)) {
  test(`fifty comments of every direction, in ${ui}, ${theme}: axe finds nothing, nothing is wider than the page`, async ({
    page,
    arabic,
    english,
  }) => {
    test.setTimeout(120_000);
    const { slug } = ui === 'ar' ? arabic : english;
    const path = `/api/articles/${encodeURIComponent(slug)}/comments`;
    let top: string | undefined;
    for (let at = 0; at < 50; at += 1) {
      const answer = await page.request.post(path, {
        data: {
          author: { name: names[at % names.length] },
          text: texts[at % texts.length],
          parentId: at % 5 === 0 ? undefined : top,
        },
        headers: { 'idempotency-key': randomUUID() },
      });
      const { id }: { id: string } = await answer.json();
      if (at % 5 === 0) top = id;
    }
    await page.addInitScript(withoutLigatures);
    await page.addInitScript(
      (chosen) => localStorage.setItem('riwaq.reading', JSON.stringify({ theme: chosen })),
      theme,
    );
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(`/${ui}/articles/${slug}`);
    await takenOver(page);
    await page.locator('#comments').scrollIntoViewIfNeeded();
    await page.locator('article[id^="comment-"] button[name="reply"]').first().click();
    await page.locator('article[id^="comment-"] button[name="reply"]').last().scrollIntoViewIfNeeded();
    // What is not laid out has no place for axe to measure.
    await page.evaluate(() => {
      for (const item of document.querySelectorAll<HTMLElement>('#comments li'))
        item.style.contentVisibility = 'visible';
    });
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    // Every comment is an article with a name of its own; those that answer stand within what they answer.
    const articles = page.locator('#comments article');
    const unnamed = await articles.evaluateAll(
      (all) => all.filter((one) => (one.getAttribute('aria-label') ?? '') === '').length,
    );
    expect(unnamed).toBe(0);
    expect(await page.locator('#comments article article').count()).toBeGreaterThan(30);
  });
}
