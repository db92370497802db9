import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeSanitize from 'rehype-sanitize';
import { unified } from 'unified';
import { directionOf } from '#contract/languages';
import { readBodyEnd } from './body-end.ts';
import { hasDeepTags, isDeepTree, tooDeep } from './nesting.ts';
import type { Parsed } from './parsed-source.ts';
import { sanitiserSchema, textOf, withoutHidden, withPlainSchemes } from './sanitiser.ts';
import { languageTag } from './language-tag.ts';
import { takeTitle, titleOf } from './title.ts';
import { blocksOf, directionOfTree, type Context } from './tree-blocks.ts';

/**
 * An HTML page as an article: what stands in its `article`, else its `main`, else its `body`. The title is
 * the first `h1` of that, else og:title, else the first `h1` of the page, else its `title`; the language is
 * the nearest `lang`. The figures it names are still paths.
 */
export function readHtml(text: string): Parsed {
  if (hasDeepTags(text)) return { ok: false, why: tooDeep };
  const page = unified().use(rehypeParse).parse(text);
  if (isDeepTree(page)) return { ok: false, why: tooDeep };

  const notes = new Set<string>();
  const way = wayTo(page, 'article') ?? wayTo(page, 'main') ?? wayTo(page, 'body') ?? [];
  const tree = unified()
    .use(withoutHidden(() => notes.add('text that its page hides was left out')))
    .use(withPlainSchemes)
    .use(rehypeSanitize, sanitiserSchema)
    .runSync({ type: 'root', children: way.at(-1)?.children ?? [] } satisfies Root);
  const lang = languageOf(way, notes);
  const stated = way
    .map(({ properties }) => properties['dir'])
    .findLast((dir) => dir === 'rtl' || dir === 'ltr');
  const dir = stated ?? (lang === undefined ? directionOfTree(tree) : directionOf(lang));
  const context: Context = { lang, dir, notes };
  const own = takeTitle(tree, undefined);
  const title = own === '' ? titleOfPage(page) : own;
  const { notes: ending, ...end } = readBodyEnd(blocksOf(tree.children, context));
  return { ok: true, title, ...end, lang, notes: [...notes, ...ending] };
}

function titleOfPage(page: Root): string {
  const open = elements(page, 'meta').find(({ properties }) => properties['property'] === 'og:title');
  const found = [content(open), ...elements(page, 'h1').map(textOf), ...elements(page, 'title').map(textOf)];
  return found.map(titleOf).find((title) => title !== '') ?? '';
}

function content(meta: Element | undefined): string {
  const written = meta?.properties['content'];
  return typeof written === 'string' ? written : '';
}

function languageOf(way: readonly Element[], notes: Set<string>): string | undefined {
  const written = way
    .map(({ properties }) => properties['lang'])
    .findLast((lang) => typeof lang === 'string');
  if (typeof written !== 'string' || written.trim() === '') return undefined;
  const lang = languageTag(written.trim());
  if (lang === undefined)
    notes.add(`its lang «${titleOf(written).slice(0, 40).toWellFormed()}» names no language`);
  return lang;
}

/** The elements from the page down to its first `tagName`, that one last. */
function wayTo(parent: Root | Element, tagName: string): Element[] | undefined {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === tagName) return [child];
    const rest = wayTo(child, tagName);
    if (rest !== undefined) return [child, ...rest];
  }
  return undefined;
}

const elements = (parent: Root | Element, tagName: string): Element[] =>
  parent.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.tagName === tagName ? [child] : elements(child, tagName);
  });
