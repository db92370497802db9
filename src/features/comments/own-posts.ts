import { useMutationState, useQueryClient, type Mutation } from '@tanstack/react-query';
import { useCallback } from 'react';
import { ProblemError } from '#platform/client.ts';
import { fieldErrorsOf, hasErrors } from './comment-draft.ts';
import type { KeyedDraft } from './comment-mutations.ts';
import { commentKeys } from './comment-queries.ts';

/** A comment of this reader that the article's list does not hold. */
export interface OwnPost {
  draft: KeyedDraft;
  state: 'sending' | 'failed' | 'held';
  error: Error | null;
}

/** The reader's own comments under an article that are on their way, failed or held; the newest first. */
export function useOwnPosts(slug: string): { posts: OwnPost[]; forget: (key: string) => void } {
  const queryClient = useQueryClient();
  const mutationKey = commentKeys.post(slug);
  const states = useMutationState({ filters: { mutationKey }, select: ownPostOf });
  const forget = useCallback(
    (key: string) => {
      const cache = queryClient.getMutationCache();
      const old = cache
        .findAll({ mutationKey: commentKeys.post(slug) })
        .filter((post) => draftOf(post)?.key === key);
      for (const post of old) cache.remove(post);
    },
    [queryClient, slug],
  );
  return { posts: states.filter((post) => post !== undefined).toReversed(), forget };
}

function ownPostOf(mutation: Mutation): OwnPost | undefined {
  const draft = draftOf(mutation);
  const { status, error, data } = mutation.state;
  if (draft === undefined) return undefined;
  if (status === 'pending') return { draft, state: 'sending', error: null };
  if (status === 'success') return isHeld(data) ? { draft, state: 'held', error: null } : undefined;
  // What a field says stands beside the field.
  const inFields = error instanceof ProblemError && hasErrors(fieldErrorsOf(error.problem));
  return status === 'error' && !inFields ? { draft, state: 'failed', error } : undefined;
}

function draftOf({ state: { variables } }: Mutation): KeyedDraft | undefined {
  return isDraft(variables) ? variables : undefined;
}

const isDraft = (value: unknown): value is KeyedDraft =>
  typeof value === 'object' && value !== null && 'key' in value && 'text' in value;

const isHeld = (data: unknown) =>
  typeof data === 'object' && data !== null && 'state' in data && data.state === 'pending';
