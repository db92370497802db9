import type { MouseEvent, RefObject } from 'react';
import { Link } from 'react-router';
import styles from './more-link.module.css';

interface Pages {
  data: { pages: { nextCursor: string | null }[] } | undefined;
  hasNextPage: boolean;
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
  /** Where the next page's items begin without script. */
  anchor?: string;
}

/** The way on in a list: without script the next page by its cursor, with script more in place. */
export function MoreLink({ list, label, loadingLabel, failedLabel, items, anchor = '' }: Props) {
  const cursor = list.data?.pages.at(-1)?.nextCursor;
  if (!list.hasNextPage || cursor === undefined || cursor === null) return null;
  const load = async (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (list.isFetchingNextPage) return;
    const seen = items.current?.children.length ?? 0;
    await list.fetchNextPage();
    requestAnimationFrame(() => focusOn(items.current?.children[seen]));
  };
  return (
    <div className={styles['way']}>
      <Link
        to={`?after=${encodeURIComponent(cursor)}${anchor}`}
        onClick={(event) => void load(event)}
        className={styles['more']}
        rel="nofollow"
      >
        {list.isFetchingNextPage ? loadingLabel : label}
      </Link>
      {list.isFetchNextPageError && !list.isFetchingNextPage && <p role="alert">{failedLabel}</p>}
    </div>
  );
}

function focusOn(element: Element | undefined) {
  if (!(element instanceof HTMLElement)) return;
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
}
