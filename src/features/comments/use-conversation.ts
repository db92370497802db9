import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Article } from '#contract/article';
import type { RefusedAct, RefusedForm } from '#contract/page';
import { loadLateWords } from '#i18n/i18n.ts';
import { useLanguage } from '#i18n/language.tsx';
import { fetchCode } from '#platform/code.ts';
import { commentKeys, mineQuery } from './comment-queries.ts';
import type { CommentsPlace } from './comments-place.ts';
import type { Conversation, OwnParts, Told } from './conversation.ts';

type Shared = Pick<Article, 'slug' | 'comments'>;

interface Around {
  /** A plain form post that was refused. */
  refused: RefusedForm | undefined;
  /** A like or a report by plain form that was refused. */
  refusedAct: RefusedAct | undefined;
  told: Told | undefined;
  /** Whether the reader has come near. */
  isNear: boolean;
  onPosted: () => void;
}

/**
 * What the comments of an article share. What is this browser's own is asked for once they come near, and
 * the code for it fetched where there is anything of its own.
 */
export function useConversationOf(
  { slug, comments }: Shared,
  { act, branch }: CommentsPlace,
  { refused, refusedAct, told, isNear, onPosted }: Around,
): Conversation {
  const { code } = useLanguage();
  const queryClient = useQueryClient();
  const { data } = useQuery({ ...mineQuery(slug), enabled: isNear });
  const latest = useRef(onPosted);
  useEffect(() => {
    latest.current = onPosted;
  });
  // What was just written may be changed by its writer.
  const onKept = useCallback(() => {
    void queryClient.invalidateQueries({ queryKey: commentKeys.mine(slug) });
    latest.current();
  }, [queryClient, slug]);
  const [own, setOwn] = useState<OwnParts>();
  const [opened, setOpened] = useState<Conversation['opened']>(
    refused?.parentId !== undefined
      ? { act: 'reply', id: refused.parentId }
      : act === undefined || branch === undefined
        ? undefined
        : { act, id: branch },
  );
  const open = useCallback<Conversation['open']>((what, id) => setOpened({ act: what, id }), []);
  const close = useCallback(() => setOpened(undefined), []);
  const hasOwn =
    data !== undefined && Object.values(data.comments).some(({ can }) => can.until !== undefined);
  useEffect(() => {
    if (!hasOwn || own !== undefined) return;
    Promise.all([fetchCode(import('./own-actions.tsx')), loadLateWords(code)]).then(
      ([{ OwnActions, CommentEditor }]) => setOwn({ Actions: OwnActions, Editor: CommentEditor }),
      // What cannot be had now is asked for at the next visit.
      () => {},
    );
  }, [hasOwn, own, code]);
  return useMemo(
    () => ({
      slug,
      onPosted: onKept,
      refused,
      refusedAct,
      told,
      isOpen: comments.state === 'open',
      mine: data?.comments ?? {},
      own,
      opened,
      open,
      close,
    }),
    [slug, onKept, refused, refusedAct, told, comments.state, data, own, opened, open, close],
  );
}
