import type { Element, ElementContent } from 'hast';
import { hasInk } from './ink.ts';
import { RunLine, textOfRuns } from './run-line.ts';
import { textOf } from './sanitiser.ts';

/** A last line that begins so says whose words they are. */
const dash = /^\s*(?:[—―–]|--)\s*/;
/** Letters past which it is a sentence of a conversation, not a name. */
const maxLength = 200;

/**
 * Whose words a quotation holds, taken out of it: its `footer` or a `cite` at its end, or its last line
 * where that begins with a dash and is not all of it. Undefined where it does not say.
 */
export function citationIn(quotation: Element): string | undefined {
  const foot = quotation.children.findLast(
    (child) => child.type === 'element' && /^(?:footer|cite)$/.test(child.tagName),
  );
  if (foot !== undefined) {
    quotation.children = quotation.children.filter((child) => child !== foot);
    return tidy(textOf(foot));
  }
  const text = textOf(quotation).trimEnd();
  const last = lastParagraph(quotation);
  const own = textOf(last).trimEnd();
  const start = own.lastIndexOf('\n') + 1;
  const line = own.slice(start);
  if (!dash.test(line) || line.length > maxLength || text.trim() === line.trim()) return undefined;
  cut(last, start);
  return tidy(line);
}

function tidy(text: string): string | undefined {
  const line = new RunLine();
  line.add(text.replace(dash, ''), {});
  const cite = textOfRuns(line.take());
  return hasInk(cite) ? cite : undefined;
}

function lastParagraph(quotation: Element): Element {
  const last = quotation.children.findLast((child) => hasInk(textOf(child)));
  return last?.type === 'element' && last.tagName === 'p' ? last : quotation;
}

/** Takes out of `element` all text from the offset `from` on. */
function cut(element: Element, from: number): void {
  let at = 0;
  const walk = (node: ElementContent): void => {
    if (node.type === 'element' && node.tagName !== 'br') return node.children.forEach(walk);
    const { length } = textOf(node);
    if (node.type === 'text') node.value = node.value.slice(0, Math.max(0, from - at));
    at += length;
  };
  element.children.forEach(walk);
}
