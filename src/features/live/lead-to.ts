/** Milliseconds in which what was fetched stands in the page. */
const patience = 3_000;

/** Leads the focus to the element `id` within `section`, now or once it is there, out of what was folded over it. */
export function leadTo(section: HTMLElement, id: string): Promise<void> {
  return new Promise((done) => {
    const end = () => {
      watch.disconnect();
      clearTimeout(timer);
      done();
    };
    const find = () => {
      const found = document.getElementById(id);
      if (found === null || !section.contains(found)) return;
      const folded = found.closest('details');
      if (folded !== null) folded.open = true;
      found.tabIndex = -1;
      found.focus();
      end();
    };
    const watch = new MutationObserver(find);
    watch.observe(section, { childList: true, subtree: true });
    const timer = setTimeout(end, patience);
    find();
  });
}
