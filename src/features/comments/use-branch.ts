import { useQuery } from '@tanstack/react-query';
import type { Comment } from '#contract/comment';
import { locatedCommentQuery, type RepliesStart } from './comment-queries.ts';
import { startOf, type CommentsPlace } from './comments-place.ts';

/** The one branch that a place shows. */
interface Branch {
  /** Its top-level comment. */
  comment: Comment;
  /** Where the replies shown begin. */
  start: RepliesStart;
}

/** The branch of the comment that a place names; missing where the article has no such comment. */
export function useBranch(
  slug: string,
  place: CommentsPlace,
): { branch: Branch | undefined; isMissing: boolean } {
  const wanted = place.branch;
  const located = useQuery({ ...locatedCommentQuery(wanted ?? ''), enabled: wanted !== undefined });
  const rootId = located.data?.rootId ?? '';
  const root = useQuery({ ...locatedCommentQuery(rootId), enabled: rootId !== '' });
  if (wanted === undefined) return { branch: undefined, isMissing: false };
  const isElsewhere = located.isError || (located.data !== undefined && located.data.articleSlug !== slug);
  const branch = root.data && { comment: root.data.comment, start: startOf(place, rootId) };
  return { branch: isElsewhere ? undefined : branch, isMissing: isElsewhere };
}
