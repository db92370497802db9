import type { ArticleSummary } from '#contract/article';
import type { LanguageCode } from '#contract/languages';
import { paths } from '#contract/paths';
import { xmlDeclaration, xmlElement, xmlText } from './xml-text.ts';

interface Languages {
  languages: readonly LanguageCode[];
  defaultLanguage: LanguageCode;
}

export interface SitemapPage {
  /** Path, already percent-encoded. */
  path: string;
  /** RFC 3339. */
  updatedAt?: string;
  /** The same page in each interface language, by path. */
  alternates?: readonly { lang: string; path: string }[];
}

/** A page that is the same in each interface language, once for each. */
export function translatedPages(
  pathIn: (lang: LanguageCode) => string,
  { languages, defaultLanguage }: Languages,
): SitemapPage[] {
  const alternates = [
    ...languages.map((lang) => ({ lang, path: pathIn(lang) })),
    { lang: 'x-default', path: pathIn(defaultLanguage) },
  ];
  return languages.map((lang) => ({ path: pathIn(lang), alternates }));
}

/** An article at its one address: in its own language where the interface speaks it, else in the site's. */
export function articlePage(
  { lang, slug, updatedAt }: Pick<ArticleSummary, 'lang' | 'slug' | 'updatedAt'>,
  { languages, defaultLanguage }: Languages,
): SitemapPage {
  const own = languages.find((code) => code === lang.toLowerCase().split('-')[0]);
  return { path: paths.article(own ?? defaultLanguage, slug), updatedAt };
}

/** Pages as a sitemap (sitemaps.org, 0.9), addresses made absolute by `url`, the site's scheme and host. */
export function sitemap(url: string, pages: readonly SitemapPage[]): string {
  const entries = pages.map(({ path, updatedAt, alternates = [] }) => {
    const links = alternates.map(
      (other) =>
        `<xhtml:link rel="alternate" hreflang="${xmlText(other.lang)}" href="${xmlText(url + other.path)}"/>`,
    );
    const changed = updatedAt === undefined ? '' : xmlElement('lastmod', updatedAt);
    return `<url>${xmlElement('loc', url + path)}${changed}${links.join('')}</url>\n`;
  });
  const spaces = `xmlns="${sitemapSpace}" xmlns:xhtml="http://www.w3.org/1999/xhtml"`;
  return `${xmlDeclaration}<urlset ${spaces}>\n${entries.join('')}</urlset>\n`;
}

/** The list of `count` sitemaps, where one cannot hold all pages. */
export function sitemapIndex(url: string, count: number): string {
  const entries = Array.from(
    { length: count },
    (_, at) => `<sitemap>${xmlElement('loc', `${url}${partPath(at + 1)}`)}</sitemap>\n`,
  );
  return `${xmlDeclaration}<sitemapindex xmlns="${sitemapSpace}">\n${entries.join('')}</sitemapindex>\n`;
}

/** Where part `number` of a divided sitemap stands, counted from 1. */
const partPath = (number: number) => `/sitemap-${number}.xml`;

const sitemapSpace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
