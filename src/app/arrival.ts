import type { NavigationType } from 'react-router';
import { inLanguage } from '#contract/paths';
import { named } from './scroll-place.ts';
import { applyHead, headTags, type Head, type HeadPlace } from './head.ts';

interface Way {
  /** Addresses of the page before, where there was one, and of this. */
  from: string | undefined;
  to: string;
  way: `${NavigationType}`;
}

/** Does for a page shown in place what a browser does for one it opens: its head, its name said, its focus. */
export function arrive(head: Head, place: HeadPlace, { from, to, way }: Way): void {
  applyHead(headTags(head, place));
  // The same page in another language, or with another title, is none that was gone to.
  const isArrival = from !== undefined && inLanguage(from, place.code) !== inLanguage(to, place.code);
  const spoken = document.getElementById('spoken');
  if (spoken !== null) spoken.textContent = isArrival ? document.title : '';
  if (!isArrival) return;
  const main = document.querySelector('main');
  // Who is already at work in the page is left there.
  if (main === null || (main !== document.activeElement && main.contains(document.activeElement))) return;
  const target =
    named(location.hash) ?? (way === 'POP' ? linkTo(from, main) : undefined) ?? main.querySelector('h1');
  if (target === null) return;
  if (target.tabIndex < 0) target.tabIndex = -1;
  // Where the page stands is the scroll's own affair.
  target.focus({ preventScroll: true });
}

/** Whoever goes back is at the link they had followed, so that the next Tab goes on from there. */
function linkTo(address: string, main: HTMLElement): HTMLElement | undefined {
  const links = main.querySelectorAll<HTMLAnchorElement>('a[href]');
  return [...links].find((link) => link.pathname + link.search === address);
}
