import type { Block, Run } from '#contract/article';
import { agencyCredit } from './agency-credit.ts';
import { isCommentHeading } from './comment-heading.ts';
import { textOfRuns } from './run-line.ts';

export interface BodyEnd {
  body: Block[];
  credit?: string;
  creditLine?: string;
  notes: string[];
}

/**
 * The end of a body of any markup, as plain text has it too: a site's own comment heading is left out, an
 * agency's credit is taken off the last paragraph.
 */
export function readBodyEnd(blocks: readonly Block[]): BodyEnd {
  const body = [...blocks];
  const notes: string[] = [];
  for (let last = body.at(-1); last !== undefined; last = body.at(-1)) {
    const text = textOfLast(last);
    if (last.type !== 'separator' && !isCommentHeading(text)) break;
    if (last.type !== 'separator') notes.push(`left out the comment heading «${text}»`);
    // A rule with nothing under it parts nothing.
    body.pop();
  }
  const last = body.at(-1);
  const credit = last?.type === 'paragraph' ? agencyCredit(textOfRuns(last.children)) : undefined;
  if (last?.type !== 'paragraph' || credit === undefined) return { body, notes };
  body.pop();
  const children = firstLetters(last.children, credit.rest.length);
  if (children.length > 0) body.push({ type: 'paragraph', children });
  return { body, credit: credit.credit, creditLine: credit.creditLine, notes };
}

function textOfLast(block: Block): string {
  return block.type === 'paragraph' || block.type === 'heading' ? textOfRuns(block.children) : '';
}

/** Runs cut to their first `length` characters. */
function firstLetters(runs: readonly Run[], length: number): Run[] {
  let left = length;
  return runs.flatMap((run) => {
    const text = run.text.slice(0, left);
    left -= text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
}
