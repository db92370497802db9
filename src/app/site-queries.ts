import { queryOptions } from '@tanstack/react-query';
import { call } from '#platform/client.ts';

/** What the site is; it changes with a deploy, so once a visit is enough. */
export const siteQuery = queryOptions({
  queryKey: ['site'],
  queryFn: ({ signal }) => call('GET /api/site', {}, signal),
  staleTime: Infinity,
});
