import type { Page } from '@playwright/test';
import { articlePaths, siteWith } from '../article-folder.ts';
import { expect, takenOver, test } from '../fixtures.ts';
import type { SiteProcess } from '../site-process.ts';

const words =
  'كلام يطول في كلّ جزء من أجزاء النصّ حتى لا يبقى لقارئه صبر، ثمّ يعود إلى أوّله من جديد، كأنّه لم يُكتب بعد.';
const paragraphs = (count: number) =>
  Array.from({ length: count }, () => `${words} ${words} ${words} ${words}`);
/** Past 20,000 words, in 60 parts. */
const endless = Array.from(
  { length: 60 },
  (_, at) => `## الجزء رقم ${at + 1}\n\n${paragraphs(4).join('\n\n')}\n\n### فرع من الجزء ${at + 1}`,
);
const tags = Array.from({ length: 30 }, (_, at) => `وسم طويل الاسم رقم ${at + 1}`).join('، ');
const name = (length: number) => 'سلمى الكاتبة من بلاد بعيدة '.repeat(20).slice(0, length).trim();
const cells = Array.from({ length: 14 }, (_, at) => `عمود طويل الاسم ${at + 1}`);
const table = [cells, cells.map(() => '---'), cells.map(() => 'خليّة فيها كلام يطول'), cells.map(() => '1,234')]
  .map((row) => `| ${row.join(' | ')} |`)
  .join('\n');
const nested = Array.from(
  { length: 12 },
  (_, depth) => `${'  '.repeat(depth)}- بند في العمق ${depth + 1}`,
).join('\n');

const front = (title: string) => `---
title: "${title}"
kicker: ${name(190)}
summary: ${words}
dateline: ${name(190)}
authors: [${name(90)}, ${name(80)}, ${'ك'.repeat(90)}]
section: ${name(60)}
tags: ${tags}
published: 2026-11-23
image: { src: hand-press.webp, alt: مطبعة, caption: "${words.repeat(6).slice(0, 600)}", credit: "${name(90)}" }
---`;
const body = `${words}

${table}

${nested}

> ${'اقتباسبلافراغ'.repeat(20)}
>
> — ${name(190)}

\`\`\`verse
${'صدر بيت يطول حتى لا يسعه سطر '.repeat(3)} ... ${'وعجز بيت يطول كذلك حتى لا يسعه سطر '.repeat(3)}
\`\`\`
`;

const titles = {
  '300 letters': words.repeat(4).slice(0, 299).trim(),
  'a word of 300 Arabic letters': 'عنوانبلافراغ'.repeat(25),
  'a word of 300 Latin letters': 'Unbrokenword'.repeat(25),
};
const texts = Object.values(titles).map(
  (title, at) => `${front(title)}\n\n${body}${at === 0 ? endless.join('\n\n') : ''}`,
);

let site: SiteProcess;
let paths: string[];
test.beforeAll(async () => {
  site = await siteWith(...texts);
  paths = await articlePaths(site, 'ar');
});
test.afterAll(() => site.stop());

/** Boxes side by side or one above the other that cover one another, and what stands outside the window. */
function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const shows = (one: Element) => {
      const { display, position, visibility } = getComputedStyle(one);
      return (
        !/inline|none|contents/.test(display) && !/absolute|fixed/.test(position) && visibility === 'visible'
      );
    };
    const nameOf = (one: Element) => `${one.tagName} ${one.className} ${one.textContent.slice(0, 20)}`;
    const scrolls = (one: Element): boolean =>
      one.closest('article [role="group"], pre') !== null || one.closest('main') === null;
    const faults: string[] = [];
    for (const parent of document.querySelectorAll('main, main *:not(table, table *)')) {
      const boxes = [...parent.children]
        .filter(shows)
        .map((one) => ({ one, box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 1 && box.height > 1);
      for (const [at, { one, box }] of boxes.entries()) {
        if (!scrolls(one) && (box.left < -1 || box.right > innerWidth + 1))
          faults.push(`outside: ${nameOf(one)}`);
        for (const other of boxes.slice(at + 1)) {
          const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          if (across > 1 && down > 1) faults.push(`${nameOf(one)} over ${nameOf(other.one)}`);
        }
      }
    }
    return faults;
  });
}

for (const [at, title] of Object.keys(titles).entries()) {
  test(`a headline of ${title}, with all else as long as it may be, overlaps and widens nothing`, async ({
    page,
  }) => {
    for (const width of [320, 360, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      for (const language of ['ar', 'en']) {
        const path = (paths.find((one) => decodeURIComponent(one).includes(slugs[at] ?? '?')) ?? '').replace(
          '/ar/',
          `/${language}/`,
        );
        await page.goto(path);
        await takenOver(page);
        expect(await faultsOf(page), `${language} at ${width}`).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth),
          `${language} at ${width}`,
        ).toBe(width);
      }
    }
  });
}
/** How the addresses of the three begin. */
const slugs = ['كلام-يطول', 'عنوانبلافراغ', 'unbrokenword'];

test('lists carry them as well', async ({ page }) => {
  for (const width of [320, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const language of ['ar', 'en']) {
      await page.goto(`${site.url}/${language}/`);
      await takenOver(page);
      expect(await faultsOf(page), `${language} at ${width}`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${language} at ${width}`).toBe(
        width,
      );
    }
  }
});

test('twenty thousand words are taken over, and a place deep in them is found, and found again', async ({
  page,
}) => {
  const path = paths.find((one) => decodeURIComponent(one).includes(slugs[0] ?? '?')) ?? '';
  await page.goto(path);
  await takenOver(page);
  const count = await page.locator('article').evaluate((one) => one.textContent.split(/\s+/).length);
  expect(count).toBeGreaterThan(20_000);
  const deep = page.getByRole('heading', { level: 2, name: 'الجزء رقم 55', exact: true });
  const anchor = await deep.getAttribute('id');
  await page.goto('about:blank');
  await page.goto(`${path}#${anchor}`);
  await takenOver(page);
  const top = () => deep.evaluate((one) => Math.round(one.getBoundingClientRect().top));
  await expect.poll(top).toBe(24);
  await page.evaluate(() => window.scrollBy(0, 333));
  await expect.poll(top).toBe(24 - 333);
  await page.reload();
  await takenOver(page);
  await expect.poll(top).toBe(24 - 333);
});
