import { isLanguageCode, type LanguageCode } from '#contract/languages';
import { inLanguage, paths } from '#contract/paths';
import { keptAt } from '#platform/kept.ts';

/** A page with the word in its head that it is a copy, and of when. */
export const asCopy = (html: string, time: string): string =>
  html.replace('</head>', () => `<meta name="${keptAt}" content="${escaped(time)}"></head>`);

/**
 * The site's offline page for another address: it says why that page is not there, and once there is a network,
 * it becomes it. Where it leads to itself in another language, it leads to that page instead.
 */
export function offlineAt(frame: string, lang: LanguageCode, address: string): string {
  return frame
    .replace(`"path":"${paths.offline(lang)}"`, () => `"path":${JSON.stringify(address).replaceAll('<', '')}`)
    .replace(/href="\/(\w+)\/offline"/g, (link, code: string) =>
      isLanguageCode(code) ? `href="${escaped(inLanguage(address, code))}"` : link,
    );
}

/** The site's offline page without what it says: from it the application starts anew, with kept answers. */
export const emptied = (frame: string): string =>
  frame
    .replace(/<div id="app">.*<\/div>(?=\s*<p id="spoken")/s, () => '<div id="app"></div>')
    .replace(/<script type="application\/json" id="state">.*?<\/script>/s, '')
    .replace(/<title>.*?<\/title>/s, '<title></title>');

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (char) => entities[char] ?? char);
