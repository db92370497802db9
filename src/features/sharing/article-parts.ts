import type { Article, Block } from '#contract/article';
import { blockAnchors, textOfBlock, textOfRuns } from '#contract/block-anchors';
import { wordBounds } from '#contract/text/word-bounds';

/** A piece of an article that can be quoted: its title, its standfirst, or one block of its body. */
export interface Part {
  /** The element id of a block; the title and the standfirst have none. */
  anchor: string | undefined;
  /**
   * As it was written, vowel marks and all; a tab or a line parts what stands apart on the page, and the
   * halves of a line of verse `halves`.
   */
  text: string;
}

/** No text has it of its own. */
const halves = '\v';

export interface Place {
  part: number;
  offset: number;
}

/** From a place to a later one, in the words of the parts. */
export interface Passage {
  start: Place;
  end: Place;
}

/** Title, standfirst and body, in the order of the page. */
export function partsOf({ title, summary, body }: Pick<Article, 'title' | 'summary' | 'body'>): Part[] {
  const anchors = blockAnchors(body);
  return [
    { anchor: undefined, text: title },
    { anchor: undefined, text: summary ?? '' },
    ...body.map((block, index) => ({ anchor: anchors[index], text: shownText(block) })),
  ];
}

/** All that the page shows of a block, letter for letter. */
function shownText(block: Block): string {
  switch (block.type) {
    case 'quote':
      return lines(textOfRuns(block.children), block.cite);
    case 'figure':
      return lines(block.caption, block.credit);
    case 'list':
      return lines(...block.items.flatMap((item) => item.map(shownText)));
    case 'verse':
      return lines(...block.lines.map((line) => line.map(textOfRuns).filter(Boolean).join(halves)));
    case 'table':
      return lines(...[block.head, ...block.rows].map((row) => row.map(textOfRuns).join('\t')));
    default:
      return textOfBlock(block);
  }
}

const lines = (...texts: (string | undefined)[]): string => texts.filter(Boolean).join('\n');

/** The passage with the whole of the words that it is cut in, as its link has them. */
export function inWholeWords(parts: readonly Part[], { start, end }: Passage): Passage {
  const cut = ({ part, offset }: Place) =>
    wordBounds(parts[part]?.text ?? '').find((word) => word.start < offset && offset < word.end);
  return {
    start: { ...start, offset: cut(start)?.start ?? start.offset },
    end: { ...end, offset: cut(end)?.end ?? end.offset },
  };
}

/**
 * The words of a passage; parts and pieces that stand apart on the page stand on lines of their own,
 * the halves of a line of verse as in running text. No mark stands without its letter.
 */
export function wordsOf(parts: readonly Part[], { start, end }: Passage): string {
  return parts
    .slice(start.part, end.part + 1)
    .map(({ text }, index) => {
      const from = index === 0 ? start.offset : 0;
      const to = start.part + index === end.part ? end.offset : text.length;
      return text
        .slice(from, to)
        .replace(/^[\s\p{M}]+|\s+$/gu, '')
        .replaceAll('\t', ' ')
        .replace(/ *\v */g, ' … ');
    })
    .filter(Boolean)
    .join('\n');
}
