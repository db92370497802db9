/** Milliseconds in which what was fetched stands in the page. */
const patience = 3_000;

/** Leads the focus to the first of the elements with these ids within `section`, now or once it is there. */
export function leadTo(section: HTMLElement, ids: readonly string[]): void {
  const find = () => {
    const [first] = Array.from(section.querySelectorAll<HTMLElement>('[id]')).filter(({ id }) =>
      ids.includes(id),
    );
    if (first === undefined) return false;
    first.tabIndex = -1;
    first.focus();
    return true;
  };
  if (ids.length === 0 || find()) return;
  const watch = new MutationObserver(() => find() && watch.disconnect());
  watch.observe(section, { childList: true, subtree: true });
  setTimeout(() => watch.disconnect(), patience);
}
