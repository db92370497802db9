import type { Block, Run } from './article.ts';
import { withoutVowelMarks } from './text/vowel-marks.ts';

/** The text of runs, without their form. */
export const textOfRuns = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** The words of a block, as one plain text; pieces that stand apart on the page are parted by a line. */
export function textOfBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return textOfRuns(block.children);
    case 'list':
      return block.items.flatMap((item) => item.map(textOfBlock)).join('\n');
    case 'verse':
      return block.lines.map((line) => line.map(textOfRuns).join(' ')).join('\n');
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(textOfRuns).join(' ')).join('\n');
    case 'figure':
      return block.caption ?? block.alt;
    case 'code':
      return block.text;
    case 'embed':
      return block.title;
    case 'separator':
      return '';
  }
}

/**
 * The element id, and so the fragment of an address, of each block of a body; undefined for one without
 * words. It comes from the words (FNV-1a, 32 bits), vowel marks and tatweel left out: what is put in or
 * mended elsewhere in the article breaks no link, and a reader who hides vowel marks has the same ids. Of two blocks with the
 * same words the second's ends in its number.
 */
export function blockAnchors(blocks: readonly Block[]): (string | undefined)[] {
  const seen = new Map<string, number>();
  return blocks.map((block) => {
    const text = withoutVowelMarks(textOfBlock(block)).replaceAll('\u0640', '');
    if (text === '') return undefined;
    let hash = 0x811c9dc5;
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    const anchor = `p-${(hash >>> 0).toString(36)}`;
    const times = (seen.get(anchor) ?? 0) + 1;
    seen.set(anchor, times);
    return times === 1 ? anchor : `${anchor}-${times}`;
  });
}
