import type { Run } from '#contract/article';

/** `number`: figures alone, set so that units stand under units; `long`: more than a word or two, which need room. */
type Column = 'number' | 'long' | undefined;

/** What each column of a table holds; a dash or an empty cell stands for a number as well. */
export function columnsOf([head, ...rows]: readonly (readonly Run[][])[]): Column[] {
  return (head ?? []).map((_, at) => {
    const texts = rows.map((row) => (row[at] ?? []).map(({ text }) => text).join(''));
    if (texts.some((text) => text.length > 12)) return 'long';
    return /^[^\p{L}]*\p{Nd}[^\p{L}]*$/u.test(texts.join('')) ? 'number' : undefined;
  });
}
