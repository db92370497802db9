import type { Element } from 'hast';
import { directionOf } from '#contract/languages';
import { directionOfText } from '#contract/text/direction';
import { languageTag } from './language-tag.ts';
import type { Marks } from './run-line.ts';
import { safeHref } from './safe-href.ts';
import { textOf } from './sanitiser.ts';

/** Language and direction of the document: what says the same again is said once. */
export interface Ground {
  lang?: string | undefined;
  dir?: 'rtl' | 'ltr' | undefined;
}

const strong = new Set(['b', 'strong', 'dt']);
const emphasis = new Set(['em', 'i', 'cite', 'var']);
const code = new Set(['code', 'kbd', 'samp', 'tt']);

/** The marks of text inside `element`, given those around it. */
export function marksIn(element: Element, marks: Marks, ground: Ground): Marks {
  const { tagName, properties } = element;
  const inner: Marks = { ...marks };
  if (strong.has(tagName)) inner.strong = true;
  if (emphasis.has(tagName)) inner.em = true;
  if (code.has(tagName)) inner.code = true;
  if (tagName === 'a' && typeof properties['href'] === 'string') {
    const href = safeHref(properties['href']);
    if (href !== undefined) inner.href = href;
  }
  const { lang, dir } = properties;
  const tag = typeof lang === 'string' ? languageTag(lang) : undefined;
  if (tag !== undefined && (tag !== ground.lang || marks.lang !== undefined)) inner.lang = tag;
  // Words of a language run its way, unless they say another.
  const own = dir ?? (tag === undefined ? undefined : directionOf(tag));
  const stated = own === 'auto' ? directionOfText(textOf(element)) : own;
  if ((stated === 'rtl' || stated === 'ltr') && (stated !== ground.dir || marks.dir !== undefined))
    inner.dir = stated;
  return inner;
}
