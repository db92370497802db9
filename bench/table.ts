import { type FigureName, figures, type Mark, type Measured } from './figures.ts';

/** A figure, or why there is none. */
export type Result = Measured | { reason: string };

/** Rounded against us: what is written as the mark has met the mark. */
function written(value: number, { digits, unit, wanted }: Mark): string {
  const scaled = value * 10 ** digits;
  // A tiny part of one digit is the machine's arithmetic, not a measurement.
  const rounded = wanted === 'at least' ? Math.floor(scaled + 1e-9) : Math.ceil(scaled - 1e-9);
  return `${(rounded / 10 ** digits).toFixed(digits)} ${unit}`.trim();
}

function markWords(mark: Mark): string {
  const sign = mark.wanted === 'at least' ? '≥' : '≤';
  const words = [mark.pass, mark.aim].flatMap((value, at) =>
    value === undefined ? [] : [`${at === 0 ? 'pass' : 'aim'} ${sign} ${value}`],
  );
  return words.join(', ') || '–';
}

function verdict(value: number, { wanted, pass, aim }: Mark): string {
  const meets = (least: number) => (wanted === 'at least' ? value >= least : value <= least);
  if (aim !== undefined && meets(aim)) return 'aim';
  if (pass === undefined) return '–';
  return meets(pass) ? 'pass' : 'MISSED';
}

function row(name: FigureName, result: Result): string[] {
  const mark: Mark = figures[name];
  if ('reason' in result) return [mark.title, 'not measured', markWords(mark), '–', '', result.reason];
  const { value, spread, from } = result;
  const rounds = spread?.map((one) => one.toFixed(mark.digits)).join('–') ?? '';
  return [mark.title, written(value, mark), markWords(mark), verdict(value, mark), rounds, from];
}

/** The results as a Markdown table whose columns also line up where it is only printed. */
export function tableOf(results: ReadonlyMap<FigureName, Result>): string {
  const head = ['Figure', 'Measured', 'Mark', 'Met', 'Rounds', 'From'];
  const rows = [...results].map(([name, result]) =>
    row(name, result).map((cell) => cell.replace(/[|\s]+/g, ' ')),
  );
  // The last column is ragged: it is long, and nothing stands after it.
  const widths = head
    .map((title, at) => Math.max(3, title.length, ...rows.map((cells) => cells[at]?.length ?? 0)))
    .map((width, at) => (at === head.length - 1 ? 3 : width));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
