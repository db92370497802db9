import { useQuery } from '@tanstack/react-query';
import type { Comment } from '#contract/comment';
import { commentPlaceQuery, locatedCommentQuery, type RepliesStart } from './comment-queries.ts';
import { startOf, type CommentsPlace } from './comments-place.ts';

/** The one branch that a place shows. */
interface Branch {
  /** Its top-level comment. */
  comment: Comment;
  /** Where the replies shown begin. */
  start: RepliesStart;
}

/** How the asking for it stands. */
interface Asked {
  isPending: boolean;
  isError: boolean;
  refetch: () => Promise<unknown>;
}

/** The branch of the comment that a place names; missing where the article has no such comment. */
export function useBranch(
  slug: string,
  place: CommentsPlace,
): { branch: Branch | undefined; isMissing: boolean; asked: Asked } {
  const wanted = place.branch;
  const found = useQuery({ ...commentPlaceQuery(wanted ?? ''), enabled: wanted !== undefined });
  const rootId = found.data?.articleSlug === slug ? found.data.rootId : '';
  const root = useQuery({ ...locatedCommentQuery(rootId), enabled: rootId !== '' });
  return {
    branch: root.data && { comment: root.data.comment, start: startOf(place, rootId) },
    isMissing: wanted !== undefined && found.data !== undefined && rootId === '',
    asked: rootId === '' ? found : root,
  };
}
