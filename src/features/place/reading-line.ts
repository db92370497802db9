import type { Place } from './kept-places.ts';

/** Where a block stands on the screen. */
export interface Span {
  id: string;
  top: number;
  bottom: number;
}

/** Where on the screen the line is thought to be that a reader is at: a third down. */
export const lineOf = (screen: number) => screen / 3;

const share = (value: number) => Math.min(1, Math.max(0, value));

/** How much of a text has come onto a screen of that height, 0 to 1. */
export function readAt(spans: readonly Span[], screen: number): number {
  const top = spans[0]?.top ?? 0;
  const length = (spans.at(-1)?.bottom ?? 0) - top;
  return length > 0 ? share((screen - top) / length) : 0;
}

/**
 * The place at the reading line of a screen of that height, given the blocks that have a name, in their
 * order; undefined above the first. Between two blocks it is the end of the one above.
 */
export function placeAt(spans: readonly Span[], screen: number): Place | undefined {
  const line = lineOf(screen);
  const at = spans.findLast(({ top }) => top <= line);
  if (at === undefined) return undefined;
  const { id: block, top, bottom } = at;
  return {
    block,
    within: bottom > top ? share((line - top) / (bottom - top)) : 0,
    read: readAt(spans, screen),
  };
}

/** By how much to scroll for a place to stand at the reading line again. */
export const wayTo = ({ within }: Place, { top, bottom }: Omit<Span, 'id'>, screen: number) =>
  top + within * (bottom - top) - lineOf(screen);
