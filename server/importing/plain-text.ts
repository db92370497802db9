import type { Block } from '#contract/article';
import { agencyCredit } from './agency-credit.ts';
import { isCommentHeading } from './comment-heading.ts';
import { directionRuns, withoutDirections } from './direction-runs.ts';
import { hasInk } from './ink.ts';
import type { ParsedSource } from './parsed-source.ts';

/**
 * A plain text as an article: the first line that is not blank is the title, a blank line ends a
 * paragraph and joins the lines of one by a space; without blank lines between them each line is a
 * paragraph. A site's own comment heading at the end is left out, an agency's credit is taken off the
 * end of the last line. Title or body come back empty where the text has none.
 *
 * @param text as readText gives it
 */
export function parsePlainText(text: string): ParsedSource {
  const lines = text.split('\n').map(tidy);
  const first = lines.findIndex(hasInk);
  if (first === -1) return { title: '', body: [], notes: [] };
  const title = withoutDirections(lines[first] ?? '').trim();
  const body = withoutOuterBlanks(lines.slice(first + 1));
  const notes: string[] = [];
  for (let last = body.at(-1); last !== undefined && isCommentHeading(last); last = body.at(-1)) {
    notes.push(`left out the comment heading «${withoutDirections(last)}»`);
    body.pop();
    dropTrailingBlanks(body);
  }
  const credit = agencyCredit(body.at(-1) ?? '');
  if (credit === undefined) return { title, body: paragraphs(body), notes };
  body.pop();
  if (hasInk(credit.rest)) body.push(credit.rest);
  dropTrailingBlanks(body);
  return { title, body: paragraphs(body), credit: credit.credit, creditLine: credit.creditLine, notes };
}

function paragraphs(lines: readonly string[]): Block[] {
  return texts(lines).map((text) => ({ type: 'paragraph', children: directionRuns(text) }));
}

function texts(lines: readonly string[]): string[] {
  // Blank lines around the body say nothing about how its paragraphs are parted.
  if (lines.every(hasInk)) return [...lines];
  const found: string[] = [];
  let open: string[] = [];
  for (const line of [...lines, '']) {
    if (hasInk(line)) open.push(line);
    else if (open.length > 0) {
      found.push(open.join(' '));
      open = [];
    }
  }
  return found;
}

// Several blanks in a row show as one, and a tab has no column to go to.
const tidy = (line: string): string => line.replace(/[\t\p{Zs}]{2,}|\t/gu, ' ').trim();

function withoutOuterBlanks(lines: string[]): string[] {
  const first = lines.findIndex(hasInk);
  const rest = first === -1 ? [] : lines.slice(first);
  dropTrailingBlanks(rest);
  return rest;
}

function dropTrailingBlanks(lines: string[]): void {
  lines.splice(lines.findLastIndex(hasInk) + 1);
}
