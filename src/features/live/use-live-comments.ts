import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { useNavigate } from 'react-router';
import { commentAnchor } from '#contract/paths';
import { whenUnwritten } from './hold-room.ts';
import { keepUpToDate } from './keep-up-to-date.ts';
import { createLiveLink } from './live-link.ts';
import type { LiveList } from './live-list.ts';
import { freshOf, hear, noNews, withoutShown, type News, type Told } from './live-news.ts';
import { leadTo } from './lead-to.ts';
import { whileLookedAt } from './while-looked-at.ts';

export interface LiveComments {
  /** New comments that a press would show; none of them this reader's own. */
  fresh: number;
  /** Shows them and leads to the first, or to the newest where it stands; rejects where they do not come. */
  show: () => Promise<void>;
}

export interface Listening {
  slug: string;
  list: LiveList;
  /** Within the section of the conversation. */
  place: RefObject<HTMLElement | null>;
  /** Whether the newest comments are shown: elsewhere new ones have no place to come to, and a press leads there. */
  isNewest: boolean;
}

/** New, changed and removed comments of an article as they come, while the section around `place` is near a reader who looks. */
export function useLiveComments({ slug, list, place, isNewest }: Listening): LiveComments {
  const [fresh, setFresh] = useState(0);
  const news = useRef<News>(noNews);
  const isAtNewest = useRef(isNewest);
  const navigate = useNavigate();

  useEffect(() => {
    isAtNewest.current = isNewest;
    // The newest comments are asked for anew when the reader comes back to them.
    if (!isNewest && news.current.fresh.size > 0) list.expire();
  }, [list, isNewest]);

  useEffect(() => {
    let isOver = false;
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
    const tell = (told: Omit<Told, 'total'>) => {
      if (told.type === 'new' && !isAtNewest.current) list.expire();
      news.current = hear(news.current, told, list.has);
      count();
    };
    let total: number | undefined;
    const recount = () => {
      if (total === undefined || list.isSending()) return;
      list.count(total - withoutShown(news.current, list.has).fresh.size);
    };
    const remove = async ({ id, rootId }: Pick<Told, 'id' | 'rootId'>) => {
      const element = document.getElementById(commentAnchor(id));
      if (element !== null) await whenUnwritten(element);
      if (isOver) return;
      upToDate.hold(id);
      list.remove(id);
      tell({ type: 'removed', id, rootId });
      recount();
      // What stood for its answers alone goes without a word of its own.
      for (const other of await list.recount(rootId)) tell({ type: 'changed', id: other, rootId });
    };
    const hearOf = ({ total: now, ...told }: Told) => {
      total = now;
      if (told.type === 'removed' && list.has(told.id)) void remove(told).catch(() => {});
      else tell(told);
      if (told.type === 'removed') recount();
    };
    const look = async () => {
      const { missing, changed, removed, total: now } = await list.look();
      // Of those that no other order shows, nobody knows whether they are new.
      if (isAtNewest.current) for (const one of missing) tell({ type: 'new', ...one });
      else if (missing.length > 0) list.expire();
      for (const id of changed) tell({ type: 'changed', id, rootId: id });
      for (const one of removed) hearOf({ type: 'removed', ...one, total: now });
    };
    // What does not come now comes with the next look.
    const tryLook = () => void look().catch(() => {});
    const link = createLiveLink(slug, {
      onTold: hearOf,
      onHello({ complete, total: now }) {
        const known = list.total();
        const waiting = withoutShown(news.current, list.has).fresh.size;
        if (!complete || (known !== undefined && known + waiting !== now)) tryLook();
      },
      onLook: tryLook,
    });
    const unsubscribe = list.subscribe(count);
    const section = sectionOf(place);
    const unlook = section ? whileLookedAt(section, link.want) : undefined;
    return () => {
      isOver = true;
      unlook?.();
      unsubscribe();
      upToDate.end();
      link.close();
    };
  }, [slug, list, place]);

  const show = useCallback(async () => {
    const shown = freshOf(news.current, list.has);
    const answers = new Map<string, string[]>();
    for (const id of shown) {
      const root = news.current.fresh.get(id) ?? id;
      if (root !== id) answers.set(root, [...(answers.get(root) ?? []), id]);
    }
    const branches = [...answers.keys()].filter(list.has);
    if (!isAtNewest.current) await navigate('?#comments');
    await list.showNewest();
    for (const id of new Set([...branches, ...news.current.stale])) await list.refresh(id);
    for (const [root, ids] of answers) await list.showReplies(root, ids);
    // Those that the list has no place for are not offered again and again.
    const rest = [...news.current.fresh].filter(([id]) => !shown.includes(id));
    news.current = { fresh: new Map(rest), stale: new Set() };
    setFresh(freshOf(news.current, list.has).length);
    const section = sectionOf(place);
    const first = list.firstOf(shown);
    const last = shown.at(-1);
    // The reader may have gone elsewhere meanwhile.
    if (!section?.isConnected || last === undefined) return;
    // The list has no place for any of them: a fragment that it does not show leads to the comment's own page.
    if (first === undefined) await navigate(`#${commentAnchor(last)}`);
    await leadTo(section, commentAnchor(first ?? last));
  }, [list, place, navigate]);

  return { fresh, show };
}

const sectionOf = (place: RefObject<HTMLElement | null>) => place.current?.closest('section');
