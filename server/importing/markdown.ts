import type { Root } from 'hast';
import { withoutDirections } from './direction-runs.ts';
import { readFrontMatter } from './front-matter.ts';
import { readEnd } from './markup-end.ts';
import { markdownTree } from './markup-tree.ts';
import { guarded } from './nesting.ts';
import type { ParsedMarkup } from './parsed-source.ts';
import { blocksOf } from './tree-blocks.ts';
import { runsOf, wordsOf } from './tree-runs.ts';

const mostBrackets = 4_000;

/**
 * Markdown as an article: the title is the front matter's, else a first-level heading at the top of the text;
 * HTML in it is read and sanitised like a document's. Never throws.
 *
 * @param text as readText gives it
 */
export function parseMarkdown(text: string): ParsedMarkup {
  const front = readFrontMatter(text);
  if (!front.ok) return front;
  // Brackets that may still become links are tried again and again: twenty thousand take half a minute.
  if (front.rest.split('[').length > mostBrackets) {
    return { ok: false, why: `more than ${mostBrackets} opening brackets` };
  }
  return guarded(front.rest, () => {
    const tree = markdownTree(front.rest);
    const heading = front.title === undefined ? takeHeading(tree) : undefined;
    const notes = [...front.notes];
    const { body, notes: ends, ...credit } = readEnd(blocksOf(tree.children, (note) => notes.push(note)));
    return {
      title: front.title ?? heading ?? '',
      body,
      notes: [...notes, ...ends],
      ...credit,
      ...front.said,
    };
  });
}

/** Takes the first heading out of the tree, where nothing but blanks stands before it. */
function takeHeading(tree: Root): string | undefined {
  const at = tree.children.findIndex((node) => node.type === 'element');
  const node = tree.children[at];
  if (node?.type !== 'element' || node.tagName !== 'h1') return undefined;
  tree.children.splice(at, 1);
  return withoutDirections(wordsOf(runsOf(node.children)));
}
