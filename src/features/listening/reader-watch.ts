/** How long the page stays where a reader's hand has brought it. */
const handsOff = 5000;
const scrollKeys = /^(Page(Up|Down)|Home|End|Arrow(Up|Down)| )$/;
const fields = 'input, select, textarea';

export interface ReaderWatch {
  /** Whether the reader has scrolled by hand just now, or is at work at another place. */
  isElsewhere: () => boolean;
  /** Forgets all of it. */
  comeBack: () => void;
  end: () => void;
}

/** Watches where the reader is while an article is read; the focus is elsewhere where it is not `isOfPlayer`. */
export function watchReader(isOfPlayer: (element: Element) => boolean): ReaderWatch {
  let movedAt = Number.NEGATIVE_INFINITY;
  let isByHand = false;
  /** What the focus was last seen on; a window that is returned to tells of it again. */
  let seen = document.activeElement;
  /** Where the reader has gone; it counts while the focus stays there. */
  let workplace: Element | undefined;
  const moved = () => {
    movedAt = performance.now();
    isByHand = true;
  };
  const goTo = (element: Element) => {
    workplace = isOfPlayer(element) ? undefined : element;
  };
  if (seen?.matches(fields) === true) goTo(seen);
  const pressed = ({ key, target }: KeyboardEvent) => {
    if (!(target instanceof Element)) return;
    if (target.matches(fields)) goTo(target);
    else if (scrollKeys.test(key) && target.closest('button') === null) moved();
  };
  // The scroll bar is no element: a press on it is one on the root.
  const grasped = ({ target }: MouseEvent) => {
    if (target === document.documentElement) moved();
  };
  const focused = ({ target }: FocusEvent) => {
    if (!(target instanceof Element) || target === seen) return;
    seen = target;
    goTo(target);
  };
  const blurred = () => {
    if (document.hasFocus()) seen = null;
  };
  const scrolled = () => {
    if (isByHand && isSpokenInView()) workplace = undefined;
    isByHand = false;
  };
  const ending = new AbortController();
  const options = { passive: true, signal: ending.signal };
  addEventListener('wheel', moved, options);
  addEventListener('touchmove', moved, options);
  addEventListener('keydown', pressed, options);
  addEventListener('mousedown', grasped, options);
  addEventListener('focusin', focused, options);
  addEventListener('focusout', blurred, options);
  addEventListener('scrollend', scrolled, options);
  return {
    isElsewhere: () =>
      performance.now() - movedAt <= handsOff ||
      (workplace !== undefined && workplace === document.activeElement) ||
      document.querySelector('dialog[open]') !== null,
    comeBack: () => {
      movedAt = Number.NEGATIVE_INFINITY;
      workplace = undefined;
    },
    end: () => ending.abort(),
  };
}

function isSpokenInView(): boolean {
  const box = document.querySelector('[data-spoken]')?.getBoundingClientRect();
  return box !== undefined && box.top < innerHeight && box.bottom > 0;
}
