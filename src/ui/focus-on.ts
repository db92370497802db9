/** Gives the focus to what takes none by Tab; where the page stands is the scroll's own affair. */
export function focusOn(element: Element | null | undefined): void {
  if (!(element instanceof HTMLElement)) return;
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
}
