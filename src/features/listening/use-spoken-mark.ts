import { useEffect, useRef } from 'react';
import type { SpeechPart } from './speech-plan.ts';
import './spoken-mark.css';

/** How long the page stays where a reader's hand has brought it. */
const handsOff = 5000;
const scrollKeys = /^(Page(Up|Down)|Home|End|Arrow(Up|Down)| )$/;

/** Marks what is spoken on the page, and brings it into view unless the reader is looking elsewhere. */
export function useSpokenMark(place: SpeechPart['place'] | undefined): void {
  const movedAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const moved = () => {
      movedAt.current = performance.now();
    };
    const pressed = ({ key, target }: KeyboardEvent) => {
      const isInControl = target instanceof Element && target.closest('button, select, input, textarea');
      if (scrollKeys.test(key) && !isInControl) moved();
    };
    // The scroll bar is no element: a press on it is one on the root.
    const grasped = ({ target }: MouseEvent) => {
      if (target === document.documentElement) moved();
    };
    const ending = new AbortController();
    const options = { passive: true, signal: ending.signal };
    addEventListener('wheel', moved, options);
    addEventListener('touchmove', moved, options);
    addEventListener('keydown', pressed, options);
    addEventListener('mousedown', grasped, options);
    return () => ending.abort();
  }, []);
  useEffect(() => {
    const element = place === undefined ? null : elementOf(place);
    if (element === null) return undefined;
    element.dataset['spoken'] = '';
    if (performance.now() - movedAt.current > handsOff) bringIntoView(element);
    return () => {
      delete element.dataset['spoken'];
    };
  }, [place]);
}

/** The title and the standfirst have no address of their own: they head the page's one article. */
function elementOf(place: SpeechPart['place']): HTMLElement | null {
  if (place === 'title') return document.querySelector<HTMLElement>('main article h1');
  if (place === 'standfirst') return document.querySelector<HTMLElement>('main article h1 + p');
  return document.getElementById(place.id);
}

function bringIntoView(element: HTMLElement): void {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const isTall = element.offsetHeight > innerHeight / 2;
  element.scrollIntoView({ block: isTall ? 'start' : 'center', behavior: isStill ? 'auto' : 'smooth' });
}
