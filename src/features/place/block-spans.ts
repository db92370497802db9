import type { Span } from './reading-line.ts';

/** Where the blocks that have a name stand now; none of another page. */
export function spansOf(anchors: readonly (string | undefined)[]): Span[] {
  return anchors.flatMap((id) => {
    const box = id === undefined ? undefined : document.getElementById(id)?.getBoundingClientRect();
    return id === undefined || box === undefined ? [] : [{ id, top: box.top, bottom: box.bottom }];
  });
}
