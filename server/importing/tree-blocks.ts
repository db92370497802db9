import type { Element } from 'hast';
import type { Block, Run } from '#contract/article';
import { type Node, textOf } from './markup-tree.ts';
import { cutRuns, runsOf, safeHref, wordsOf } from './tree-runs.ts';
import { tableOf } from './tree-table.ts';
import { verseOf } from './verse.ts';

/** What a sanitised tree holds that no block can: told to whoever imports. */
export type Note = (note: string) => void;

const blockTags = new Set(
  'p h1 h2 h3 h4 h5 h6 blockquote ul ol pre hr table figure img iframe div section article main header details dl'.split(
    ' ',
  ),
);

/** A sanitised tree as blocks: every element is one of the closed list, or only what stands in it. */
export function blocksOf(nodes: readonly Node[], note: Note): Block[] {
  const blocks: Block[] = [];
  let inline: Node[] = [];
  const flush = () => {
    const children = runsOf(inline);
    if (children.length > 0) blocks.push({ type: 'paragraph', children });
    inline = [];
  };
  for (const node of nodes) {
    if (node.type === 'element' && holdsBlock(node)) {
      flush();
      blocks.push(...elementBlocks(node, note));
    } else inline.push(node);
  }
  flush();
  return blocks;
}

/** Whether an element is a block, or an inline one around some. */
const holdsBlock = (node: Node): boolean =>
  node.type === 'element' && (blockTags.has(node.tagName) || node.children.some(holdsBlock));

function elementBlocks(element: Element, note: Note): Block[] {
  const { tagName, children, properties } = element;
  switch (tagName) {
    case 'h1':
    case 'h2':
      return heading(2, children);
    case 'h3':
      return heading(3, children);
    case 'h4':
    case 'h5':
    case 'h6':
      return heading(4, children);
    case 'blockquote':
      return quotes(blocksOf(children, note));
    case 'ul':
    case 'ol': {
      const items = children
        .filter((child) => child.type === 'element')
        .map((item) => blocksOf(item.children, note))
        .filter((item) => item.length > 0);
      return items.length > 0 ? [{ type: 'list', ordered: tagName === 'ol', items }] : [];
    }
    case 'pre':
      return preformatted(element);
    case 'hr':
      return [{ type: 'separator' }];
    case 'table':
      return tableOf(element);
    case 'img':
      return picture(properties['src'], properties['alt'], note);
    case 'iframe': {
      const href = safeHref(properties['src']);
      const { title } = properties;
      if (href === undefined) return [];
      return [{ type: 'embed', href, title: typeof title === 'string' && title !== '' ? title : href }];
    }
    default:
      return blocksOf(children, note);
  }
}

function heading(level: 2 | 3 | 4, nodes: readonly Node[]): Block[] {
  const children = runsOf(nodes);
  return children.length > 0 ? [{ type: 'heading', level, children }] : [];
}

/** A quotation's paragraphs; a last one, or a last line, that begins with a dash says whose it is. */
function quotes(blocks: readonly Block[]): Block[] {
  const found: Block[] = [];
  for (const block of blocks) {
    const previous = found.at(-1);
    if (block.type !== 'paragraph') found.push(block);
    else {
      const { cite, children } = citeOf(block.children);
      if (children.length > 0)
        found.push({ type: 'quote', children, ...(cite === undefined ? {} : { cite }) });
      else if (cite !== undefined && previous?.type === 'quote') previous.cite = cite;
    }
  }
  return found;
}

function citeOf(children: Run[]): { cite?: string; children: Run[] } {
  const words = wordsOf(children);
  const at = words.search(/(?:^|(?<=[.!؟?»”"…] ))[—–] ?[^—–]{1,160}$/u);
  if (at === -1) return { children };
  const cite = words
    .slice(at)
    .replace(/^[—–]\s*/, '')
    .trim();
  return cite === ''
    ? { children }
    : { cite, children: cutRuns(children, words.slice(0, at).trimEnd().length) };
}

function preformatted(element: Element): Block[] {
  const code = element.children.find((child) => child.type === 'element');
  const [name] = Array.isArray(code?.properties['className']) ? code.properties['className'] : [];
  const language = typeof name === 'string' ? name.replace(/^language-/, '') : undefined;
  const text = textOf(element).replace(/\n$/, '');
  if (text.trim() === '') return [];
  if (language === 'verse') return [{ type: 'verse', lines: verseOf(text) }];
  return [{ type: 'code', text, ...(language === undefined ? {} : { language }) }];
}

/** Nothing is fetched from elsewhere: a picture that lives there is a link to it. */
function picture(src: unknown, alt: unknown, note: Note): Block[] {
  const href = typeof src === 'string' && /^https?:/i.test(src) ? safeHref(src) : undefined;
  const words = typeof alt === 'string' ? alt : '';
  if (href !== undefined) {
    note(`the picture ${href} became a link`);
    return [{ type: 'embed', href, title: words || href }];
  }
  if (typeof src === 'string') note(`the picture ${src} was left out: pictures are not taken in yet`);
  return [];
}
