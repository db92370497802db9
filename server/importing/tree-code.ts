import type { Element } from 'hast';
import type { Block } from '#contract/article';
import { withoutDirections } from './direction-runs.ts';
import { hasInk } from './ink.ts';
import { cleanCharacters } from './read-text.ts';
import { textOf } from './sanitiser.ts';
import { verseBlocks } from './verse.ts';

/** What a fence of poetry is called: ```verse or ```شعر. */
const poetry = new Set(['verse', 'poem', 'شعر']);

/** Preformatted text: verse where it calls itself that, else code. */
export function codeBlocks(pre: Element): Block[] {
  const text = cleanCharacters(textOf(pre)).replace(/^\n|\n+$/g, '');
  if (!hasInk(text)) return [];
  const language = languageOf(pre);
  if (language !== undefined && poetry.has(language)) return verseBlocks(text);
  return [
    {
      type: 'code',
      text: text.split('\n').map(withoutDirections).join('\n'),
      ...(language !== undefined && { language }),
    },
  ];
}

function languageOf(pre: Element): string | undefined {
  for (const child of pre.children) {
    const names =
      child.type === 'element' && child.tagName === 'code' ? child.properties['className'] : undefined;
    const [name] = Array.isArray(names) ? names : [];
    if (typeof name !== 'string') continue;
    const language = name
      .replace(/^language-/, '')
      .normalize('NFC')
      .toLowerCase();
    if (/^[\p{L}\p{M}\d+#.-]{1,40}$/u.test(language)) return language;
  }
  return undefined;
}
