import { useEffect, useLayoutEffect, useState } from 'react';
import { useNavigationType } from 'react-router';
import type { Block } from '#contract/article';
import { blockAnchors } from '#contract/block-anchors';
import { spansOf } from './block-spans.ts';
import { forgetPlace, keepPlace, keptPlace, type Place } from './kept-places.ts';
import { PlaceOffer } from './place-offer.tsx';
import { placeAt } from './reading-line.ts';
import { ReadingProgress } from './reading-progress.tsx';

interface Props {
  id: string;
  blocks: readonly Block[];
}

const second = 1000;
/** Where the browser itself can tell the bar how far the text has come, the article has one without script. */
const isMeasured = CSS.supports('animation-timeline: view()');

/** Articles of this visit: to one of them a reader goes back as it was left. */
const met = new Set<string>();

/**
 * Keeps the reader's place in one article while it is read, and offers that of an earlier visit; not to
 * whoever has come to a certain line, or was led back to where they were.
 */
export function PlaceInText({ id, blocks }: Props) {
  const [offered, setOffered] = useState<Place>();
  const way: string = useNavigationType();
  // After the page has been scrolled to where it belongs.
  useEffect(() => {
    const isReturn = way === 'POP' && met.has(id);
    met.add(id);
    if (!isReturn && scrollY === 0 && location.hash === '') setOffered(keptPlace(id));
    // oxlint-disable-next-line react/exhaustive-deps -- how it was come to is asked once
  }, [id]);
  useLayoutEffect(() => watchPlace(id, blockAnchors(blocks)), [id, blocks]);
  return (
    <>
      {!isMeasured && <ReadingProgress blocks={blocks} />}
      {offered !== undefined && (
        <PlaceOffer
          place={offered}
          blocks={blocks}
          onDone={(isDismissed) => {
            if (isDismissed) forgetPlace(id);
            setOffered(undefined);
          }}
        />
      )}
    </>
  );
}

/**
 * Keeps the place at most once a second, and when the page is left. A text seen to its end is read: none is
 * kept, nor while the reader goes back up; reading down again from above the end, as whoever only looked at
 * the comments first does, keeps again.
 */
function watchPlace(article: string, anchors: readonly (string | undefined)[]): () => void {
  let latest: Place | undefined;
  let isRead = false;
  let before = 1;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    if (latest !== undefined) keepPlace(article, latest);
    latest = undefined;
  };
  const look = () => {
    // On the first screens a reader looks at what this is; what an earlier visit kept stands.
    if (scrollY < innerHeight) return;
    const place = placeAt(spansOf(anchors), innerHeight);
    if (place === undefined) return;
    const { read } = place;
    if (read === 1 && !isRead) forgetPlace(article);
    isRead = read === 1 || (isRead && read <= before);
    before = read;
    latest = isRead ? undefined : place;
    if (!isRead) timer ??= setTimeout(write, second);
  };
  // The scroll that had this fetched is over; one of a page just shown is still to come.
  const first = requestAnimationFrame(look);
  addEventListener('scroll', look);
  addEventListener('pagehide', write);
  document.addEventListener('visibilitychange', write);
  return () => {
    write();
    cancelAnimationFrame(first);
    removeEventListener('scroll', look);
    removeEventListener('pagehide', write);
    document.removeEventListener('visibilitychange', write);
  };
}
