import { AxeBuilder } from '@axe-core/playwright';
import { languageCodes } from '#contract/languages';
import { drawnWith } from './drawn-with.ts';
import { inkOf } from './ink.ts';
import { scriptFindings } from './script-findings.ts';
import { expect, takenOver, test } from './type-site.ts';

for (const [lang, face] of [
  ['ar', 'naskh'],
  ['fa', 'naskh'],
  ['ur', 'naskh'],
  ['ur', 'nastaliq'],
  ['he', 'naskh'],
] as const)
  test(`text vowelled throughout is never cut: ${lang} in ${face}`, async ({ page, paper }) => {
    await page.addInitScript((kept) => localStorage.setItem('riwaq.reading', kept), `{"face":"${face}"}`);
    for (const [path, kinds] of [
      // The front cuts what is said of a story after three lines.
      [`/${lang}/`, ['H2', 'P']],
      [paper.article(lang), ['BUTTON', 'H1', 'H2', 'H3', 'LI', 'P']],
    ] as const) {
      await page.goto(path);
      await takenOver(page);
      await page.evaluate(() => document.fonts.ready);
      const { wrong, seen } = await inkOf(page);
      expect(wrong, path).toEqual([]);
      expect(seen, path).toEqual(expect.arrayContaining([...kinds]));
    }
    await expect(page.locator('#comments [id^="comment-"] p').first()).toBeVisible();
    await page.locator('[data-shortcut=settings]').click();
    await page.locator('dialog[open]').waitFor();
    const { wrong, seen } = await inkOf(page);
    expect(wrong).toEqual([]);
    expect(seen).toEqual(expect.arrayContaining(['BUTTON', 'H2', 'LABEL', 'P']));
  });

/** The faces of headlines and of reading text by the language of the text, whoever's page it stands on (E4). */
const faces = {
  ar: ['Riwaq Markazi', 'Riwaq Naskh'],
  fa: ['Riwaq Markazi Eastern', 'Riwaq Naskh Eastern'],
  ur: ['Riwaq Markazi Eastern', 'Riwaq Naskh Eastern'],
  he: ['Riwaq Hebrew', 'Riwaq Hebrew'],
  en: ['georgia', 'georgia'],
  fr: ['georgia', 'georgia'],
  tr: ['georgia', 'georgia'],
} as const;

const files = { ar: /Markazi/, fa: /Markazi/, ur: /Markazi/, he: /Frank Ruhl/, en: /./, fr: /./, tr: /./ };

test('each language has its own face and marks, on a page in any other', async ({ page, paper }) => {
  const first = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).fontFamily.split(',')[0]?.replaceAll('"', ''));
  const mark = { ar: '«', fa: '«', ur: '”', he: '”', en: '“', fr: '«\u202f', tr: '“' };
  const numerals = {
    ar: 'arabic-indic',
    fa: 'persian',
    ur: 'decimal',
    he: 'decimal',
    en: 'decimal',
    fr: 'decimal',
    tr: 'decimal',
  };
  for (const [at, lang] of languageCodes.entries()) {
    const ui = languageCodes[(at + 3) % languageCodes.length];
    await page.goto(paper.article(lang, ui));
    const [headline, text] = faces[lang];
    expect(await first('article h1'), `${lang} in ${ui}`).toBe(headline);
    expect(await first('article [id^="p-"]'), `${lang} in ${ui}`).toBe(text);
    // Every letter and mark from one font: in French and Turkish whichever the device has.
    await page.evaluate(() => document.fonts.ready);
    const [drawn, ...others] = await drawnWith(page, 'article h1');
    expect(drawn ?? '', lang).toMatch(files[lang]);
    expect(others, lang).toEqual([]);
    await expect(page.locator('article ol').first()).toHaveCSS('list-style-type', numerals[lang]);
    const quote = page.locator('article blockquote');
    const quotes = await quote.evaluate((element) => getComputedStyle(element).quotes);
    expect(quotes.startsWith(`"${mark[lang]}"`), `${lang}: ${quotes}`).toBe(true);
  }
});

test('among Urdu controls Latin words keep the spaces and figures of their own face', async ({
  page,
  paper,
}) => {
  await page.goto(paper.article('ur', 'ur'));
  await takenOver(page);
  await page
    .locator('header nav')
    .first()
    .evaluate((nav) => {
      const probe = document.createElement('p');
      probe.id = 'probe';
      nav.append(probe);
    });
  const drawn = async (text: string) => {
    await page.locator('#probe').evaluate((probe, words) => (probe.textContent = words), text);
    await page.evaluate(() => document.fonts.ready);
    return drawnWith(page, '#probe');
  };
  await expect.poll(() => drawn('ہے')).toEqual(['Noto Naskh Arabic']);
  expect(await drawn('Outbox 2, v2!')).not.toContain('Noto Naskh Arabic');
});

test('no page in any language stretches, slants or capitalises Arabic letters, or leaves a text in another’s language', async ({
  page,
  paper,
  expectedErrors,
}) => {
  expectedErrors.push(/404/);
  for (const lang of languageCodes) {
    const other = lang === 'he' ? 'ar' : 'he';
    for (const path of [
      `/${lang}/`,
      paper.article(lang),
      `/${lang}/search?q=${encodeURIComponent('کتاب')}`,
      `/${lang}/nowhere`,
      paper.article(other, lang),
    ]) {
      await page.goto(path);
      await takenOver(page);
      expect(await scriptFindings(page), path).toEqual([]);
    }
    const rules = ['valid-lang', 'html-lang-valid', 'html-has-lang'];
    expect((await new AxeBuilder({ page }).withRules(rules).analyze()).violations, lang).toEqual([]);
    await page.locator('[data-shortcut=settings]').click();
    await page.locator('dialog[open]').waitFor();
    expect(await scriptFindings(page), `settings in ${lang}`).toEqual([]);
  }
});

test('Persian dates are solar, and Gregorian or lunar for who wants them so', async ({ page, paper }) => {
  await page.goto(paper.article('fa'));
  await takenOver(page);
  const date = page.locator('article time').first();
  await expect(date).toHaveText(/۱۴۰[۰-۹]$/);
  await page.locator('[data-shortcut=settings]').click();
  const dialog = page.locator('dialog[open]');
  await expect(dialog.getByRole('group', { name: 'تقویم' }).getByRole('radio')).toHaveCount(3);
  await dialog.getByText('میلادی', { exact: true }).click();
  await expect(date).toHaveText(/۲۰[۰-۹]{2}$/);
  await dialog.getByText('هجری قمری (ام‌القری)', { exact: true }).click();
  await expect(date).toHaveText(/۱۴۴[۰-۹]/);
  // In Arabic there is no such choice, and none of it is kept from its own.
  await page.goto(paper.article('ar'));
  await takenOver(page);
  await page.locator('[data-shortcut=settings]').click();
  await expect(dialog.getByRole('group', { name: 'التقويم' }).getByRole('radio')).toHaveCount(6);
});
