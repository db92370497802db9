import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { Article } from '#contract/article';
import type { LanguageCode } from '#contract/languages';
import { paths } from '#contract/paths';
import { takenOver } from './fixtures.ts';
import type { SiteProcess } from './site-process.ts';

/** The sites that are looked at: one filled by the demo, one empty, one that holds comments for review. */
export interface Sites {
  demo: SiteProcess;
  empty: SiteProcess;
  held: SiteProcess;
}

/** What is looked at, by name: brings the page there. */
export type Shots = Record<string, (page: Page, sites: Sites, lang: LanguageCode) => Promise<unknown>>;

type Wanted = (article: Article) => boolean;
const hasVerse: Wanted = ({ body }) => body.some(({ type }) => type === 'verse');
const hasTable: Wanted = ({ body }) => body.some(({ type }) => type === 'table');
const isClosed: Wanted = ({ comments }) => comments.state === 'closed';
const isEnglish: Wanted = ({ lang }) => lang === 'en';

/** Pages as most readers meet them: taken at every width, in every theme and language. */
export const pages: Shots = {
  front: (page, { demo }, lang) => page.goto(demo.url + paths.front(lang)),
  section: (page, { demo }, lang) => page.goto(demo.url + paths.section(lang, 'science')),
  'article-discussed': async (page, { demo }, lang) =>
    page.goto(demo.url + paths.article(lang, await mostDiscussed(demo))),
  'article-verse': (page, { demo }, lang) => openArticle(page, demo, lang, hasVerse),
  'article-table': (page, { demo }, lang) => openArticle(page, demo, lang, hasTable),
  'article-english': (page, { demo }, lang) => openArticle(page, demo, lang, isEnglish),
  about: (page, { demo }, lang) => page.goto(demo.url + paths.page(lang, 'about')),
};

/** Faces that a reader meets when something is empty, slow, refused or gone. */
export const faces: Shots = {
  'front-empty': (page, { empty }, lang) => page.goto(empty.url + paths.front(lang)),
  'not-found': (page, { demo }, lang) => page.goto(`${demo.url}/${lang}/nowhere`),
  'comments-closed': async (page, { demo }, lang) => {
    await openArticle(page, demo, lang, isClosed);
    await toComments(page);
  },
  'section-loading': async (page, { demo }, lang) => {
    await page.route('**/api/**', () => new Promise(() => {}));
    await leaveFor(page, demo, lang);
  },
  'section-failed': async (page, { demo }, lang) => {
    await page.route('**/api/**', (route) => route.abort());
    await leaveFor(page, demo, lang);
    await page.getByRole('alert').first().waitFor();
  },
  settings: async (page, { demo }, lang) => {
    await page.goto(demo.url + paths.front(lang));
    await takenOver(page);
    await page.locator('[data-shortcut=settings]').click();
    await page.getByRole('dialog').waitFor();
  },
  shortcuts: async (page, { demo }, lang) => {
    await openArticle(page, demo, lang, isEnglish);
    await takenOver(page);
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
  },
  'search-found': (page, { demo }, lang) => page.goto(demo.url + paths.search(lang, 'الورق')),
  'search-nothing': (page, { demo }, lang) => page.goto(demo.url + paths.search(lang, 'ضضض')),
  'comment-reply': (page, { demo }, lang) => act(page, demo, lang, 'reply'),
  'comment-report': (page, { demo }, lang) => act(page, demo, lang, 'report'),
  'comment-own': (page, { demo }, lang) => writeOwn(page, demo, lang),
  'comment-edit': async (page, { demo }, lang) => {
    await writeOwn(page, demo, lang);
    await page.locator('#comments button[name=edit]').first().click();
  },
  'comment-delete': async (page, { demo }, lang) => {
    await writeOwn(page, demo, lang);
    await page.locator('#comments button[name=delete]').first().click();
  },
  'comment-incomplete': async (page, { demo }, lang) => {
    await openArticle(page, demo, lang, isEnglish);
    await write(page, '', 'لا اسم لي بعد');
    await page.locator('[aria-invalid="true"]').waitFor();
  },
  'comment-sending': async (page, { demo }, lang) => {
    await page.route('**/comments', () => new Promise(() => {}));
    await openArticle(page, demo, lang, isEnglish);
    await write(page, 'سلمى', 'هذه في طريقها.');
  },
  'comment-waiting': async (page, { demo }, lang) => {
    await page.route('**/comments', (route) => route.abort());
    await openArticle(page, demo, lang, isEnglish);
    await write(page, 'سلمى', 'هذه تنتظر الشبكة.');
    await page.waitForTimeout(1_000);
  },
  'comment-held': async (page, { held }, lang) => {
    await openArticle(page, held, lang, isEnglish);
    await write(page, 'سلمى', `هذه تنتظر المراجعة. ${randomUUID().slice(0, 4)}`);
    await page.waitForTimeout(1_000);
  },
};

/** From a page that is there to one whose data does not come. */
async function leaveFor(page: Page, site: SiteProcess, lang: LanguageCode) {
  await page.goto(site.url + paths.page(lang, 'about'));
  await takenOver(page);
  await page.locator(`nav a[href="${paths.section(lang, 'science')}"]`).click();
  await page.waitForTimeout(700);
}

async function openArticle(page: Page, site: SiteProcess, lang: LanguageCode, wanted: Wanted) {
  for (const slug of await slugsOf(site)) {
    const article: Article = await (
      await fetch(`${site.url}/api/articles/${encodeURIComponent(slug)}`)
    ).json();
    if (wanted(article)) return page.goto(site.url + paths.article(lang, slug));
  }
  throw new Error('no article of the demo is the one wanted');
}

async function toComments(page: Page) {
  await page.locator('#comments').scrollIntoViewIfNeeded();
}

/** Opens what stands behind a button of the first comment. */
async function act(page: Page, site: SiteProcess, lang: LanguageCode, name: 'reply' | 'report') {
  await page.goto(site.url + paths.article(lang, await mostDiscussed(site)));
  await takenOver(page);
  await page.locator(`#comments button[name=${name}]`).first().click();
  await page.waitForTimeout(500);
}

/** A comment of this browser's own at the head of the list. */
async function writeOwn(page: Page, site: SiteProcess, lang: LanguageCode) {
  await openArticle(page, site, lang, isEnglish);
  await write(page, 'سلمى', `رأي لي. ${randomUUID().slice(0, 4)}`);
  await page.locator('#comments button[name=edit]').first().waitFor();
}

async function write(page: Page, name: string, text: string) {
  await takenOver(page);
  const form = page.getByRole('form').first();
  await form.getByRole('textbox').first().fill(name);
  await form.getByRole('textbox').last().fill(text);
  await form.getByRole('button').last().click();
}

async function summariesOf(site: SiteProcess): Promise<Article[]> {
  const { items }: { items: Article[] } = await (await fetch(`${site.url}/api/articles?limit=100`)).json();
  return items;
}

const slugsOf = async (site: SiteProcess) => (await summariesOf(site)).map(({ slug }) => slug);

async function mostDiscussed(site: SiteProcess): Promise<string> {
  const [first] = (await summariesOf(site)).toSorted(
    (one, other) => other.comments.count - one.comments.count,
  );
  return first?.slug ?? '';
}
