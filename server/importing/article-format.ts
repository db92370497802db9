import { extname } from 'node:path';

export type ArticleFormat = 'text' | 'markdown' | 'html';

const byExtension = new Map<string, ArticleFormat>([
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.xhtml', 'html'],
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
]);

// An HTML document says so itself; taken for plain text, it would show readers its marks.
const htmlStart = /^\s{0,20}<(?:!doctype html|html|head|body)[\s>]/i;
// Standard input has no name to go by: front matter, or a heading of the first order.
const markdownStart = /^\s{0,20}(?:---\n[\s\S]{0,200}?^[a-z]+:|# \S)/m;

/** The format of a text by its name's ending, and, where that says nothing, by how it begins. */
export function formatOf(name: string | undefined, text: string): ArticleFormat {
  const known = byExtension.get(extname(name ?? '').toLowerCase());
  if (known !== undefined) return known;
  const start = text.slice(0, 500);
  if (htmlStart.test(start)) return 'html';
  return name === undefined && markdownStart.test(start) && /^\s*(?:---|#)/.test(start) ? 'markdown' : 'text';
}
