import { useEffect, useRef, type MouseEvent, type RefObject } from 'react';
import { focusOn } from './focus-on.ts';
import { LinkButton } from './link-button.tsx';
import styles from './more-link.module.css';

interface Pages {
  data: { pages: { nextCursor: string | null }[] } | undefined;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: () => Promise<unknown>;
}

interface Props {
  list: Pages;
  label: string;
  loadingLabel: string;
  failedLabel: string;
  /** The element whose children are the items; the focus goes to the first new one. */
  items: RefObject<HTMLElement | null>;
  /** Address of what comes next, without script; undefined where nothing does. */
  to: string | undefined;
}

/** Address of the page after those that `list` holds: the page's own with `search` and the cursor. */
export function nextPage({ data }: Pages, search = '', hash = ''): string | undefined {
  const cursor = data?.pages.at(-1)?.nextCursor;
  return cursor ? `?${search}after=${encodeURIComponent(cursor)}${hash}` : undefined;
}

/** The way on in a list: without script the next page by its cursor, with script more in place. */
export function MoreLink({ list, label, loadingLabel, failedLabel, items, to }: Props) {
  const awaited = useRef<{ page: number; item: number }>(undefined);
  const pages = list.data?.pages.length ?? 0;
  // Only the commit that holds the new items can lead to them: a frame may come before it.
  useEffect(() => {
    if (awaited.current === undefined || pages <= awaited.current.page) return;
    focusOn(items.current?.children[awaited.current.item]);
    awaited.current = undefined;
  }, [pages, items]);
  if (to === undefined) return null;
  const load = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (list.isFetchingNextPage) return;
    awaited.current = { page: pages, item: items.current?.children.length ?? 0 };
    void list.fetchNextPage();
  };
  return (
    <div className={styles['way']}>
      <LinkButton to={to} onClick={load} rel="nofollow">
        {list.isFetchingNextPage ? loadingLabel : label}
      </LinkButton>
      {list.isFetchNextPageError && !list.isFetchingNextPage && <p role="alert">{failedLabel}</p>}
    </div>
  );
}
