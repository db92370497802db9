import type { Block } from '#contract/article';
import { hasInk } from './ink.ts';
import { RunLine } from './run-line.ts';

type Verse = Extract<Block, { type: 'verse' }>;

// How poets' editors part the two halves: dots or stars with a blank on either side, or a tab.
const caesura = /[ \u00a0]+(?:\.{3,}|…+|\*{1,5}|[٭✽❖]{1,5})[ \u00a0]+|\t+/;

/**
 * Poetry, a line each: two hemistichs where `…`, `...`, `***` (with blanks around) or a tab part it, else
 * one. A blank line ends a stanza, and with it the block.
 */
export function verseBlocks(text: string): Block[] {
  const blocks: Verse[] = [];
  let lines: Verse['lines'] = [];
  for (const line of [...text.split('\n'), '']) {
    if (hasInk(line)) lines.push(verseLine(line.trim()));
    else if (lines.length > 0) {
      blocks.push({ type: 'verse', lines });
      lines = [];
    }
  }
  return blocks;
}

function verseLine(line: string): Verse['lines'][number] {
  const [first = '', second, ...more] = line.split(caesura).filter(hasInk);
  if (second === undefined || more.length > 0) return [runsOf(line)];
  return [runsOf(first), runsOf(second)];
}

function runsOf(text: string) {
  const line = new RunLine();
  line.add(text, {});
  return line.take();
}
