import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { commentAnchor } from '#contract/paths';
import { keepUpToDate } from './keep-up-to-date.ts';
import { createLiveLink } from './live-link.ts';
import type { LiveList } from './live-list.ts';
import { freshOf, hear, noNews, withoutShown, type News } from './live-news.ts';
import { leadTo } from './lead-to.ts';
import { whileLookedAt } from './while-looked-at.ts';

export interface LiveComments {
  /** New comments that a press would show; none of them this reader's own. */
  fresh: number;
  /** Shows them and leads to the first; rejects where they do not come. */
  show: () => Promise<void>;
}

/** New, changed and removed comments of an article as they come, while the section around `place` is near a reader who looks. */
export function useLiveComments(
  slug: string,
  list: LiveList,
  place: RefObject<HTMLElement | null>,
): LiveComments {
  const [fresh, setFresh] = useState(0);
  const news = useRef<News>(noNews);

  useEffect(() => {
    const upToDate = keepUpToDate(async (id) => {
      await list.refresh(id);
      forget(id);
    });
    const forget = (id: string) => {
      const stale = new Set(news.current.stale);
      stale.delete(id);
      news.current = { ...news.current, stale };
    };
    const count = () => {
      if (list.isSending()) return;
      news.current = withoutShown(news.current, list.has);
      setFresh(freshOf(news.current, list.has).length);
      upToDate.follow(news.current.stale);
    };
    const tell = (told: Parameters<typeof hear>[1]) => {
      news.current = hear(news.current, told, list.has);
      count();
    };
    const look = async () => {
      const { missing, changed } = await list.look();
      for (const one of missing) tell({ type: 'new', ...one });
      for (const id of changed) tell({ type: 'changed', id, rootId: id });
    };
    // What does not come now comes with the next look.
    const tryLook = () => void look().catch(() => {});
    const link = createLiveLink(slug, {
      onTold: tell,
      onHello({ complete, total }) {
        const known = list.total();
        const waiting = withoutShown(news.current, list.has).fresh.size;
        if (!complete || (known !== undefined && known + waiting !== total)) tryLook();
      },
      onLook: tryLook,
    });
    const unsubscribe = list.subscribe(count);
    const section = sectionOf(place);
    const unlook = section ? whileLookedAt(section, link.want) : undefined;
    return () => {
      unlook?.();
      unsubscribe();
      upToDate.end();
      link.close();
    };
  }, [slug, list, place]);

  const show = useCallback(async () => {
    const shown = freshOf(news.current, list.has);
    const branches = shown.flatMap((id) => {
      const root = news.current.fresh.get(id) ?? id;
      return root !== id && list.has(root) ? [root] : [];
    });
    await list.showNewest();
    for (const id of new Set([...branches, ...news.current.stale])) await list.refresh(id);
    // Those that the list has no place for are not offered again and again.
    const rest = [...news.current.fresh].filter(([id]) => !shown.includes(id));
    news.current = { fresh: new Map(rest), stale: new Set() };
    setFresh(freshOf(news.current, list.has).length);
    const section = sectionOf(place);
    if (section) leadTo(section, shown.map(commentAnchor));
  }, [list, place]);

  return { fresh, show };
}

const sectionOf = (place: RefObject<HTMLElement | null>) => place.current?.closest('section');
