import type { Block, Run } from '#contract/article';

/** Letters read in a minute; marks, digits and tatweel are not letters. */
const arabicPace = 612;
const latinPace = 987;

const arabicLetters = /(?=\p{Script=Arabic})\p{L}/gu;
// Tatweel belongs to no script, yet counts as a letter in Unicode's eyes.
const otherLetters = /(?!\p{Script=Arabic}|\u0640)\p{L}/gu;

/**
 * Whole minutes, at least 1, that a body takes to read: Arabic letters ÷ 612 and Latin letters ÷ 987,
 * summed and rounded up. Letters of every other script count as Latin ones: an approximation, good for
 * alphabets and too quick for Chinese or Japanese. The title, addresses and a picture's stand-in text
 * are not counted.
 */
export function readingMinutes(body: readonly Block[]): number {
  let arabic = 0;
  let other = 0;
  for (const text of textsOf(body)) {
    arabic += count(text, arabicLetters);
    other += count(text, otherLetters);
  }
  // One division of whole numbers: a sum of two quotients can land a hair above a full minute.
  return Math.max(1, Math.ceil((arabic * latinPace + other * arabicPace) / (arabicPace * latinPace)));
}

function count(text: string, letters: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(letters)) found += 1;
  return found;
}

const written = (runs: readonly Run[]) => runs.map(({ text }) => text);

/** What a reader reads in the body, piece by piece. */
export function textsOf(body: readonly Block[]): string[] {
  return body.flatMap((block) => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return written(block.children);
      case 'quote':
        return [...written(block.children), block.cite ?? ''];
      case 'list':
        return block.items.flatMap(textsOf);
      case 'figure':
        return [block.caption ?? ''];
      case 'verse':
        return block.lines.flat(2).map(({ text }) => text);
      case 'code':
        return [block.text];
      case 'table':
        return [...block.head, ...block.rows.flat()].flatMap(written);
      case 'embed':
        return [block.title];
      case 'separator':
        return [];
    }
  });
}
