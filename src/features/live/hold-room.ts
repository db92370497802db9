/**
 * Keeps the room of a comment's words for what takes their place, so that nothing below moves, and the focus
 * near. Gives what gives the room back. `article`: the comment's element, its words the first child.
 */
export function holdRoom(article: HTMLElement): () => void {
  const words = article.firstElementChild;
  if (words === null) return () => {};
  const { height } = words.getBoundingClientRect();
  const hasFocus = words.contains(document.activeElement);
  let place: HTMLElement | undefined;
  const watch = new MutationObserver(() => {
    const first = article.firstElementChild;
    if (first === words || !(first instanceof HTMLElement)) return;
    watch.disconnect();
    place = first;
    place.style.minBlockSize = `${height}px`;
    if (hasFocus) article.focus({ preventScroll: true });
  });
  watch.observe(article, { childList: true });
  return () => {
    watch.disconnect();
    place?.style.removeProperty('min-block-size');
  };
}

/** Waits until nobody writes at a comment: with the words of the comment the form would go. */
export function whenUnwritten(article: HTMLElement): Promise<void> {
  return new Promise((done) => {
    const isFree = () => article.querySelector(':scope > :first-child textarea') === null;
    if (isFree()) return done();
    const watch = new MutationObserver(() => {
      if (!isFree()) return;
      watch.disconnect();
      done();
    });
    watch.observe(article, { childList: true, subtree: true });
  });
}
