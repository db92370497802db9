import type { Article, ArticleSummary } from '#contract/article';
import type { LanguageCode } from '#contract/languages';
import { paths } from '#contract/paths';
import { nameIn, type Site } from '#contract/site';
import { directionWithin } from '#contract/text/direction';
import { markedText } from '#contract/text/marked-text';
import { xmlDeclaration, xmlElement, xmlText } from './xml-text.ts';

export interface RssFeed {
  site: { name: string; url: string };
  lang: LanguageCode;
  /** Path of the feed itself. */
  path: string;
  sections: Site['sections'];
  /** Newest first, each with what its readers are told of it. */
  items: readonly { article: ArticleSummary; description: string | undefined }[];
}

/** The newest articles as RSS 2.0, its links to the pages of one interface language. */
export function rssFeed({ site, lang, path, sections, items }: RssFeed): string {
  const named = new Map(sections.map((section) => [section.slug, nameIn(section, lang)]));
  const updated = items
    .map(({ article }) => article.updatedAt)
    .sort()
    .at(-1);
  const channel = [
    xmlElement('title', site.name),
    xmlElement('link', site.url + paths.front(lang)),
    xmlElement('description', site.name),
    xmlElement('language', lang),
    `<atom:link href="${xmlText(site.url + path)}" rel="self" type="application/rss+xml"/>`,
    ...(updated === undefined ? [] : [xmlElement('lastBuildDate', mailDate(updated))]),
  ];
  const rendered = items.map(({ article, description }) => {
    const section = article.section && (named.get(article.section.slug) ?? article.section.name);
    // A feed holds plain text, which its readers' programs show as they please.
    const told = (text: string) => markedText(text, directionWithin(text, article.dir) ?? article.dir);
    return `<item>\n${[
      xmlElement('title', told(article.title)),
      xmlElement('link', site.url + paths.article(lang, article.slug)),
      // The same in the feed of every language: whoever follows two reads it once.
      `<guid isPermaLink="false">${xmlText(article.id)}</guid>`,
      xmlElement('pubDate', mailDate(article.publishedAt)),
      ...(description === undefined ? [] : [xmlElement('description', told(description))]),
      ...article.authors.map(({ name }) => xmlElement('dc:creator', name)),
      ...(section === undefined ? [] : [xmlElement('category', section)]),
      xmlElement('dc:language', article.lang),
    ].join('\n')}\n</item>`;
  });
  const spaces = 'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"';
  const root = `<rss version="2.0" xml:lang="${lang}" ${spaces}>`;
  return `${xmlDeclaration}${root}\n<channel>\n${[...channel, ...rendered].join('\n')}\n</channel>\n</rss>\n`;
}

/** RFC 822, with the year's four digits. */
const mailDate = (time: string) => new Date(time).toUTCString();

/** Letters of a description made of an article's own words. */
const longest = 300;

/** What an article is about: its standfirst, else the beginning of its text, cut at a word. */
export function descriptionOf({ summary, body }: Pick<Article, 'summary' | 'body'>): string | undefined {
  if (summary !== undefined) return summary;
  const first = body.find((block) => block.type === 'paragraph');
  const text = first?.children
    .map((run) => run.text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === undefined || text.length <= longest) return text;
  const cut = text.slice(0, longest + 1);
  return `${cut.slice(0, cut.lastIndexOf(' ') > 0 ? cut.lastIndexOf(' ') : longest).toWellFormed()}…`;
}

/** Where the feed of an interface language stands. */
export const feedPath = (lang: LanguageCode): string => `${paths.front(lang)}feed.xml`;
