import { useEffect, useRef, type RefObject } from 'react';
import { watchReader, type ReaderWatch } from './reader-watch.ts';
import type { SpeechPart } from './speech-plan.ts';
import './spoken-mark.css';

/**
 * Marks what is spoken on the page, and brings it into view unless the reader is looking elsewhere; gives the
 * way to follow it again whatever the reader has done since.
 */
export function useSpokenMark(
  place: SpeechPart['place'] | undefined,
  bar: RefObject<HTMLElement | null>,
): () => void {
  const reader = useRef<ReaderWatch>(undefined);
  useEffect(() => {
    const watch = watchReader((element) => isOfPlayer(element, bar.current));
    reader.current = watch;
    return watch.end;
  }, [bar]);
  useEffect(() => {
    const element = place === undefined ? null : elementOf(place);
    if (element === null) return undefined;
    element.dataset['spoken'] = '';
    if (reader.current?.isElsewhere() !== true) bringIntoView(element);
    return () => {
      delete element.dataset['spoken'];
    };
  }, [place]);
  return () => {
    reader.current?.comeBack();
    const element = document.querySelector<HTMLElement>('[data-spoken]');
    if (element !== null) bringIntoView(element);
  };
}

/** The bar, the button before it that calls for it, and what is spoken. */
const isOfPlayer = (element: Element, bar: HTMLElement | null) =>
  bar?.contains(element) === true ||
  bar?.previousElementSibling === element ||
  element.closest('[data-spoken]') !== null;

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
