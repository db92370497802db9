import type { QueryClient } from '@tanstack/react-query';
import { commentOrders, type CommentOrder } from '#contract/comment';
import { commentListQuery, commentPlaceQuery, locatedCommentQuery, repliesQuery } from './comment-queries.ts';

/** What a reader may do at a comment in a form of its own. */
export type CommentAct = 'reply' | 'report';

/** What of a conversation an address shows. */
export interface CommentsPlace {
  order: CommentOrder;
  /** Cursor of the page shown first: of the list, or of one branch's replies. */
  after: string | undefined;
  /** A comment whose branch alone is shown, with all replies, or with those from it on where it is one. */
  branch: string | undefined;
  /** The form that stands open at it. */
  act: CommentAct | undefined;
}

/** Reads an article's address: `?order=`, `?after=`, and one of `?replies=`, `?comment=`, `?reply=`, `?report=`. */
export function commentsPlace(search: URLSearchParams): CommentsPlace {
  const act = (['reply', 'report'] as const).find((name) => search.has(name));
  const order = commentOrders.find((name) => name === search.get('order')) ?? 'newest';
  const branch = ['replies', 'comment', ...(act === undefined ? [] : [act])]
    .map((name) => search.get(name))
    .find((id) => id !== null);
  return { order, after: search.get('after') ?? undefined, branch, act };
}

/**
 * Brings what `place` shows into the cache, however old what is there. Throws what the API answers; a branch
 * that is not there is no failure: then the list stands in its place.
 */
export async function loadComments(client: QueryClient, slug: string, place: CommentsPlace): Promise<void> {
  const staleTime = 'static';
  const { order, after, branch } = place;
  if (branch !== undefined) {
    const found = await client.query({ ...commentPlaceQuery(branch), staleTime });
    if (found?.articleSlug === slug) {
      const { rootId } = found;
      await Promise.all([
        client.query({ ...locatedCommentQuery(rootId), staleTime }),
        client.infiniteQuery({ ...repliesQuery(rootId, startOf(place, rootId)), staleTime }),
      ]);
      return;
    }
  }
  // A cursor of the branch's replies is none of the list.
  await client.infiniteQuery({
    ...commentListQuery(slug, { order, after: branch === undefined ? after : undefined }),
    staleTime,
  });
}

/** Where the replies of a branch begin on its own page. */
export const startOf = ({ branch, after }: CommentsPlace, rootId: string) =>
  branch === rootId ? { after } : { from: branch };
