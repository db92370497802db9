import { useEffect, useState, type RefObject } from 'react';
import type { Part } from './article-parts.ts';
import { selectedPassage, type Selected } from './selected-passage.ts';

/** Long enough for a selection to be made, by keys or by a phone's handles. */
const patience = 150;

/** The passage selected on the page once it is made, and what puts it away until another is. */
export function useSelected(
  parts: readonly Part[],
  toolbar: RefObject<HTMLElement | null>,
): [selected: Selected | undefined, dismiss: () => void] {
  const [selected, setSelected] = useState<Selected>();
  useEffect(() => {
    let isPressed = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // The same passage again is the one that is shown, or was put away.
    let known = '';
    const look = () => {
      if (isPressed) return;
      const found = selectedPassage(parts);
      const passage = JSON.stringify([found?.passage, found?.text]);
      if (passage === known) return;
      known = passage;
      setSelected(found);
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(look, patience);
    };
    // Pressing the toolbar takes the selection away on some phones, before the press is answered.
    const press = ({ target }: Event) => {
      isPressed = true;
      if (!(target instanceof Node && toolbar.current?.contains(target))) wait();
    };
    const release = () => {
      isPressed = false;
      wait();
    };
    look();
    const listened = [
      ['selectionchange', wait],
      ['pointerdown', press],
      ['pointerup', release],
      ['pointercancel', release],
    ] as const;
    for (const [event, listener] of listened) document.addEventListener(event, listener);
    return () => {
      clearTimeout(timer);
      for (const [event, listener] of listened) document.removeEventListener(event, listener);
    };
  }, [parts, toolbar]);
  return [selected, () => setSelected(undefined)];
}
