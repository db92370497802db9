import { useEffect, type RefObject } from 'react';

/** Keeps the page's end, and whatever is brought into view, clear of a bar that stands over it. */
export function useRoomForBar(bar: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = bar;
    if (current === null) return undefined;
    const root = document.documentElement;
    const observer = new ResizeObserver(() => {
      const room = `${current.offsetHeight}px`;
      root.style.scrollPaddingBlockEnd = room;
      document.body.style.paddingBlockEnd = room;
    });
    observer.observe(current);
    return () => {
      observer.disconnect();
      root.style.scrollPaddingBlockEnd = '';
      document.body.style.paddingBlockEnd = '';
    };
  }, [bar]);
}
