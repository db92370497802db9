import type { Element, Root, RootContent } from 'hast';
import type { Block, Run } from '#contract/article';
import { directionOfText } from '#contract/text/direction';
import { type Marks, RunLine } from './run-line.ts';
import { safeHref } from './safe-href.ts';
import { textOf } from './sanitiser.ts';
import { captionedIn, noteLink, pictureIn } from './tree-pictures.ts';
import { citationIn } from './quotation.ts';
import { codeBlocks } from './tree-code.ts';
import { type Ground, marksIn } from './tree-marks.ts';
import { isLayout, tableBlock } from './tree-table.ts';

export interface Context extends Ground {
  /** What a publisher should know, each once. */
  notes: Set<string>;
}

type Make = (element: Element, context: Context, marks: Marks) => Block[];

const heading =
  (level: 2 | 3 | 4): Make =>
  (element, context, marks) => {
    const { children, others } = lineOf(blocksOf(element.children, context, marks));
    return children.length === 0 ? others : [{ type: 'heading', level, children }, ...others];
  };

const list =
  (ordered: boolean): Make =>
  (element, context, marks) => {
    const items = element.children
      .map((child) => blocksOf(isElement(child, 'li') ? child.children : [child], context, marks))
      .filter((item) => item.length > 0);
    return items.length === 0 ? [] : [{ type: 'list', ordered, items }];
  };

const quote: Make = (element, context, marks) => {
  const cite = citationIn(element);
  const blocks = blocksOf(element.children, context, marks).map((block) =>
    block.type === 'paragraph' ? ({ type: 'quote', children: block.children } satisfies Block) : block,
  );
  const last = blocks.findLast((block) => block.type === 'quote');
  if (cite === undefined) return blocks;
  if (last !== undefined) last.cite = cite;
  return last === undefined ? [...blocks, { type: 'paragraph', children: [{ text: cite }] }] : blocks;
};

const table: Make = (element, context, marks) => {
  if (isLayout(element)) return blocksOf(element.children, context, marks);
  const caption = element.children.filter((child) => isElement(child, 'caption'));
  const made = tableBlock(element, context, (cell) => {
    const { children, others } = lineOf(blocksOf(cell.children, context, marks));
    return { children, others };
  });
  return [...blocksOf(caption, context, marks), ...made];
};

/** A player or a frame of another site: a link to it, never the thing itself. */
const embed: Make = ({ properties }) => {
  const { src, title } = properties;
  const href = typeof src === 'string' && /^(https?:)?\/\//i.test(src.trim()) ? safeHref(src) : undefined;
  if (href === undefined) return [];
  const line = new RunLine();
  line.add(typeof title === 'string' ? title : '', {});
  return [{ type: 'embed', href, title: line.take()[0]?.text ?? new URL(href).hostname }];
};

const figure: Make = (element, context, marks) => {
  const captioned = captionedIn(element, context);
  return captioned ?? blocksOf(element.children, context, marks);
};

/** Footnotes come at the end, under a rule, as the numbered list that their numbers in the text name. */
const footnotes: Make = (element, context, marks) => {
  const notes = blocksOf(
    element.children.filter((child) => isElement(child, 'ol')),
    context,
    marks,
  );
  return notes.length === 0 ? [] : [{ type: 'separator' }, ...notes];
};

const makes: Partial<Record<string, Make>> = {
  h1: heading(2),
  h2: heading(2),
  h3: heading(3),
  h4: heading(4),
  h5: heading(4),
  h6: heading(4),
  ul: list(false),
  ol: list(true),
  blockquote: quote,
  pre: (element) => codeBlocks(element),
  hr: () => [{ type: 'separator' }],
  table,
  figure,
  iframe: embed,
  video: embed,
  audio: embed,
  // Outside a quotation, whose citation it holds, a foot is the site's own.
  footer: () => [],
};

// They begin and end a paragraph. So does every line break: a poem's or an address's lines stay apart.
const parting = new Set(
  'address article br caption center dd details div dl dt figcaption header li main p section summary tbody td tfoot th thead tr'.split(
    ' ',
  ),
);

/** The blocks of a sanitised tree: the second gate. Nothing of it comes through but what is named here. */
export function blocksOf(nodes: readonly RootContent[], context: Context, around: Marks = {}): Block[] {
  const blocks: Block[] = [];
  const pictures: Block[] = [];
  const line = new RunLine();
  const flush = () => {
    const children = line.take();
    if (children.length > 0) blocks.push({ type: 'paragraph', children });
    // A picture within a paragraph comes after it; one before its first word has come before.
    blocks.push(...pictures.splice(0));
  };
  const walk = (node: RootContent, marks: Marks): void => {
    if (node.type === 'text') return line.add(node.value, marks);
    if (node.type !== 'element') return;
    const { tagName, properties } = node;
    const inner = marksIn(node, marks, context);
    const make =
      tagName === 'section' && properties['dataFootnotes'] !== undefined ? footnotes : makes[tagName];
    if (make !== undefined) {
      flush();
      blocks.push(...make(node, context, inner));
    } else if (tagName === 'img') {
      const picture = pictureIn(node, context);
      if (picture?.type === 'figure') {
        (line.isEmpty() ? blocks : pictures).push(picture);
        if (inner.href !== undefined) noteLink(context.notes);
      } else if (picture !== undefined)
        line.add(picture.text, { ...inner, href: inner.href ?? picture.href });
    } else if (tagName === 'input') {
      if (properties['type'] === 'checkbox') line.add(properties['checked'] === true ? '☑ ' : '☐ ', inner);
    } else if (tagName === 'a' && properties['dataFootnoteBackref'] !== undefined) {
      // Where it leads there is no mark to come back to.
    } else if (tagName === 'a' && properties['dataFootnoteRef'] !== undefined) {
      line.add(`[${textOf(node)}]`, marks);
    } else {
      if (parting.has(tagName)) flush();
      if (tagName === 'q') line.add('«', inner);
      for (const child of node.children) walk(child, inner);
      if (tagName === 'q') line.add('»', inner);
      if (parting.has(tagName)) flush();
    }
  };
  for (const node of nodes) walk(node, around);
  flush();
  return blocks;
}

/** Everything written in `blocks` as one line, for what holds no blocks; pictures and tables apart. */
function lineOf(blocks: readonly Block[]): { children: Run[]; others: Block[] } {
  const line = new RunLine();
  const others: Block[] = [];
  const add = (runs: readonly Run[]) => {
    for (const { text, ...marks } of runs) line.add(text, marks);
    line.add(' ', {});
  };
  for (const block of blocks) {
    if (block.type === 'paragraph' || block.type === 'heading' || block.type === 'quote') add(block.children);
    else if (block.type === 'list') for (const item of block.items) add(lineOf(item).children);
    else others.push(block);
  }
  return { children: line.take(), others };
}

const isElement = (node: RootContent, tagName: string): node is Element =>
  node.type === 'element' && node.tagName === tagName;

/** Direction of a document that does not say it: that of its text. */
export const directionOfTree = (tree: Root): 'rtl' | 'ltr' | undefined =>
  directionOfText(textOf(tree).slice(0, 2_000));
