import { useEffect, useRef } from 'react';
import { commentAnchor } from '#contract/paths';

/**
 * Where the focus goes from a control that goes with its comment, or with the comment's words: to what is left
 * of it, else to the comment after it, the one before, the section's heading. To be told before it happens.
 */
export function useFocusAfter(id: string): (isExpected: boolean) => void {
  const places = useRef<() => (HTMLElement | null | undefined)[]>(undefined);
  // Once the control is gone, so is whatever goes with it.
  useEffect(
    () => () => {
      const place = places.current?.().find((one) => one?.isConnected === true);
      if (place === undefined || place === null) return;
      if (place.tabIndex < 0) place.tabIndex = -1;
      place.focus();
    },
    [],
  );
  return (isExpected) => {
    places.current = isExpected ? placesOf(id) : undefined;
  };
}

function placesOf(id: string) {
  const place = document.getElementById(commentAnchor(id));
  const section = place?.closest('section');
  const all = [...(section?.querySelectorAll<HTMLElement>('article[id]') ?? [])];
  const at = all.findIndex((one) => one === place);
  const next = all.slice(at + 1).find((one) => place?.contains(one) === false);
  const before = all.slice(0, Math.max(0, at)).at(-1);
  const heading = section?.querySelector<HTMLElement>('h2');
  return () => [document.getElementById(commentAnchor(id)), next, before, heading];
}
