import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { Options } from 'rehype-sanitize';
import { hasInk } from './ink.ts';

const kept =
  'a abbr address article audio b bdi bdo blockquote br caption center cite code dd del details div dl dt em ' +
  'figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i iframe img input ins kbd li main mark ol p pre q s ' +
  'samp section small span strong sub summary sup table tbody td tfoot th thead tr tt u ul var video';

/** Dropped with all they hold. Other elements lose their tags and keep their text. */
const dropped =
  'applet area aside button canvas dialog embed form frame frameset head map math menu nav noembed noframes ' +
  'noscript object option rp rt script select style svg template textarea title';

/**
 * The first gate, for every markup: which elements, attributes and addresses of a stranger's page are
 * looked at at all. The second is the closed union of blocks (tree-blocks.ts), which no attribute passes
 * but an address that safeHref took.
 */
export const sanitiserSchema: Options = {
  tagNames: kept.split(' '),
  strip: dropped.split(' '),
  attributes: {
    '*': ['lang', 'dir'],
    a: ['href', 'dataFootnoteRef', 'dataFootnoteBackref'],
    audio: ['src', 'title'],
    code: [['className', /^language-./]],
    iframe: ['src', 'title'],
    img: ['src', 'alt', 'title', 'width', 'height'],
    input: [['type', 'checkbox'], 'checked'],
    section: ['dataFootnotes'],
    video: ['src', 'title'],
  },
  // `#` and paths have no protocol and pass; safeHref sees to them.
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
  required: {},
  ancestors: {
    caption: ['table'],
    tbody: ['table'],
    td: ['table'],
    tfoot: ['table'],
    th: ['table'],
    thead: ['table'],
    tr: ['table'],
  },
  allowComments: false,
  allowDoctypes: false,
  clobber: [],
};

/**
 * A plugin that writes the schemes of addresses as the sanitiser compares them, letter by letter: in small
 * letters, without the blanks around an address and the line ends within it, which browsers skip.
 */
export const withPlainSchemes = () => {
  const plain = (parent: Root | Element): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      for (const name of ['href', 'src']) {
        const address = child.properties[name];
        if (typeof address === 'string') child.properties[name] = plainScheme(address);
      }
      plain(child);
    }
  };
  return plain;
};

function plainScheme(address: string): string {
  const read = address.trim().replace(/[\t\n\r]/g, '');
  const scheme = /^[a-z][a-z\d+.-]*:/i.exec(read)?.[0];
  // A path keeps what its file is called.
  return scheme === undefined ? address : scheme.toLowerCase() + read.slice(scheme.length);
}

const hiding =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:opacity|font-size)\s*:\s*0(?![\d.]))/i;

function isHidden({ properties }: Element): boolean {
  const { hidden, ariaHidden, style } = properties;
  return (
    (hidden !== undefined && hidden !== null && hidden !== false) ||
    ariaHidden === 'true' ||
    (typeof style === 'string' && hiding.test(style))
  );
}

/**
 * A plugin that takes out what a page hides from its readers and would show them here: before the
 * sanitiser, which takes the styles away that say so. `onHidden` is called where there were words in it.
 */
export function withoutHidden(onHidden: () => void): () => (tree: Root) => void {
  const isShown = (node: RootContent): boolean => {
    if (node.type !== 'element' || !isHidden(node)) return true;
    if (hasInk(textOf(node))) onHidden();
    return false;
  };
  const clean = (parent: Root | Element): void => {
    if (parent.type === 'root') parent.children = parent.children.filter(isShown);
    else parent.children = parent.children.filter(isShown);
    for (const child of parent.children) if (child.type === 'element') clean(child);
  };
  return () => clean;
}

/** The text of a node, `br` as a line feed. */
export function textOf(node: Root | RootContent | ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' && node.type !== 'root') return '';
  return node.type === 'element' && node.tagName === 'br' ? '\n' : node.children.map(textOf).join('');
}
