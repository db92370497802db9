import type { Element } from 'hast';
import type { Block, Run } from '#contract/article';

/** Rows and cells of one table: past this it is a data set, and a page of it would not scroll. */
const most = { rows: 1_000, cells: 10_000, columns: 100 };

interface Cell {
  children: Run[];
  /** What no cell can hold, as a picture; it comes after the table. */
  others: Block[];
}

/** A table as a block, cut to the limits with a note, and what its cells could not hold. */
export function tableBlock(
  table: Element,
  { notes }: { notes: Set<string> },
  read: (cell: Element) => Cell,
): Block[] {
  const rows = rowsOf(table);
  let left = most.cells;
  const kept = rows.slice(0, most.rows).map((row) => {
    const cells = cellsOf(row).slice(0, Math.min(most.columns, left));
    left -= cells.length;
    return cells;
  });
  const wide = rows.some((row) => cellsOf(row).length > most.columns);
  if (rows.length > most.rows || left === 0 || wide)
    notes.add(`a table was cut (at most ${most.rows} rows, ${most.columns} columns, ${most.cells} cells)`);
  const cells = kept.filter((cells) => cells.length > 0).map((cells) => cells.map(read));
  const others = cells.flat().flatMap((cell) => cell.others);
  const runs = cells.map((cells) => cells.map(({ children }) => children));
  if (!runs.flat(2).some(({ text }) => text !== '')) return others;
  const [first = []] = kept;
  const hasHead = first.length > 0 && first.every(({ tagName }) => tagName === 'th');
  const [head = [], ...body] = hasHead ? runs : [[], ...runs];
  return [{ type: 'table', head, rows: body }, ...others];
}

/** Whether a table only sets a page out, as they did once: one cell, or whole blocks in its cells. */
export function isLayout(table: Element): boolean {
  const cells = rowsOf(table).slice(0, most.rows).flatMap(cellsOf);
  return cells.length < 2 || cells.some((cell) => holdsBlocks(cell));
}

const blocks = new Set('article blockquote div figure h1 h2 h3 h4 h5 h6 hr p pre section table'.split(' '));

function holdsBlocks({ children }: Element): boolean {
  const elements = children.filter((child) => child.type === 'element');
  const inside = elements.filter(({ tagName }) => blocks.has(tagName));
  const [only] = inside;
  // One paragraph around a cell's text is how some editors write a cell.
  if (inside.length === 1 && only !== undefined && /^(?:p|div)$/.test(only.tagName)) return holdsBlocks(only);
  return inside.length > 0;
}

const rowsOf = (table: Element): Element[] =>
  table.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    if (child.tagName === 'tr') return [child];
    return /^(?:thead|tbody|tfoot)$/.test(child.tagName) ? rowsOf(child) : [];
  });

const cellsOf = (row: Element): Element[] =>
  row.children.filter((child) => child.type === 'element').filter(({ tagName }) => /^t[dh]$/.test(tagName));
