import { useEffect, type RefObject } from 'react';
import type { Selected } from './selected-passage.ts';

/**
 * Makes the toolbar stand, for the keyboard, right after the selection: Tab leads from the text into it and
 * on from its ends back into the text, Escape puts it away. Once left it is not entered again, so that no
 * one is kept in it.
 */
export function useToolbarKeys(
  toolbar: RefObject<HTMLElement | null>,
  selected: Selected | undefined,
  dismiss: () => void,
): void {
  useEffect(() => {
    if (selected === undefined) return;
    let wasEntered = false;
    const answer = (event: KeyboardEvent) => {
      const focused = document.activeElement;
      const buttons = [...(toolbar.current?.querySelectorAll('button') ?? [])];
      const isInside = focused !== null && toolbar.current?.contains(focused) === true;
      if (event.key === 'Escape') {
        if (isInside) stand(selected.last);
        dismiss();
      } else if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) {
        return;
      } else if (isInside) {
        // The browser goes on from where the focus now stands.
        if (event.shiftKey && focused === buttons[0]) stand(selected.first);
        else if (!event.shiftKey && focused === buttons.at(-1)) stand(selected.last);
      } else if (!event.shiftKey && !wasEntered && isInText(focused, selected)) {
        event.preventDefault();
        wasEntered = true;
        buttons[0]?.focus();
      }
    };
    document.addEventListener('keydown', answer);
    return () => document.removeEventListener('keydown', answer);
    // oxlint-disable-next-line react/exhaustive-deps -- `dismiss` is new each time and always the same
  }, [selected, toolbar]);
}

/** Whether whoever presses a key there may well be reading the passage. */
function isInText(focused: Element | null, { first, last }: Selected): boolean {
  return focused === null || focused.contains(first) || first.contains(focused) || last.contains(focused);
}

/** Moves the focus to a piece of text that has none of its own. */
export function stand(element: Element): void {
  if (!(element instanceof HTMLElement)) return;
  if (element.tabIndex < 0) {
    element.tabIndex = -1;
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  }
  element.focus({ preventScroll: true });
}
