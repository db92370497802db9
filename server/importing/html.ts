import type { Element } from 'hast';
import * as v from 'valibot';
import { Lang } from '#contract/article';
import { withoutDirections } from './direction-runs.ts';
import { readEnd } from './markup-end.ts';
import { findElement, htmlTree } from './markup-tree.ts';
import { guarded } from './nesting.ts';
import type { ParsedMarkup } from './parsed-source.ts';
import { blocksOf } from './tree-blocks.ts';
import { runsOf, wordsOf } from './tree-runs.ts';

/**
 * An HTML document as an article: what stands in its `article`, else its `main`, else its body. The title is
 * that part's first-level heading, else the document's own. Never throws.
 *
 * @param text as readText gives it
 */
export function parseHtml(text: string): ParsedMarkup {
  return guarded(text, () => {
    const { raw, clean } = htmlTree(text);
    const part =
      findElement(raw, ['article']) ?? findElement(raw, ['main']) ?? findElement(raw, ['body']) ?? raw;
    const heading = findElement(part, ['h1']);
    const titleOf = (element: Element | undefined): string =>
      element === undefined ? '' : withoutDirections(wordsOf(runsOf(clean(element).children)));
    const title = titleOf(heading) || titleOf(findElement(raw, ['title']));
    // It stands over the text already.
    if (heading !== undefined) heading.children = [];
    const notes: string[] = [];
    const {
      body,
      notes: ends,
      ...credit
    } = readEnd(blocksOf(clean(part).children, (note) => notes.push(note)));
    return { title, body, notes: [...notes, ...ends], ...credit, ...languageOf(findElement(raw, ['html'])) };
  });
}

/** What the document says of its language, where that is a tag at all. */
function languageOf(element: Element | undefined): { lang?: string } {
  const lang = element?.properties['lang'];
  return v.is(Lang, lang) ? { lang } : {};
}
