import { inWholeWords, wordsOf, type Part, type Passage, type Place } from './article-parts.ts';
import { asShown, lettersOf, offsetAfterLetters, offsetOfLetter } from './letters.ts';
import { partElements } from './page-parts.ts';

/** What a reader has selected of an article. */
export interface Selected {
  range: Range;
  /** As the page shows it, in whole words. */
  text: string;
  passage: Passage;
  /** The parts that it begins and ends in. */
  first: Element;
  last: Element;
}

/** The selection of the page, where it begins or ends within the article. */
export function selectedPassage(parts: readonly Part[]): Selected | undefined {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const elements = partElements(parts);
  const holding = (node: Node) => elements.findIndex((element) => element?.contains(node));
  if (holding(range.startContainer) === -1 && holding(range.endContainer) === -1) return undefined;
  const touched = elements.flatMap((element, part) => {
    if (element === undefined || !range.intersectsNode(element)) return [];
    const [from, to] = lettersWithin(element, range);
    return from < to ? [{ element, part, from, to }] : [];
  });
  const [first, last] = [touched[0], touched.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const place = (part: number, offset: number): Place => ({ part, offset });
  const passage = inWholeWords(parts, {
    start: place(first.part, offsetOfLetter(parts[first.part]?.text ?? '', first.from)),
    end: place(last.part, offsetAfterLetters(parts[last.part]?.text ?? '', last.to)),
  });
  const words = wordsOf(parts, passage);
  const shown = touched.map(({ element }) => element.textContent).join('');
  const text = asShown(words, shown);
  return text === '' ? undefined : { range, text, passage, first: first.element, last: last.element };
}

/** How many letters of an element stand before the range, and before its end. */
function lettersWithin(element: Element, range: Range): [from: number, to: number] {
  const before = document.createRange();
  const count = (container: Node, offset: number, otherwise: number) => {
    if (!element.contains(container)) return otherwise;
    before.selectNodeContents(element);
    before.setEnd(container, offset);
    return lettersOf(before.toString()).length;
  };
  return [
    count(range.startContainer, range.startOffset, 0),
    count(range.endContainer, range.endOffset, lettersOf(element.textContent).length),
  ];
}
