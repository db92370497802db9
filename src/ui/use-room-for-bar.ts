import { useEffect, type RefObject } from 'react';

/**
 * Keeps whatever is brought into view clear of a bar that stands over the window's end: its height is a
 * token for as long as it is there. What the focus goes to by key or script is brought out from under it;
 * browsers think a field in view that is covered.
 */
export function useRoomForBar(
  bar: RefObject<HTMLElement | null>,
  token: '--bar-room' | '--offer-room' | '--notice-room',
): void {
  useEffect(() => {
    const { current } = bar;
    if (current === null) return undefined;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => style.setProperty(token, `${current.offsetHeight}px`));
    observer.observe(current);
    // After the browser's own scrolling, which comes after the event.
    const uncover = () => requestAnimationFrame(() => bringOut(current));
    document.addEventListener('focusin', uncover);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', uncover);
      style.removeProperty(token);
    };
  }, [bar, token]);
}

function bringOut(bar: HTMLElement): void {
  const { activeElement } = document;
  if (activeElement === null || bar.contains(activeElement) || !activeElement.matches(':focus-visible'))
    return;
  const { top, bottom, height } = activeElement.getBoundingClientRect();
  const edge = bar.getBoundingClientRect().top;
  const isCovered = bottom > edge && top < innerHeight && height < edge;
  if (isCovered) activeElement.scrollIntoView({ block: 'nearest', behavior: 'instant' });
}
