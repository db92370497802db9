import type { Article } from '#contract/article';
import { blockAnchors, textOfBlock } from '#contract/block-anchors';

const fewestParts = 3;
const fewestMinutes = 4;

interface Part {
  anchor: string;
  text: string;
}

/**
 * What a list of contents names: the headings of the second order, if the article is long enough for a
 * reader to want one; else nothing.
 */
export function contentsOf({ body, readingMinutes }: Pick<Article, 'body' | 'readingMinutes'>): Part[] {
  if (readingMinutes < fewestMinutes) return [];
  const anchors = blockAnchors(body);
  const parts = body.flatMap((block, at) => {
    const anchor = anchors[at];
    return block.type === 'heading' && block.level === 2 && anchor !== undefined
      ? { anchor, text: textOfBlock(block) }
      : [];
  });
  return parts.length < fewestParts ? [] : parts;
}
