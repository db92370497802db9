import { MutationObserver, type QueryClient } from '@tanstack/react-query';
import type { Comment, Mine } from '#contract/comment';
import { call, ProblemError } from '#platform/client.ts';
import { changeComment, removed, type Change } from './comment-cache.ts';
import { commentKeys, locateComment, locatedCommentQuery, mineQuery } from './comment-queries.ts';

/** A comment, under the article at `slug`. */
interface Place {
  slug: string;
  id: string;
}

/** Likes a comment, or no longer; shown at once, and taken back where it fails. Throws what the API answers. */
export async function likeComment(client: QueryClient, place: Place, liked: boolean): Promise<void> {
  const { queryKey } = mineQuery(place.slug);
  const show = (mine: boolean, count: (before: number) => number) => {
    changeComment(client, place.slug, place.id, (comment) => ({
      ...comment,
      likes: { count: count(comment.likes.count) },
    }));
    client.setQueryData(queryKey, (known) => withLike(known, place.id, mine));
  };
  const step = liked ? 1 : -1;
  const input = { params: { id: place.id } };
  const like = new MutationObserver(client, {
    networkMode: 'always',
    mutationFn: () =>
      liked ? call('PUT /api/comments/:id/like', input) : call('DELETE /api/comments/:id/like', input),
  });
  await client.cancelQueries({ queryKey });
  const wasKnown = client.getQueryData(queryKey) !== undefined;
  show(liked, (before) => Math.max(0, before + step));
  try {
    const { count, mine } = await like.mutate();
    show(mine, () => count);
  } catch (error) {
    show(!liked, (before) => Math.max(0, before - step));
    throw error;
  } finally {
    // This like is not all that is this browser's own.
    if (!wasKnown) void client.invalidateQueries({ queryKey });
  }
}

function withLike(known: Mine | undefined, id: string, liked: boolean): Mine {
  const comments = known?.comments ?? {};
  const before = comments[id] ?? { liked, can: { edit: false, delete: false } };
  return { comments: { ...comments, [id]: { ...before, liked } } };
}

/** Asks how a comment of this browser reads now; what stands below it stays as it is shown. */
export async function askWords(client: QueryClient, { slug, id }: Place, signal: AbortSignal): Promise<void> {
  const { comment } = await locateComment(id, signal);
  if (comment.state !== 'published' || signal.aborted) return;
  changeComment(client, slug, id, withBelow(comment));
}

/** A comment in the place of what it was, with what stood below that. */
const withBelow =
  (comment: Comment): Change =>
  ({ replies, replyCount }) => ({ ...comment, replies, replyCount });

/** Keeps new words of a comment of this browser. Throws what the API answers. */
export async function editComment(client: QueryClient, { slug, id }: Place, text: string): Promise<Comment> {
  const edit = new MutationObserver(client, {
    networkMode: 'always',
    mutationFn: () => call('PATCH /api/comments/:id', { params: { id }, body: { text } }),
  });
  const comment = await edit.mutate();
  // Held again for review, it is nobody's to see.
  changeComment(client, slug, id, comment.state === 'published' ? withBelow(comment) : removed);
  return comment;
}

/** Takes a comment of this browser away. Throws what the API answers. */
export async function deleteComment(client: QueryClient, { slug, id }: Place): Promise<void> {
  const remove = new MutationObserver(client, {
    mutationKey: commentKeys.deleting(id),
    networkMode: 'always',
    mutationFn: async () => {
      await call('DELETE /api/comments/:id', { params: { id } });
      return restOf(client, id);
    },
  });
  changeComment(client, slug, id, await remove.mutate());
}

/** What is left of a deleted comment: somebody may have answered it whom this page has not heard of. */
async function restOf(client: QueryClient, id: string): Promise<Change> {
  try {
    const { comment } = await client.fetchQuery({ ...locatedCommentQuery(id), staleTime: 0 });
    // An answer travels with none of its own.
    return ({ replies }) => (comment.parentId === undefined ? comment : { ...comment, replies });
  } catch (error) {
    const isGone = error instanceof ProblemError && error.problem.code === 'not_found';
    return isGone ? () => undefined : removed;
  }
}

/** Tells the paper of a comment, and why. Throws what the API answers. */
export async function reportComment(client: QueryClient, id: string, reason: string): Promise<void> {
  const report = new MutationObserver(client, {
    networkMode: 'always',
    mutationFn: () => call('POST /api/comments/:id/reports', { params: { id }, body: { reason } }),
  });
  await report.mutate();
}
