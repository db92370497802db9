import type { Run } from '#contract/article';
import { directionRuns } from './direction-runs.ts';

/** Between the two halves of a line: three dots or more, or an ellipsis, with blanks around it. */
const caesura = /\s+(?:\.{3,}|…|\*{3,})\s+/u;

/** Lines of poetry, each of one or two hemistichs (صدر وعجز). */
export function verseOf(text: string): ([Run[]] | [Run[], Run[]])[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const match = caesura.exec(line);
      if (match === null) return [directionRuns(line)];
      return [
        directionRuns(line.slice(0, match.index)),
        directionRuns(line.slice(match.index + match[0].length)),
      ];
    });
}
