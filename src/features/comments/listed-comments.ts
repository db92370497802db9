import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Comment, CommentPage, ReplyPage } from '#contract/comment';
import { call, ProblemError } from '#platform/client.ts';
import { commentKeys, commentListQuery, locatedCommentQuery } from './comment-queries.ts';

type List = InfiniteData<CommentPage>;
type Replies = InfiniteData<ReplyPage>;
/** As `locatedCommentQuery` gives it. */
interface Located {
  comment: Comment;
  articleSlug: string;
  rootId: string;
}

/** What a comment says itself, whatever stands below it and how many like it. */
const wordOf = ({ replies: _, replyCount: __, likes: ___, ...own }: Comment) => JSON.stringify(own);

/** All that the query cache holds of an article's comments, for whoever brings it up to date from outside. */
export function commentCache(queryClient: QueryClient, slug: string) {
  const keys = { located: commentKeys.allLocated, replies: commentKeys.allReplies };
  const lists = () => queryClient.getQueriesData<List>({ queryKey: commentKeys.lists(slug) });

  function* all(): Generator<Comment> {
    for (const [, list] of lists())
      for (const page of list?.pages ?? [])
        for (const comment of page.items) yield* [comment, ...comment.replies];
    for (const [, located] of queryClient.getQueriesData<Located>({ queryKey: keys.located }))
      if (located !== undefined) yield* [located.comment, ...located.comment.replies];
    for (const [, replies] of queryClient.getQueriesData<Replies>({ queryKey: keys.replies }))
      for (const page of replies?.pages ?? []) yield* page.items;
  }
  const find = (id: string) => {
    for (const comment of all()) if (comment.id === id) return comment;
    return undefined;
  };

  /** Puts a comment wherever it stands already, and nowhere else. */
  const put = (comment: Comment) => {
    const change = (old: Comment) => changed(old, comment);
    queryClient.setQueriesData<List>({ queryKey: commentKeys.lists(slug) }, (data) => inPages(data, change));
    queryClient.setQueriesData<Replies>({ queryKey: keys.replies }, (data) => inPages(data, change));
    queryClient.setQueriesData<Located>(
      { queryKey: keys.located },
      (data) => data && { ...data, comment: change(data.comment) },
    );
  };
  const newest = () => call('GET /api/articles/:slug/comments', { params: { slug }, query: {} });

  return {
    has: (id: string): boolean => find(id) !== undefined,
    total: () => lists().find(([, list]) => list !== undefined)?.[1]?.pages[0]?.total,
    isSending: (): boolean =>
      queryClient.isMutating({ predicate: ({ state }) => isUnder(state.variables, slug) }) > 0,

    subscribe(changed: () => void): () => void {
      let soon: ReturnType<typeof setTimeout> | undefined;
      // A query may be made while React renders, and many may change together.
      const heard = () => (soon ??= setTimeout(() => ((soon = undefined), changed())));
      const ends = [
        queryClient.getQueryCache().subscribe(heard),
        queryClient.getMutationCache().subscribe(heard),
      ];
      return () => {
        clearTimeout(soon);
        for (const end of ends) end();
      };
    },

    async look() {
      const { items } = await newest();
      const missing: { id: string; rootId: string }[] = [];
      const changedIds: string[] = [];
      for (const top of items) {
        for (const comment of [top, ...top.replies]) {
          const known = find(comment.id);
          if (known === undefined) missing.push({ id: comment.id, rootId: top.id });
          else if (wordOf(known) !== wordOf(comment)) changedIds.push(comment.id);
        }
      }
      return { missing, changed: changedIds };
    },

    async showNewest() {
      const page = await newest();
      const { queryKey } = commentListQuery(slug, { order: 'newest' });
      queryClient.setQueryData(queryKey, (data) => withNewest(data, page));
      for (const comment of page.items) put(comment);
    },

    async refresh(id: string) {
      try {
        put((await queryClient.fetchQuery({ ...locatedCommentQuery(id), staleTime: 0 })).comment);
      } catch (error) {
        const isGone = error instanceof ProblemError && error.problem.code === 'not_found';
        const known = find(id);
        if (!isGone || known === undefined) throw error;
        put({ ...known, state: 'removed', text: '', author: { name: '', staff: false } });
      }
    },
  };
}

/** Whether what a mutation was given is a comment for the article. */
const isUnder = (sent: unknown, slug: string): boolean =>
  typeof sent === 'object' && sent !== null && 'text' in sent && 'slug' in sent && sent.slug === slug;

/** `comment` in the place of an older word of itself, whether that is a top-level comment or a reply. */
function changed(old: Comment, comment: Comment): Comment {
  if (old.id === comment.id) {
    // An answer travels with none of its own, wherever it was asked for.
    return old.parentId === undefined ? comment : { ...comment, replies: old.replies };
  }
  if (!old.replies.some(({ id }) => id === comment.id)) return old;
  return { ...old, replies: old.replies.map((reply) => changed(reply, comment)) };
}

function inPages<Page extends { items: Comment[] }>(
  data: InfiniteData<Page> | undefined,
  change: (comment: Comment) => Comment,
): InfiniteData<Page> | undefined {
  return data && { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(change) })) };
}

/**
 * The list with a newly asked first page at its head, what was loaded below it kept; that page alone where
 * so much has come that a gap would be left.
 */
export function withNewest(data: List | undefined, page: CommentPage): List {
  const [first, ...rest] = data?.pages ?? [];
  const alone: List = { pages: [page], pageParams: [null] };
  if (data === undefined || first === undefined) return alone;
  const known = new Set(data.pages.flatMap(({ items }) => items.map(({ id }) => id)));
  const fresh = page.items.filter(({ id }) => !known.has(id));
  if (fresh.length === page.items.length && page.nextCursor !== null) return alone;
  const pages = [{ ...first, items: [...fresh, ...first.items] }, ...rest];
  return { ...data, pages: pages.map((one) => ({ ...one, total: page.total })) };
}
