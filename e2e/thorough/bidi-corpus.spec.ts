import type { Locator, Page } from '@playwright/test';
import { bodyTexts, corpus, expectOrders, inFeed, languageOf, orderAmong, textsIn } from '../bidi-corpus.ts';
import { corpusSite } from '../bidi-corpus-site.ts';
import { expect, takenOver, test as ofSite } from '../fixtures.ts';
import type { SiteProcess } from '../site-process.ts';
import { plainOrders, visualOrder, visualOrders } from '../visual-order.ts';

const test = ofSite.extend<object, { site: SiteProcess }>({
  site: [
    async ({}, use) => {
      const site = await corpusSite();
      await use(site);
      await site.stop();
    },
    { scope: 'worker' },
  ],
});
// One worker, one site with all of it.
test.describe.configure({ mode: 'default' });
test.use({ viewport: { width: 1280, height: 900 } });

for (const ui of ['ar', 'en', 'fa', 'ur', 'he']) {
  test(`body, table cell, quotation and caption in ${ui}`, async ({ page }) => {
    const articles = [
      ['ar', 'rtl'],
      ['en', 'ltr'],
    ] as const;
    for (const [lang, dir] of ui === 'ar' || ui === 'en' ? articles : articles.slice(0, 1)) {
      await page.goto(`/${ui}/articles/body-${lang}`);
      const blocks = page.locator('blockquote').first().locator('xpath=..');
      const texts = bodyTexts(lang);
      const places: [string, Locator, number][] = [
        ['body', blocks.locator('xpath=./p'), texts.length],
        ['table cell', blocks.locator('tr > *'), texts.length],
        ['quotation', blocks.locator('xpath=./blockquote/p'), texts.length],
        ['caption', blocks.locator('figcaption'), 12],
      ];
      for (const [place, elements, count] of places) {
        const orders = await visualOrders(elements);
        expect(orders, place).toHaveLength(count);
        expectOrders(
          orders.map((order, at) => ({ case: `${place}: ${texts[at]?.id}`, order })),
          texts
            .slice(0, count)
            .map((text) => ({ case: `${place}: ${text.id}`, order: orderAmong(dir, text) })),
        );
      }
      const copied = await page.locator('main article').evaluate((article) => {
        getSelection()?.selectAllChildren(article);
        return String(getSelection());
      });
      expect(copied).not.toMatch(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/);
      for (const text of texts) expect(copied).toContain(text.copied ?? text.shown ?? text.text);
    }
  });
}

const slugsOf = (stories: Locator) =>
  stories
    .locator(':is(h2, h3) a')
    .evaluateAll((links: HTMLAnchorElement[]) => links.map((link) => link.pathname.split('/').at(-1) ?? ''));

async function expectStories(page: Page, place: string): Promise<void> {
  const stories = page.locator('main article');
  const slugs = await slugsOf(stories);
  const headlines = await visualOrders(stories.locator(':is(h2, h3)'));
  const standfirsts = await visualOrders(stories.locator('p[lang]'));
  expect(standfirsts).toHaveLength(slugs.length);
  const texts = slugs.map((slug) => corpus.texts.find(({ id }) => id === slug));
  const [isHeadline, isStandfirst] = [textsIn('headline'), textsIn('standfirst')];
  expectOrders(
    slugs.flatMap((slug, at) => [
      { case: `headline, ${place}: ${slug}`, order: headlines[at] },
      { case: `standfirst, ${place}: ${slug}`, order: standfirsts[at] },
    ]),
    texts.flatMap((text) => {
      if (text?.order === undefined) return [];
      const order = orderAmong(languageOf(text) === 'ar' ? 'rtl' : 'ltr', text);
      return [
        ...(isHeadline.includes(text) ? [{ case: `headline, ${place}: ${text.id}`, order }] : []),
        ...(isStandfirst.includes(text) ? [{ case: `standfirst, ${place}: ${text.id}`, order }] : []),
      ];
    }),
  );
}

for (const ui of ['ar', 'en']) {
  test(`headline and standfirst in a list, ${ui}`, async ({ page }) => {
    const count = corpus.texts.filter(({ lines }) => lines === undefined).length;
    await page.goto(`/${ui}/sections/corpus`);
    await takenOver(page);
    const stories = page.locator('main article');
    for (let shown = 20; shown < count; shown += 20) {
      await page.locator('main a[href*="after="]').click();
      await expect(stories).toHaveCount(Math.min(shown + 20, count));
    }
    await expectStories(page, 'section');
    for (const { id, ellipsis } of corpus.texts.filter((text) => text.ellipsis !== undefined)) {
      const clipped = stories.filter({ has: page.locator(`a[href$="/${id}"]`) }).locator('p[lang]');
      const found = await clipped.evaluate((one) => ({
        isClipped: one.scrollHeight > one.clientHeight,
        end: getComputedStyle(one).direction === 'ltr' ? 'right' : 'left',
      }));
      expect(found, id).toEqual({ isClipped: true, end: ellipsis });
    }
  });

  test(`search results with their marks, ${ui}`, async ({ page }) => {
    for (const q of ['المباراة', 'الرقم', 'هنا', '2026', '961', 'John', 'programming', 'km']) {
      await page.goto(`/${ui}/search?q=${encodeURIComponent(q)}`);
      expect(await page.locator('main article :is(h2, h3) mark').count(), q).toBeGreaterThan(0);
      await expectStories(page, `search for ${q}`);
    }
  });

  test(`headline and standfirst of an article, byline, ${ui}`, async ({ page }) => {
    for (const id of ['score-at-start-012', 'english-in-arabic', 'cpp-before-words', 'date-iso-alone-arab']) {
      const text = corpus.texts.find((one) => one.id === id);
      if (text === undefined) throw new Error(`no text ${id}`);
      await page.goto(`/${ui}/articles/${id}`);
      const header = page.locator('main article header');
      expect(await visualOrder(header.locator('h1')), id).toBe(orderAmong('rtl', text));
      expect(await visualOrder(header.locator('p').last()), id).toBe(orderAmong('rtl', text));
    }
    await page.goto(`/${ui}/articles/byline`);
    const line = page.locator('main article li').filter({ hasText: 'John Smith' }).first();
    expectOrders(
      (await visualOrders(line.locator('bdi'))).map((order, at) => ({
        case: corpus.names[at]?.id ?? '',
        order,
      })),
      corpus.names.map(({ id, order }) => ({ case: id, order })),
    );
    // In the order of the interface, none gone into another.
    const whole = await visualOrder(line);
    const inOrder = ui === 'ar' ? corpus.names.toReversed() : corpus.names;
    let at = 0;
    for (const { id, order } of inOrder) {
      const found = whole.indexOf(order, at);
      expect(found, `${id} in ${whole}`).toBeGreaterThanOrEqual(at);
      at = found + order.length;
    }
  });
}

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};
const unescaped = (text = '') => text.replace(/&\w+;/g, (entity) => entities[entity] ?? entity);

for (const ui of ['ar', 'en']) {
  test(`document title, Open Graph and feed in ${ui}`, async ({ page }) => {
    const plain: { case: string; text: string; order: string }[] = [];
    const texts = textsIn('document title');
    for (let from = 0; from < texts.length; from += 8) {
      await Promise.all(
        texts.slice(from, from + 8).map(async (text) => {
          const html = await (await page.request.get(`/${ui}/articles/${text.id}`)).text();
          const order = orderAmong('rtl', text);
          const dir = text.dir ?? 'rtl';
          const add = (place: string, found: string | undefined, expected: string) =>
            plain.push({ case: `${place}: ${text.id}`, text: unescaped(found), order: expected });
          const titled = dir === 'rtl' ? `قاور – ${order}` : `${order} – قاور`;
          add('title', /<title>(.*?)<\/title>/.exec(html)?.[1], titled);
          add('og:title', /property="og:title" content="(.*?)"/.exec(html)?.[1], titled);
          // Words without a letter, and nothing around them, have no direction that they could be right in.
          if (text.dir === null) return;
          add('og:description', /property="og:description" content="(.*?)"/.exec(html)?.[1], order);
          add('description', /name="description" content="(.*?)"/.exec(html)?.[1], order);
        }),
      );
    }
    const feed = await (await page.request.get(`/${ui}/feed.xml`)).text();
    const items = new Map(
      [
        ...feed.matchAll(
          /<item>\n<title>(.*?)<\/title>\n<link>.*\/(.*?)<\/link>[^]*?<description>(.*?)<\/description>/g,
        ),
      ].map(([, title, slug = '', description]) => [
        slug,
        { title: unescaped(title), description: unescaped(description) },
      ]),
    );
    expect(inFeed.length).toBeLessThanOrEqual(20);
    for (const text of inFeed) {
      for (const [member, found] of Object.entries(items.get(text.id) ?? { title: '', description: '' }))
        plain.push({ case: `feed ${member}: ${text.id}`, text: found, order: orderAmong('rtl', text) });
    }
    await page.goto(`/${ui}/`);
    const orders = await plainOrders(
      page,
      plain.map(({ text }) => text),
    );
    expectOrders(
      plain.map((one, at) => ({ case: one.case, order: orders[at] })),
      plain,
    );
    // Marks need no end; isolates would.
    for (const { text } of plain) expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });
}

test('an Arabic title that begins in Latin letters begins with a mark, in whatever interface', async ({
  page,
}) => {
  for (const ui of ['ar', 'en']) {
    await page.goto(`/${ui}/articles/latin-name-first`);
    await takenOver(page);
    expect(await page.title()).toBe('\u200fiPhone الجديد رائع – رواق');
    await page.goto(`/${ui}/articles/english-in-arabic`);
    expect(await page.title()).toBe('Great article, thanks! – رواق');
    await page.goto(`/${ui}/search?q=${encodeURIComponent('\u2067سوق\u202e')}`);
    await takenOver(page);
    expect(await page.title()).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  }
});
