import { useEffect, useState, type ComponentType } from 'react';
import { useLocation } from 'react-router';
import type { Shared } from './share-row.tsx';

/**
 * What quotes, links and copies, fetched when a reader first selects or points at a passage of the text,
 * or has come to the row under it. Where it does not come, the links and the browser's own copying stay.
 */
export function PassageTools(shared: Shared) {
  const { hash } = useLocation();
  const [loaded, setLoaded] = useState<{ ArticleTools: ComponentType<Shared> }>();
  useEffect(() => {
    if (loaded) return;
    const wake = (isWanted: unknown) => isWanted && import('./article-tools.tsx').then(setLoaded, () => {});
    const look = ({ target }: Event) =>
      wake(
        target instanceof Element
          ? target.closest('[id^=p-]')
          : document.getSelection()?.isCollapsed === false,
      );
    // Reached without a reload, a block is not yet the document's target.
    wake(hash.startsWith('#p-'));
    const row = document.getElementById('share');
    const observer = new IntersectionObserver(([seen]) => wake(seen?.isIntersecting));
    if (row) observer.observe(row);
    const events = ['selectionchange', 'focusin', 'mouseover'];
    for (const event of events) document.addEventListener(event, look);
    return () => {
      observer.disconnect();
      for (const event of events) document.removeEventListener(event, look);
    };
  }, [loaded, hash]);
  return loaded && <loaded.ArticleTools {...shared} />;
}
