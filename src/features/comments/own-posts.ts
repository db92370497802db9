import { useMutationState, useQueryClient, type MutationState } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import type { Comment } from '#contract/comment';
import { ProblemError } from '#platform/client.ts';
import { fieldErrorsOf, hasErrors, type CommentDraft, type FieldErrors } from './comment-draft.ts';
import type { KeyedDraft } from './comment-mutations.ts';
import { commentKeys } from './comment-queries.ts';

/** A comment of this reader, as it was sent and as it stands now. */
export interface OwnPost {
  draft: KeyedDraft;
  state: 'sending' | 'failed' | 'held' | 'published';
  error: Error | null;
  /** What the server found wrong with its name or its text; undefined where it failed otherwise. */
  mistakes?: FieldErrors | undefined;
  /** As the server holds it. */
  comment?: Comment | undefined;
}

/** All comments this reader sent from under an article, the newest first. */
export function useOwnPosts(slug: string): { posts: OwnPost[]; forget: (key: string) => void } {
  const queryClient = useQueryClient();
  const mutationKey = commentKeys.post(slug);
  const states = useMutationState({ filters: { mutationKey }, select: ({ state }) => ownPostOf(state) });
  const forget = useCallback(
    (key: string) => {
      const cache = queryClient.getMutationCache();
      const old = cache
        .findAll({ mutationKey: commentKeys.post(slug) })
        .filter((post) => ownPostOf(post.state)?.draft.key === key);
      for (const post of old) cache.remove(post);
    },
    [queryClient, slug],
  );
  return { posts: states.filter((post) => post !== undefined).toReversed(), forget };
}

/**
 * Those of `posts` that stand nowhere else. One that the list holds is forgotten; one that was refused
 * for what its fields say goes back into the boxes while they still hold its words, and else stays here,
 * so that its words are never lost.
 */
export function useShownPosts(
  posts: OwnPost[],
  {
    items,
    draft,
    forget,
  }: { items: Comment[] | undefined; draft: CommentDraft; forget: (key: string) => void },
): OwnPost[] {
  const listed = posts.filter(
    ({ state, comment }) => state === 'published' && items?.some(({ id }) => id === comment?.id),
  );
  useEffect(() => {
    for (const post of listed) forget(post.draft.key);
  });
  const refused = posts.find((post) => post.mistakes !== undefined && draft.holds(post.draft));
  useEffect(() => {
    if (refused?.mistakes === undefined || refused.draft.key === draft.mending) return;
    draft.mend(refused.draft.key, refused.mistakes);
    // oxlint-disable-next-line react/exhaustive-deps -- once for each refusal
  }, [refused]);
  return posts.filter(
    (post) => !listed.includes(post) && post !== refused && post.draft.key !== draft.mending,
  );
}

type Sent = Pick<MutationState, 'status' | 'variables' | 'data' | 'error'>;

/** How a comment stands that was sent; undefined where nothing was. */
export function ownPostOf({ status, variables: draft, data, error }: Sent): OwnPost | undefined {
  if (!isDraft(draft)) return undefined;
  const post: OwnPost = { draft, state: 'sending', error: null };
  if (status === 'error') return { ...post, state: 'failed', error, mistakes: mistakesIn(error) };
  if (!isComment(data)) return post;
  return { ...post, state: data.state === 'pending' ? 'held' : 'published', comment: data };
}

/** What an error says of the fields; undefined where it says nothing of them. */
export function mistakesIn(error: Error | null): FieldErrors | undefined {
  const mistakes = error instanceof ProblemError ? fieldErrorsOf(error.problem) : {};
  return hasErrors(mistakes) ? mistakes : undefined;
}

const isDraft = (value: unknown): value is KeyedDraft =>
  typeof value === 'object' && value !== null && 'key' in value && 'text' in value;

const isComment = (data: unknown): data is Comment =>
  typeof data === 'object' && data !== null && 'id' in data && 'state' in data;
