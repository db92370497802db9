import type { Run } from '#contract/article';
import { directionOfText } from '#contract/text/direction';

const embedding = /[\u202a\u202b]/;
const isolate = /[\u2066-\u2068]/;
const control = /([\u202a-\u202c\u2066-\u2069])/;

/** `text` without embeddings and isolates (U+202A–202C, U+2066–2069), in NFC: for what has no runs, as a title. */
export const withoutDirections = (text: string): string =>
  text
    .split(control)
    .filter((piece) => !control.test(piece))
    .join('')
    .normalize('NFC');

/**
 * `text` as runs. Some sources isolate a number or a name by bidi controls; these become runs with a
 * `dir`, so that the page keeps the order and copied text holds no controls (arabic.md, B9). Unclosed
 * and unopened controls are dropped; inside an outer pair inner ones are dropped too. Words of another
 * script are not split off: the bidi algorithm sees to them.
 */
export function directionRuns(text: string): Run[] {
  const pieces = text.split(control);
  const ends = pairs(pieces);
  const runs: Run[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') runs.push({ text: plain.normalize('NFC') });
    plain = '';
  };
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] ?? '';
    const end = ends.get(at);
    if (end !== undefined) {
      const inner = withoutDirections(pieces.slice(at + 1, end).join(''));
      const dir = piece === '\u2068' ? directionOfText(inner) : /[\u202a\u2066]/.test(piece) ? 'ltr' : 'rtl';
      if (dir === undefined) plain += inner;
      else if (inner !== '') {
        flush();
        runs.push({ text: inner, dir });
      }
      at = end;
    } else if (!control.test(piece)) plain += piece;
  }
  flush();
  return runs;
}

/** Index of the closer of every opener that has one, paired as UAX 9 does (BD9, X5a–X7). */
function pairs(pieces: readonly string[]): Map<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  const isolates: number[] = [];
  pieces.forEach((piece, at) => {
    if (embedding.test(piece)) open.push(at);
    else if (isolate.test(piece)) isolates.push(open.push(at) - 1);
    else if (piece === '\u202c') {
      // A closer does not reach out of the isolate it stands in.
      if (open.length - 1 <= (isolates.at(-1) ?? -1)) return;
      const opener = open.pop();
      if (opener !== undefined) ends.set(opener, at);
    } else if (piece === '\u2069') {
      const depth = isolates.pop();
      if (depth === undefined) return;
      const [opener] = open.splice(depth);
      if (opener !== undefined) ends.set(opener, at);
    }
  });
  return ends;
}
