import type { Page } from '@playwright/test';
import {
  corpus,
  type CorpusName,
  type CorpusText,
  expectOrders,
  orderAmong,
  textsIn,
} from '../bidi-corpus.ts';
import { post } from '../conversation.ts';
import { expect, takenOver, test as ofSite } from '../fixtures.ts';
import { visualOrder, visualOrders } from '../visual-order.ts';

/** What was posted, by the ids of comments. */
interface Thread {
  texts: Map<string, CorpusText>;
  names: Map<string, CorpusName>;
  answers: Map<string, CorpusName>;
}

const test = ofSite.extend<object, { thread: Thread }>({
  thread: [
    async ({ site, english, playwright }, use) => {
      const request = await playwright.request.newContext({ baseURL: site.url });
      const thread: Thread = { texts: new Map(), names: new Map(), answers: new Map() };
      // As many answers as come with what they answer, for a page holds twenty of those.
      const inGroups = async <Entry>(
        all: Entry[],
        size: number,
        reply: (entry: Entry, parentId: string) => Promise<void>,
      ) => {
        for (let from = 0; from < all.length; from += size) {
          const parentId = await post(request, english.slug, { text: 'رأي' });
          await Promise.all(all.slice(from, from + size).map((entry) => reply(entry, parentId)));
        }
      };
      await inGroups(textsIn('comment'), 20, async (text, parentId) => {
        thread.texts.set(await post(request, english.slug, { text: text.text, parentId }), text);
      });
      await inGroups(corpus.names, 10, async (name, parentId) => {
        const id = await post(request, english.slug, { name: name.text, text: 'كلام', parentId });
        thread.names.set(id, name);
        thread.answers.set(await post(request, english.slug, { text: 'جواب', parentId: id }), name);
      });
      await request.dispose();
      await use(thread);
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});
// One worker, one thread of all of it.
test.describe.configure({ mode: 'default' });
test.use({ viewport: { width: 1280, height: 900 } });

/** What `selector` finds in comments, each with its own. */
async function ofComments(page: Page, selector: string) {
  const parts = page.locator(`article[id^="comment-"] ${selector}`);
  const orders = await visualOrders(parts);
  const found = await parts.evaluateAll((all) =>
    all.map((one) => ({
      comment: one.closest('article')?.id.replace('comment-', '') ?? '',
      dir: one.getAttribute('dir'),
    })),
  );
  return found.map((one, at) => ({ ...one, order: orders[at] }));
}

const labels = { ar: (name: string) => `${name} ىلع ادر`, en: (name: string) => `In reply to ${name}` };
const headings = { ar: (name: string) => `${name} ىلع كدر`, en: (name: string) => `Your reply to ${name}` };
const interfaces = [
  ['ar', 'rtl'],
  ['en', 'ltr'],
  ['fa', 'rtl'],
  ['ur', 'rtl'],
  ['he', 'rtl'],
] as const;

for (const [ui, dir] of interfaces) {
  test(`comments, their names and whom they answer in ${ui}`, async ({ page, english, thread }) => {
    const { texts, names, answers } = thread;
    await page.goto(`/${ui}/articles/${english.slug}`);
    const lines = new Map<string, number>();
    const seen = (await ofComments(page, '[lang=""] > p')).map(({ comment, dir: own, order }) => {
      const line = lines.get(comment) ?? 0;
      lines.set(comment, line + 1);
      return { case: `${texts.get(comment)?.id} ${line}`, order: `${own} ${order}` };
    });
    expectOrders(
      seen,
      textsIn('comment').flatMap((text) =>
        (text.lines ?? [{ dir: text.dir, order: orderAmong(dir, text) }]).map((line, at) => ({
          case: `${text.id} ${at}`,
          order: `${line.dir} ${line.order}`,
        })),
      ),
    );
    const named = await ofComments(page, 'strong');
    expectOrders(
      named.map(({ comment, order }) => ({ case: comment, order })),
      [...names].map(([id, { order }]) => ({ case: id, order })),
    );
    if (ui !== 'ar' && ui !== 'en') return;
    // B11: nobody has said in which language a reader writes, or is named.
    const said = await ofComments(page, 'p:has(> a > bdi[lang=""])');
    expectOrders(
      said.map(({ comment, order }) => ({ case: comment, order })),
      [...answers].map(([id, { order }]) => ({ case: id, order: labels[ui](order) })),
    );
    const [first = ''] = [...names].find(([, { id }]) => id === 'latin-in-brackets') ?? [];
    await page.goto(`/${ui}/articles/${english.slug}?reply=${first}#comment-${first}`);
    const heading = page.locator(`#comment-${first} form h3`);
    expect(await visualOrder(heading)).toBe(headings[ui]('A (B) 3'));
  });
}

test('what a live notice says', async ({ browser, page, site, arabic }) => {
  const { slug } = arabic;
  const digits: Record<string, string> = { '012': 'latn', '٠١٢': 'arab', '۰۱۲': 'arabext' };
  const pages = await Promise.all(
    corpus.notices.map(async (notice) => {
      const context = await browser.newContext({ baseURL: site.url, serviceWorkers: 'block' });
      const reader = await context.newPage();
      await reader.addInitScript(
        (chosen) => localStorage.setItem('riwaq.reading', JSON.stringify({ digits: chosen })),
        digits[notice.digits],
      );
      const opened = reader.waitForResponse((answer) => answer.url().endsWith('/events') && answer.ok());
      await reader.goto(`/${notice.language}/articles/${slug}`);
      await takenOver(reader);
      await reader.locator('#comments').scrollIntoViewIfNeeded();
      await opened;
      return { notice, reader, context };
    }),
  );
  for (let at = 0; at < 3; at += 1) await post(page.request, slug, { text: `كلام ${at}` });
  for (const { notice, reader, context } of pages) {
    const words = reader.getByRole('button', { name: notice.text }).locator('span');
    await expect(words, notice.id).toHaveText(notice.text);
    expect(await visualOrder(words), notice.id).toBe(notice.order);
    await context.close();
  }
});
