/** The way on at the end of a list. */
const more = 'main a[rel="nofollow"]:is([href*="after="], [href*="replies="])';

export const comments = 'main [id^="comment-"]';

export const stories = 'main :is(h2, h3):not([id]) > a[href*="/articles/"]';

/** All that is stepped through, in the page's order: stories of a list, blocks of a text, comments. */
export const steps = `${stories}, main [id^="p-"], ${comments}, ${more}`;

/** What `selector` finds that can be seen; what is folded away has a place, for the browser to find words in. */
export const shown = (selector: string): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(selector)].filter(
    (element) => element.getClientRects().length > 0 && element.closest('details:not([open])') === null,
  );

/** The one of `elements` that the reader is at: focused, the innermost, and not scrolled away from. */
export function currentOf(elements: readonly HTMLElement[]): HTMLElement | undefined {
  const current = elements.findLast((element) => element.contains(document.activeElement));
  if (current === undefined) return undefined;
  const { top, bottom } = current.getBoundingClientRect();
  return bottom > 0 && top < innerHeight ? current : undefined;
}

/** The next of `elements`, or the one before; from where the page stands, where the reader is at none of them. */
function neighbour(elements: readonly HTMLElement[], step: 1 | -1): HTMLElement | undefined {
  const current = currentOf(elements);
  if (current !== undefined) return elements[elements.indexOf(current) + step];
  const isAbove = (element: HTMLElement) => element.getBoundingClientRect().top < 0;
  return step === 1 ? elements.find((element) => !isAbove(element)) : elements.findLast(isAbove);
}

/** Brings the focus to the next of what `selector` finds, or to the one before, and it into sight. */
export function walk(selector: string, step: 1 | -1): void {
  const next = neighbour(shown(selector), step);
  if (next === undefined) return;
  // It stays able to take the focus: a dialog opened from here gives it back when closed.
  if (next.tabIndex < 0) next.tabIndex = -1;
  next.focus({ preventScroll: true, focusVisible: true });
  // A story is its headline and all around it.
  const whole = (next.matches('a') ? next.closest('article, li') : null) ?? next;
  const { top, bottom } = whole.getBoundingClientRect();
  // At once, whatever the reader's device says of motion: a page that glides is slower than its reader.
  if (top < focusRing || bottom > innerHeight - focusRing)
    whole.scrollIntoView({ block: 'start', behavior: 'instant' });
}

/** Room that the focus needs around what it is on, in pixels. */
const focusRing = 8;
