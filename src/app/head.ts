import { type Direction, type LanguageCode, languages } from '#contract/languages';
import { inLanguage, paths } from '#contract/paths';
import type { Site } from '#contract/site';
import { markedText } from '#contract/text/marked-text';

/** What a page says of itself in the document's head. Plain text and addresses. */
export interface Head {
  title: string;
  /** Of title and description; unsaid, the interface's. */
  dir?: Direction | undefined;
  description?: string | undefined;
  /** Path of the one address of this content, where it is not the page's own. */
  canonical?: string | undefined;
  /** Whether the page is the same content in each interface language. */
  translated?: boolean;
  /** Whether the site's feed brings what this page shows. */
  feed?: boolean;
  /** Not for search engines. */
  hidden?: boolean;
  /** Open Graph's type and times of an article. */
  article?: { publishedAt: string; updatedAt: string; language: string };
  image?: string | undefined;
}

export interface HeadPlace {
  site: Site;
  code: LanguageCode;
  /** Of the page, without its query. */
  pathname: string;
}

export type HeadTag = { tag: 'meta' | 'link'; attributes: Record<string, string> };

/** Title and tags of a page, in the order they stand in the document. */
export function headTags(
  head: Head,
  { site, code, pathname }: HeadPlace,
): { title: string; tags: HeadTag[] } {
  const dir = head.dir ?? languages[code].dir;
  const title = markedText(head.title, dir);
  const description = head.description === undefined ? undefined : markedText(head.description, dir);
  const url = site.url + (head.canonical ?? pathname);
  const tags: HeadTag[] = [];
  const meta = (key: 'name' | 'property', name: string, content: string | undefined) => {
    if (content !== undefined) tags.push({ tag: 'meta', attributes: { [key]: name, content } });
  };
  const link = (attributes: Record<string, string>) => tags.push({ tag: 'link', attributes });

  meta('name', 'description', description);
  if (head.hidden === true) meta('name', 'robots', 'noindex');
  else link({ rel: 'canonical', href: url });
  if (head.translated === true) {
    for (const language of site.languages) {
      link({
        rel: 'alternate',
        hreflang: language.code,
        href: site.url + inLanguage(pathname, language.code),
      });
    }
    link({
      rel: 'alternate',
      hreflang: 'x-default',
      href: site.url + inLanguage(pathname, site.defaultLanguage),
    });
  }
  if (head.feed === true) {
    const type = 'application/rss+xml';
    link({ rel: 'alternate', type, title: site.name, href: site.url + paths.feed(code) });
  }
  meta('property', 'og:title', title);
  meta('property', 'og:description', description);
  meta('property', 'og:url', url);
  meta('property', 'og:site_name', site.name);
  meta('property', 'og:locale', languages[code].openGraph);
  meta('property', 'og:type', head.article === undefined ? 'website' : 'article');
  meta('property', 'og:image', head.image === undefined ? undefined : new URL(head.image, site.url).href);
  meta('property', 'article:published_time', head.article?.publishedAt);
  meta('property', 'article:modified_time', head.article?.updatedAt);
  return { title, tags };
}

/** The head as text of a document. */
export function headHtml({ title, tags }: ReturnType<typeof headTags>): string {
  const elements = tags.map(({ tag, attributes }) => {
    const pairs = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
    return `<${tag}${pairs.join('')}>`;
  });
  return [`<title>${escapeHtml(title)}</title>`, ...elements].join('\n');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (char) => entities[char] ?? char);

/** Puts the head of a page reached without a reload into the document. */
export function applyHead({ title, tags }: ReturnType<typeof headTags>): void {
  document.title = title;
  const old = document.head.querySelectorAll(
    'meta[name="description"],meta[name="robots"],meta[property],link[rel="canonical"],link[rel="alternate"]',
  );
  for (const element of old) element.remove();
  for (const { tag, attributes } of tags) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    document.head.append(element);
  }
}
