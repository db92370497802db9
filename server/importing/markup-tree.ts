import type { Element, ElementContent, Root, RootContent } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

export type Node = RootContent | ElementContent;

/**
 * What may come through, for Markdown and HTML alike. It is the first of two gates: what passes it is
 * still only read into the closed list of blocks, by tree-blocks.ts.
 */
const schema: typeof defaultSchema = {
  ...defaultSchema,
  tagNames: [
    ...(defaultSchema.tagNames ?? []),
    ...[
      'article',
      'main',
      'figure',
      'figcaption',
      'iframe',
      'mark',
      'small',
      'time',
      'cite',
      'abbr',
      'bdi',
      'bdo',
    ],
  ],
  attributes: {
    '*': ['lang', 'dir'],
    a: ['href'],
    code: [['className', /^language-./]],
    iframe: ['src', 'title'],
    img: ['src', 'alt', 'title'],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
  strip: [
    'script',
    'style',
    'template',
    'noscript',
    'svg',
    'math',
    'form',
    'nav',
    'aside',
    'footer',
    'head',
    'title',
  ],
};

const sanitised = unified().use(rehypeSanitize, schema);
const markdown = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw);
const html = unified().use(rehypeParse);

/** Markdown (CommonMark and GitHub's tables) as a sanitised tree. Throws RangeError where it is nested too deeply. */
export function markdownTree(text: string): Root {
  return sanitised.runSync(markdown.runSync(markdown.parse(text)));
}

/** A document's tree before it is sanitised, and after: the head is gone then, and with it the title. */
export function htmlTree(text: string): { raw: Root; clean: (part: Element | Root) => Root } {
  return {
    raw: html.parse(text),
    clean: (part) => sanitised.runSync({ type: 'root', children: part.children.filter(isContent) }),
  };
}

const isContent = (node: Node): node is RootContent & Exclude<typeof node, { type: 'doctype' }> =>
  node.type !== 'doctype';

/** The first element of one of the names, in the order of the text; the walk keeps its own stack. */
export function findElement(tree: Root | Element, names: readonly string[]): Element | undefined {
  const left: Node[] = [...tree.children].reverse();
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node.type !== 'element') continue;
    if (names.includes(node.tagName)) return node;
    for (let at = node.children.length - 1; at >= 0; at -= 1) {
      const child = node.children[at];
      if (child !== undefined) left.push(child);
    }
  }
  return undefined;
}

/** All the text below a node, blanks as they stand. */
export function textOf(node: Node | Root): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
