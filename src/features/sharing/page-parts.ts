import type { Part } from './article-parts.ts';

/** Where the parts stand on the page; undefined for one that does not. */
export function partElements(parts: readonly Part[]): (Element | undefined)[] {
  const title = document.querySelector('main article h1') ?? undefined;
  const standfirst = title?.nextElementSibling ?? undefined;
  return parts.map(({ anchor, text }, index) => {
    if (index === 0) return title;
    if (index === 1) return text === '' ? undefined : standfirst;
    return (anchor === undefined ? null : document.getElementById(anchor)) ?? undefined;
  });
}

/** All texts of the page before the end of the last part that are no part of the article. */
export function textsElsewhere(elements: readonly (Element | undefined)[]): string[] {
  const texts: string[] = [];
  const last = elements.findLast((element) => element !== undefined);
  const walker = document.createTreeWalker(
    document.body,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) =>
      node instanceof Element && (elements.includes(node) || node.matches('script, style'))
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (last !== undefined && last.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) break;
    if (node instanceof Text && node.data.trim() !== '') texts.push(node.data);
  }
  return texts;
}
