import * as v from 'valibot';
import { Lang, type Run } from '#contract/article';
import { directionOf, isLanguageCode } from '#contract/languages';
import { directionRuns } from './direction-runs.ts';
import type { Node } from './markup-tree.ts';

type Marks = Omit<Run, 'text'>;

/** Inline content as runs: blanks as a browser shows them, direction controls as runs of their own. */
export function runsOf(nodes: readonly Node[]): Run[] {
  return tidied(nodes.flatMap((node) => raw(node, {})));
}

/** The words of runs, one after the other. */
export const wordsOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** The first `length` UTF-16 units of runs. */
export function cutRuns(runs: readonly Run[], length: number): Run[] {
  const kept: Run[] = [];
  let left = length;
  for (const run of runs) {
    if (left <= 0) break;
    kept.push({ ...run, text: run.text.slice(0, left) });
    left -= run.text.length;
  }
  return kept;
}

function raw(node: Node, marks: Marks): Run[] {
  if (node.type === 'text') return [{ ...marks, text: node.value }];
  if (node.type !== 'element') return [];
  const { tagName, properties, children } = node;
  if (tagName === 'br') return [{ ...marks, text: ' ' }];
  const inner: Marks = { ...marks, ...languageOf(properties['lang'], properties['dir']) };
  if (tagName === 'strong' || tagName === 'b') inner.strong = true;
  if (tagName === 'em' || tagName === 'i') inner.em = true;
  if (tagName === 'code' || tagName === 'kbd' || tagName === 'samp') inner.code = true;
  const href = tagName === 'a' ? safeHref(properties['href']) : undefined;
  if (href !== undefined) inner.href = href;
  return children.flatMap((child) => raw(child, inner));
}

function languageOf(lang: unknown, dir: unknown): Pick<Run, 'lang' | 'dir'> {
  const found: Pick<Run, 'lang' | 'dir'> = {};
  if (v.is(Lang, lang)) {
    found.lang = lang;
    const primary = lang.split('-')[0]?.toLowerCase() ?? '';
    if (isLanguageCode(primary)) found.dir = directionOf(primary);
  }
  if (dir === 'rtl' || dir === 'ltr') found.dir = dir;
  return found;
}

/** http(s), mailto or a path of this site; undefined for everything else, however it is disguised. */
export function safeHref(href: unknown): string | undefined {
  if (typeof href !== 'string') return undefined;
  const trimmed = href.trim();
  if (/^\/(?![/\\])/.test(trimmed)) return trimmed;
  if (!URL.canParse(trimmed)) return undefined;
  const { protocol, href: whole } = new URL(trimmed);
  return ['http:', 'https:', 'mailto:'].includes(protocol) ? whole : undefined;
}

/** Several blanks show as one, none at the ends; controls of direction become runs. */
function tidied(runs: readonly Run[]): Run[] {
  const shown: Run[] = [];
  let afterBlank = true;
  for (const { text, ...marks } of runs) {
    let words = text.replace(/[ \t\n\r\f]+/g, ' ');
    if (afterBlank) words = words.replace(/^ /, '');
    if (words === '') continue;
    afterBlank = words.endsWith(' ');
    for (const run of directionRuns(words)) shown.push({ ...marks, ...run });
  }
  const last = shown.at(-1);
  if (last !== undefined) {
    last.text = last.text.replace(/ $/, '');
    if (last.text === '') shown.pop();
  }
  return shown;
}
