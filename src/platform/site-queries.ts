import { queryOptions } from '@tanstack/react-query';
import type { LanguageCode } from '#contract/languages';
import { call } from './client.ts';

/** What the site is; it changes with a deploy, so once a visit is enough. */
export const siteQuery = queryOptions({
  queryKey: ['site'],
  queryFn: ({ signal }) => call('GET /api/site', {}, signal),
  staleTime: Infinity,
});

/** A page of the site itself, in `lang` where the site has it so; it too changes with a deploy. */
export const staticPageQuery = (slug: string, lang: LanguageCode) =>
  queryOptions({
    queryKey: ['site', 'page', slug, lang],
    queryFn: ({ signal }) => call('GET /api/pages/:slug', { params: { slug }, query: { lang } }, signal),
    staleTime: Infinity,
  });
