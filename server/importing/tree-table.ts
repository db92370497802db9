import type { Element, ElementContent } from 'hast';
import type { Block, Run } from '#contract/article';
import { runsOf } from './tree-runs.ts';

/** A table: its first row is its heading, if its cells are headings; every row is as wide as the widest. */
export function tableOf(table: Element): Block[] {
  const rows = rowsOf(table.children);
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return [];
  const filled = rows.map((row) => Array.from({ length: width }, (_, at) => row[at]?.runs ?? []));
  const headed = rows[0]?.every(({ heads }) => heads) === true;
  return [{ type: 'table', head: headed ? (filled[0] ?? []) : [], rows: headed ? filled.slice(1) : filled }];
}

interface Cell {
  heads: boolean;
  runs: Run[];
}

function rowsOf(nodes: readonly ElementContent[]): Cell[][] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return [];
    if (node.tagName !== 'tr') return rowsOf(node.children);
    return [
      node.children.flatMap((cell) =>
        cell.type === 'element' ? [{ heads: cell.tagName === 'th', runs: runsOf(cell.children) }] : [],
      ),
    ];
  });
}
