import { commentAnchor } from '#contract/paths';
import { holdRoom } from './hold-room.ts';

/**
 * Brings comments that have changed up to date where nobody sees it: those out of view at once, the others
 * when they have left it. Above the view only where the browser holds the reader's line.
 */
export function keepUpToDate(refresh: (id: string) => Promise<void>) {
  const watched = new Map<string, Element>();
  const held = new Map<string, () => void>();
  const underWay = new Set<string>();
  const holdsLine = CSS.supports('overflow-anchor', 'auto');

  const bring = (id: string) => {
    unwatch(id);
    if (underWay.has(id)) return;
    underWay.add(id);
    // What does not come now is brought with the next change or the next press.
    void refresh(id)
      .catch(() => {})
      .finally(() => underWay.delete(id));
  };
  const unwatch = (id: string) => {
    const element = watched.get(id);
    if (element !== undefined) sight.unobserve(element);
    watched.delete(id);
    held.get(id)?.();
    held.delete(id);
  };
  const sight = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const isBelow = boundingClientRect.top > 0;
      const [id] = [...watched].find(([, element]) => element === target) ?? [];
      if (id !== undefined && !isIntersecting && (isBelow || holdsLine)) bring(id);
    }
  });

  return {
    /** Keeps the room of what is taken away now until it is brought up to date. */
    hold(id: string) {
      const element = document.getElementById(commentAnchor(id));
      if (element !== null && !held.has(id)) held.set(id, holdRoom(element));
    },
    /** Takes care of these and of no others. */
    follow(stale: ReadonlySet<string>) {
      for (const id of [...watched.keys(), ...held.keys()]) if (!stale.has(id)) unwatch(id);
      for (const id of stale) {
        if (watched.has(id) || underWay.has(id)) continue;
        const element = document.getElementById(commentAnchor(id));
        if (element === null) bring(id);
        else {
          watched.set(id, element);
          // It is told at once whether the element is in view.
          sight.observe(element);
        }
      }
    },
    end() {
      sight.disconnect();
      for (const release of held.values()) release();
      watched.clear();
    },
  };
}
