import type { Block } from '#contract/article';
import { agencyCredit } from './agency-credit.ts';
import { isCommentHeading } from './comment-heading.ts';
import { withoutDirections } from './direction-runs.ts';
import type { ParsedSource } from './parsed-source.ts';
import { cutRuns, wordsOf } from './tree-runs.ts';

/**
 * The end of an article, read as a plain text's is: a site's own comment heading is left out, an agency's
 * credit is taken off the last paragraph.
 */
export function readEnd(
  blocks: readonly Block[],
): Pick<ParsedSource, 'body' | 'credit' | 'creditLine' | 'notes'> {
  const body = [...blocks];
  const notes: string[] = [];
  for (let last = body.at(-1); last !== undefined; last = body.at(-1)) {
    if (last.type !== 'paragraph' && last.type !== 'heading') break;
    const words = wordsOf(last.children);
    if (!isCommentHeading(words)) break;
    notes.push(`left out the comment heading «${withoutDirections(words)}»`);
    body.pop();
  }
  const last = body.at(-1);
  const found = last?.type === 'paragraph' ? agencyCredit(wordsOf(last.children)) : undefined;
  if (last?.type !== 'paragraph' || found === undefined) return { body, notes };
  body.pop();
  const children = cutRuns(last.children, found.rest.length);
  if (children.length > 0) body.push({ type: 'paragraph', children });
  return { body, credit: found.credit, creditLine: found.creditLine, notes };
}
