import type { Block } from '#contract/article';

/** Blocks of a body, those within lists, rows of tables and lines of verse counted too. */
export function countBlocks(body: readonly Block[]): number {
  return body.reduce((sum, block) => {
    if (block.type === 'list')
      return sum + 1 + block.items.reduce((inner, item) => inner + countBlocks(item), 0);
    if (block.type === 'table') return sum + 1 + block.rows.length;
    return sum + (block.type === 'verse' ? block.lines.length : 1);
  }, 0);
}
