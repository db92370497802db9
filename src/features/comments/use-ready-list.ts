import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { commentListQuery, type ListStart } from './comment-queries.ts';

/**
 * A list of comments. What comes to it is made ready in pieces and then shown at once: twenty branches are a
 * long task. Another list takes this one's place without waiting: nothing stands under an order that is not
 * its own.
 */
export function useReadyList(slug: string, { order, after }: ListStart, enabled: boolean) {
  const list = useInfiniteQuery({ ...commentListQuery(slug, { order, after }), enabled });
  const latest = useMemo(() => ({ data: list.data, order, after }), [list.data, order, after]);
  const ready = useDeferredValue(latest);
  const { isPending, isError, refetch, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
  const { data } = ready.order === order && ready.after === after ? ready : latest;
  return { data, isPending, isError, refetch, isFetchingNextPage, isFetchNextPageError, fetchNextPage };
}
