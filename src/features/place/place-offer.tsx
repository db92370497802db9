import { useEffect, useRef, useState } from 'react';
import type { Block } from '#contract/article';
import { blockAnchors } from '#contract/block-anchors';
import { loadLateWords } from '#i18n/i18n.ts';
import { useLanguage } from '#i18n/language.tsx';
import { useTranslation } from '#i18n/words.ts';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { useRoomForBar } from '#ui/use-room-for-bar.ts';
import type { Place } from './kept-places.ts';
import styles from './place-offer.module.css';
import { wayTo } from './reading-line.ts';

interface Props {
  place: Place;
  blocks: readonly Block[];
  onDone: (isDismissed: boolean) => void;
}

/**
 * Offers to go on where the reader was, at the block end, where it moves no text. Whoever scrolls on has
 * chosen otherwise.
 */
export function PlaceOffer({ place, blocks, onDone }: Props) {
  const { code } = useLanguage();
  const [hasWords, setHasWords] = useState(false);
  const live = useRef<HTMLDivElement>(null);
  useRoomForBar(live, '--offer-room');
  useEffect(() => {
    let isGone = false;
    loadLateWords(code).then(
      () => !isGone && setHasWords(true),
      () => {},
    );
    const leave = () => {
      if (scrollY > innerHeight / 2) onDone(false);
    };
    const escape = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape' || !holdsFocus(live.current)) return;
      focusHeadline();
      onDone(true);
    };
    addEventListener('scroll', leave);
    addEventListener('keydown', escape);
    return () => {
      isGone = true;
      removeEventListener('scroll', leave);
      removeEventListener('keydown', escape);
    };
  }, [code, onDone]);
  const resume = () => {
    onDone(false);
    goTo(place, blockAnchors(blocks));
  };
  const dismiss = () => {
    if (holdsFocus(live.current)) focusHeadline();
    onDone(true);
  };
  // There before its words, so that they are read out when they come.
  return (
    <div role="status" ref={live} className={styles['live']}>
      {hasWords && <Offer place={place} onResume={resume} onDismiss={dismiss} />}
    </div>
  );
}

function Offer({
  place,
  onResume,
  onDismiss,
}: {
  place: Place;
  onResume: () => void;
  onDismiss: () => void;
}) {
  const { t } = useTranslation('place');
  const { format } = useLanguage();
  return (
    <div className={styles['offer']}>
      <p>{t('kept', { share: format.percent(place.read) })}</p>
      <Button look="primary" onClick={onResume}>
        {t('resume')}
      </Button>
      <IconButton icon="close" label={t('dismiss')} onClick={onDismiss} />
    </div>
  );
}

const holdsFocus = (element: HTMLElement | null) => element?.contains(document.activeElement) === true;

/** The control that had the focus goes; the next Tab goes on from the article’s beginning. */
function focusHeadline(): void {
  const headline = document.querySelector<HTMLElement>('main h1');
  if (headline === null) return;
  if (headline.tabIndex < 0) headline.tabIndex = -1;
  headline.focus({ preventScroll: true });
}

/** Leads the eye and the focus to a place; where its block is no longer in the text, to one as far on. */
function goTo(place: Place, anchors: readonly (string | undefined)[]): void {
  const near = anchors[Math.floor(place.read * (anchors.length - 1))];
  const block = document.getElementById(place.block) ?? document.getElementById(near ?? '');
  if (block === null) return;
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const way = () => wayTo(place, block.getBoundingClientRect(), innerHeight);
  scrollBy({ top: way(), behavior: isStill ? 'auto' : 'smooth' });
  // Faces that came on the way have moved the goal; a reader who went elsewhere meanwhile stays there.
  const settle = () => {
    if (Math.abs(way()) < innerHeight / 2) scrollBy(0, way());
  };
  addEventListener('scrollend', settle, { once: true });
  if (block.tabIndex < 0) block.tabIndex = -1;
  block.focus({ preventScroll: true });
  const mark = styles['found'] ?? '';
  block.classList.add(mark);
  setTimeout(() => block.classList.remove(mark), 2000);
}
