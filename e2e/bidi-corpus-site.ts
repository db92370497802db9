import { siteWith } from './article-folder.ts';
import { bodyTexts, corpus, inFeed, languageOf, textsIn } from './bidi-corpus.ts';
import type { SiteProcess } from './site-process.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const article = (members: Record<string, unknown>, body = 'متن.') => {
  const lines = Object.entries({ summary: 'ملخّص', ...members }).map(
    ([name, value]) => `${name}: ${JSON.stringify(value)}`,
  );
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
};

/** Every text of an article in `lang` in each kind of block; pictures are heavy, and a few tell of all. */
function body(lang: string): string {
  const texts = bodyTexts(lang).map(({ text }) => escaped(text));
  const each = (before: string, after: string, of = texts) =>
    of.map((text) => before + text + after).join('\n\n');
  return [
    each('<p>', '</p>'),
    `<table>${each('<tr><td>', '</td></tr>').replaceAll('\n', '')}</table>`,
    each('<blockquote><p>', '</p></blockquote>'),
    each(
      '<figure><img src="hand-press.webp" alt=""><figcaption>',
      '</figcaption></figure>',
      texts.slice(0, 12),
    ),
  ].join('\n\n');
}

/**
 * A site that holds the corpus: an article named by each text, with it as its standfirst too, in the section
 * `corpus`; all of them in the bodies of `body-ar` and `body-en`; the names over `byline`.
 */
export function corpusSite(): Promise<SiteProcess> {
  const headlines = corpus.texts
    .filter(({ lines }) => lines === undefined)
    .map((one, at) =>
      article({
        title: textsIn('headline').includes(one) ? one.text : `عنوان ${at}`,
        summary: one.text,
        slug: one.id,
        lang: languageOf(one),
        section: { slug: 'corpus', name: 'المدوّنة' },
        published: inFeed.includes(one) ? '2026-11-02' : '2026-11-01',
      }),
    );
  const others = { lang: 'ar', published: '2026-10-01' };
  return siteWith(
    ...headlines,
    article({ ...others, title: 'أسماء', slug: 'byline', authors: corpus.names.map(({ text }) => text) }),
    article({ ...others, title: 'نصوص', slug: 'body-ar' }, body('ar')),
    article({ ...others, title: 'Texts', slug: 'body-en', lang: 'en' }, body('en')),
  );
}
