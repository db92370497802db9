import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArticleSummary } from '#contract/article';
import { languageCodes, type LanguageCode } from '#contract/languages';
import { test as base } from '../fixtures.ts';
import { SiteProcess } from '../site-process.ts';
import { textIn, typeArticle } from './type-articles.ts';

export { expect, takenOver } from '../fixtures.ts';

/** A paper with a Latin name, since its name alone would fetch a face, and one article and comment in each language. */
export interface TypePaper {
  site: SiteProcess;
  /** The address of the article in a language, in the interface of that language or of another. */
  article: (lang: LanguageCode, ui?: LanguageCode) => string;
}

export const test = base.extend<object, { paper: TypePaper }>({
  paper: [
    async ({}, use) => {
      const site = await SiteProcess.start({ SITE_NAME: 'Riwaq' });
      const folder = await mkdtemp(join(tmpdir(), 'riwaq-type-'));
      const files = languageCodes.map((lang) => join(folder, `${lang}.md`));
      await Promise.all(languageCodes.map((lang, at) => writeFile(files[at] ?? '', typeArticle(lang))));
      await site.import(...files);
      await rm(folder, { recursive: true });
      const answer: { items: ArticleSummary[] } = await (await fetch(`${site.url}/api/articles`)).json();
      const slugs = new Map(answer.items.map(({ lang, slug }) => [lang, encodeURIComponent(slug)]));
      for (const lang of languageCodes)
        await fetch(`${site.url}/api/articles/${slugs.get(lang)}/comments`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
          body: JSON.stringify({ author: { name: 'Zoë' }, text: textIn(lang) }),
        });
      await use({ site, article: (lang, ui = lang) => `/${ui}/articles/${slugs.get(lang)}` });
      await site.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ paper }, use) => use(paper.site.url),
});
