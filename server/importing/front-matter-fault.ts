import type { YAMLError } from 'yaml';
import { memberNames } from './front-matter-members.ts';
import { quotedValue } from './quoted-value.ts';

/** Faults that quotes around the value mend. */
const mendedByQuotes = new Set([
  'BAD_SCALAR_START',
  'BLOCK_AS_IMPLICIT_KEY',
  'BLOCK_IN_FLOW',
  'MISSING_CHAR',
  'TAG_RESOLVE_FAILED',
  'UNEXPECTED_TOKEN',
]);

const memberLine = new RegExp(`^(${memberNames.join('|')})(?![\\p{L}\\p{N}_-])([ \\t]*:)?`, 'u');

/** Whether lines between two rules were meant as front matter: one of them begins with a member's name. */
export const namesMember = (lines: readonly string[]): boolean => lines.some((line) => memberLine.test(line));

/** The first member that has no colon behind its name, in words, where there is one. */
export function missingColon(lines: readonly string[], head: number): string | undefined {
  for (const [at, line] of lines.entries()) {
    const [, name, colon] = memberLine.exec(line) ?? [];
    if (name !== undefined && colon === undefined)
      return `${name} in line ${at + head + 1} of the file has no colon; allowed: ${name}: …`;
  }
  return undefined;
}

/**
 * What YAML could not read in `lines`, in words for who wrote them: the member, its line in the file (`head`
 * lines stand before), its value and the cure. The parser's own words only where nothing better is known.
 */
export function frontMatterFault(error: YAMLError, lines: readonly string[], head: number): string {
  const at = openQuote(error, lines) ?? (error.linePos?.[0].line ?? 1) - 1;
  const place = `line ${at + head + 1} of the file`;
  const [, name, value = ''] =
    /^[ \t]*(?:- +)?["']?([\p{L}\p{N}_-]+)["']?[ \t]*:(.*)$/u.exec(lines[at] ?? '') ?? [];
  if (name !== undefined && error.code === 'DUPLICATE_KEY')
    return `${name} stands a second time in ${place}; allowed: once`;
  if (name !== undefined && mendedByQuotes.has(error.code))
    return `${name} in ${place} is ${quotedValue(value.trim())}; allowed: ${cureOf(name, value.trim())}`;
  return `${place}: ${parserWords(error)}`;
}

/** Where a quote that is never closed was opened: the parser finds out at the end. */
function openQuote({ code, message }: YAMLError, lines: readonly string[]): number | undefined {
  if (code !== 'MISSING_CHAR' || !/closing ["']/.test(message)) return undefined;
  const at = lines.findIndex((line) => /:[ \t]+(?:"(?:[^"\\]|\\.)*|'(?:[^']|'')*)$/.test(line));
  return at === -1 ? undefined : at;
}

function cureOf(name: string, value: string): string {
  if (/^[[{]/.test(value)) return 'quotes around words in it that hold a colon, a comma or a bracket';
  return `its value between quotes, as ${name}: ${value.includes('"') ? "'…'" : '"…"'}`;
}

// The second line would draw the place, and the place is counted from behind the opening ---.
const parserWords = ({ message }: YAMLError): string =>
  (message.split('\n')[0] ?? '').replace(/[:.]$/, '').replace(/ at line \d+, column \d+$/, '');
