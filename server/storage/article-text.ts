import type { Block } from '#contract/article';
import { textOfRuns } from '#contract/block-anchors';

/** What a reader reads of a body, without its form: one line a paragraph, item or cell. */
export function plainTextOf(blocks: readonly Block[]): string {
  return blocks
    .map(textOfBlock)
    .filter((text) => text !== '')
    .join('\n');
}

function textOfBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return textOfRuns(block.children);
    case 'list':
      return block.items.map(plainTextOf).join('\n');
    case 'verse':
      return block.lines.map((halves) => halves.map(textOfRuns).join(' ')).join('\n');
    case 'table':
      return [block.head, ...block.rows].flatMap((row) => row.map(textOfRuns)).join('\n');
    case 'figure':
      return block.caption ?? '';
    case 'code':
      return block.text;
    case 'embed':
      return block.title;
    case 'separator':
      return '';
  }
}
