import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Comment, CommentPage, ReplyPage } from '#contract/comment';
import { call, ProblemError } from '#platform/client.ts';
import { changeComment, emptied } from './comment-cache.ts';
import { commentKeys, commentListQuery, locateComment } from './comment-queries.ts';
import { showReplies, shownReplies } from './shown-replies.ts';

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

  /** The places of removed comments that are known in a branch. */
  const placesIn = (rootId: string): string[] => {
    const answers = queryClient.getQueriesData<Replies>({ queryKey: commentKeys.allRepliesOf(rootId) });
    const replies = answers.flatMap(([, data]) => data?.pages.flatMap(({ items }) => items) ?? []);
    const roots = [...all()].filter(({ id }) => id === rootId);
    const branch = [...roots, ...roots.flatMap((root) => root.replies), ...replies];
    return branch.filter(({ state }) => state !== 'published').map(({ id }) => id);
  };

  const expire = () =>
    void queryClient.invalidateQueries({ queryKey: commentKeys.lists(slug), refetchType: 'none' });

  /** Puts a comment wherever it stands already, and nowhere else. */
  const put = (comment: Comment) =>
    changeComment(queryClient, slug, comment.id, (old) =>
      // An answer travels with none of its own, wherever it was asked for.
      old.parentId === undefined ? comment : { ...comment, replies: old.replies },
    );
  /** A comment as it is now; undefined where nothing of it is shown any more. */
  const ask = async (id: string): Promise<Comment | undefined> => {
    try {
      return (await locateComment(id)).comment;
    } catch (error) {
      if (error instanceof ProblemError && error.problem.code === 'not_found') return undefined;
      throw error;
    }
  };
  const newestKey = commentListQuery(slug, { order: 'newest' }).queryKey;
  /** Top-level comments as the newest are shown. */
  const tops = () => queryClient.getQueryData(newestKey)?.pages.flatMap(({ items }) => items) ?? [];
  const newest = () => call('GET /api/articles/:slug/comments', { params: { slug }, query: {} });

  return {
    has: (id: string): boolean =>
      find(id) !== undefined ||
      queryClient.getQueryData<string[]>(commentKeys.placed(slug))?.includes(id) === true,
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
      const { items, total, nextCursor } = await newest();
      const missing: { id: string; rootId: string }[] = [];
      const changed: string[] = [];
      const removed: { id: string; rootId: string }[] = [];
      for (const top of items) {
        for (const comment of [top, ...top.replies]) {
          const known = find(comment.id);
          const told = { id: comment.id, rootId: top.id };
          if (known === undefined) missing.push(told);
          else if (known.state === 'published' && comment.state !== 'published') removed.push(told);
          else if (wordOf(known) !== wordOf(comment)) changed.push(comment.id);
        }
      }
      // Of those that would stand on that page, whatever else has come.
      const since = nextCursor === null ? '' : (items.at(-1)?.createdAt ?? '');
      const shown = new Set(items.map(({ id }) => id));
      const known = lists().flatMap(([, list]) => list?.pages.flatMap((page) => page.items) ?? []);
      const gone = known.filter(({ id, createdAt }) => createdAt > since && !shown.has(id));
      for (const id of new Set(gone.map((comment) => comment.id))) removed.push({ id, rootId: id });
      return { missing, changed, removed, total };
    },

    count(total: number): void {
      queryClient.setQueriesData<List>({ queryKey: commentKeys.lists(slug) }, (list) =>
        list === undefined || list.pages.every((page) => page.total === total)
          ? list
          : { ...list, pages: list.pages.map((page) => ({ ...page, total })) },
      );
      // What is set is taken for new.
      expire();
    },

    expire,

    remove(id: string): void {
      // Who deletes it here sees to what is left of it, and to the focus.
      if (queryClient.isMutating({ mutationKey: commentKeys.deleting(id) }) > 0) return;
      changeComment(queryClient, slug, id, (comment) =>
        comment.state === 'published' ? emptied(comment) : comment,
      );
    },

    async recount(rootId: string): Promise<string[]> {
      const replyCount = (await ask(rootId))?.replyCount ?? 0;
      changeComment(queryClient, slug, rootId, (root) => ({ ...root, replyCount }));
      return placesIn(rootId);
    },

    async showNewest() {
      const page = await newest();
      queryClient.setQueryData(newestKey, (data) => withNewest(data, page));
      for (const comment of page.items) put(comment);
    },

    async showReplies(rootId: string, ids: readonly string[]) {
      const root = tops().find(({ id }) => id === rootId);
      if (root !== undefined) await showReplies(queryClient, root, ids);
    },

    firstOf(ids: readonly string[]): string | undefined {
      for (const top of tops())
        for (const { id } of [top, ...shownReplies(queryClient, top)]) if (ids.includes(id)) return id;
      return undefined;
    },

    async refresh(id: string) {
      const comment = await ask(id);
      if (comment !== undefined) put(comment);
      else changeComment(queryClient, slug, id, () => undefined);
    },
  };
}

/** Whether what a mutation was given is a comment for the article. */
const isUnder = (sent: unknown, slug: string): boolean =>
  typeof sent === 'object' && sent !== null && 'text' in sent && 'slug' in sent && sent.slug === slug;

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
