import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Article } from '#contract/article';
import type { RefusedAct, RefusedForm } from '#contract/page';
import { loadLateWords } from '#i18n/i18n.ts';
import { useLanguage } from '#i18n/language.tsx';
import { fetchCode } from '#platform/code.ts';
import { commentKeys, mineQuery } from './comment-queries.ts';
import type { CommentsPlace } from './comments-place.ts';
import type { Conversation, Noted, OwnParts } from './conversation.ts';
import { useEscape } from './use-escape.ts';

type Shared = Pick<Article, 'slug' | 'comments'>;

interface Around {
  /** A plain form post that was refused. */
  refused: RefusedForm | undefined;
  /** A like or a report by plain form that was refused. */
  refusedAct: RefusedAct | undefined;
  noted: Noted | undefined;
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
  { refused, refusedAct, noted, isNear, onPosted }: Around,
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
  const [last, setTold] = useState<Conversation['told'] & { code: string }>();
  const tell = useCallback<Conversation['tell']>(
    (words, failedAt) => setTold((before) => ({ words, failedAt, code, time: (before?.time ?? 0) + 1 })),
    [code],
  );
  // Said in a language that the page no longer speaks, it is said no longer.
  const told = last?.code === code ? last : undefined;
  const toggle = useCallback<Conversation['toggle']>((what, id) => {
    setTold(undefined);
    setOpened((before) => (before?.act === what && before.id === id ? undefined : { act: what, id }));
  }, []);
  const close = useCallback(() => setOpened(undefined), []);
  useEscape(opened, close);
  // With the network back, what failed for want of it is said no longer.
  useEffect(() => {
    const forget = () => setTold(undefined);
    addEventListener('online', forget);
    return () => removeEventListener('online', forget);
  }, []);
  const hasOwn =
    data !== undefined && Object.values(data.comments).some(({ can }) => can.until !== undefined);
  useEffect(() => {
    if (!hasOwn || own !== undefined) return;
    Promise.all([fetchCode(import('./own-parts.ts')), loadLateWords(code)]).then(
      ([parts]) => setOwn(parts),
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
      noted,
      isOpen: comments.state === 'open',
      isNear,
      mine: data?.comments ?? {},
      own,
      opened,
      toggle,
      close,
      told,
      tell,
    }),
    [
      slug,
      onKept,
      refused,
      refusedAct,
      noted,
      comments.state,
      isNear,
      data,
      own,
      opened,
      toggle,
      close,
      told,
      tell,
    ],
  );
}
