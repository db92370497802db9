import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState, type ComponentType, type ReactNode } from 'react';
import { useTranslation } from '#i18n/words.ts';
import type { Comment } from '#contract/comment';
import { commentAnchor } from '#contract/paths';
import { randomUuid } from '#platform/uuid.ts';
import { useOutbox, type KeptEntry } from '#outbox';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { placeComment } from './comment-mutations.ts';
import { locatedCommentQuery } from './comment-queries.ts';
import type { Answered } from './conversation.ts';
import { draftKey } from './draft-key.ts';
import { giveDraft, readDraft } from './draft-store.ts';
import { offerDraft } from './draft-texts.ts';
import { OwnComment } from './own-comment.tsx';
import { useStateWords } from './own-words.ts';
import styles from './own-comment.module.css';

interface Props {
  slug: string;
  /** Comments whose replies these are; absent for all others. */
  parents?: readonly string[];
  /** The comments shown beside these; undefined until they are there. */
  shown: readonly Comment[] | undefined;
  /** One that is published, as a list shows it where there is one. */
  View?: ComponentType<{ comment: Comment; answers?: Answered | undefined }>;
  /** What a reply says that it answers. */
  answersOf?: (reply: Comment) => Answered | undefined;
  /** What stands here where this reader has none. */
  children?: ReactNode;
  onPosted: () => void;
}

/** The reader's own comments that the list does not hold: on their way, held, refused. */
export function OwnComments({ slug, parents, shown, View, answersOf, children, onPosted }: Props) {
  const { t } = useTranslation('writing');
  const stateWords = useStateWords();
  const { outbox, entries } = useOutbox(slug);
  const isTop = parents === undefined;
  // What answers a comment that is not shown here stands among those that answer none.
  const elsewhere = isTop
    ? shown?.flatMap(({ id, replies }) => [id, ...replies.map((reply) => reply.id)])
    : [];
  const all = entries.filter(({ parentId }) =>
    isTop
      ? parentId === undefined || elsewhere?.includes(parentId) !== true
      : parents.includes(parentId ?? ''),
  );
  const own = all.filter(({ stage }) => !('id' in stage) || !shown?.some(({ id }) => id === stage.id));
  useListed(slug, { own: all, shown, onPosted });
  const awaited = useLanding(all);
  const [discarded, setDiscarded] = useState<KeptEntry>();
  const notice = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (discarded !== undefined) notice.current?.focus();
  }, [discarded]);

  const discard = (entry: KeptEntry) => {
    outbox.forget(entry.key);
    setDiscarded(entry);
  };
  const restore = (entry: KeptEntry) => {
    outbox.restore(entry);
    setDiscarded(undefined);
  };
  const toBox = (entry: KeptEntry) => {
    // Where the comment it answers has gone, its words may still stand by themselves.
    const isAlone = entry.stage.is === 'refused' && entry.stage.problem.code === 'parent_invalid';
    const key = draftKey(slug, isAlone ? undefined : entry.parentId);
    if (giveDraft(key, offerDraft(randomUuid(), entry.text, readDraft(key)))) outbox.forget(entry.key);
  };
  // The one that changed last; what a field says is read out with the field.
  const last = useLastChanged(entries);
  return (
    <>
      {isTop && (
        <p role="status" className="visually-hidden">
          {last !== undefined && stateWords(last)}
        </p>
      )}
      {discarded !== undefined && (
        <Notice>
          <p ref={notice} tabIndex={-1}>
            {t('discarded')}
          </p>
          <Button onClick={() => restore(discarded)}>{t('undo')}</Button>
        </Notice>
      )}
      {own.length === 0 ? (
        children
      ) : (
        <ol className={styles['list']} aria-label={t('own')}>
          {own.map((entry) => (
            <li key={entry.key} className={styles['item']}>
              {View !== undefined && entry.stage.is === 'published' && entry.stage.comment !== undefined ? (
                <View comment={entry.stage.comment} answers={answersOf?.(entry.stage.comment)} />
              ) : (
                <OwnComment
                  entry={entry}
                  onAsk={() => {
                    awaited(entry.key);
                    outbox.ask(entry.key);
                  }}
                  onReturn={() => toBox(entry)}
                  onDiscard={() => discard(entry)}
                />
              )}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

interface Listing {
  own: readonly KeptEntry[];
  shown: readonly Comment[] | undefined;
  onPosted: () => void;
}

/** Puts what was published into the list, and forgets what the list shows. */
function useListed(slug: string, { own, shown, onPosted }: Listing): void {
  const { outbox } = useOutbox(slug);
  const queryClient = useQueryClient();
  const placed = useRef(new Set<string>());
  const place = useEffectEvent((entry: KeptEntry) => {
    if (entry.stage.is !== 'published' || placed.current.has(entry.key)) return;
    placed.current.add(entry.key);
    placeComment(queryClient, slug, entry.stage.comment);
    onPosted();
  });
  useEffect(() => {
    for (const entry of own) {
      const { stage } = entry;
      place(entry);
      if ('id' in stage && shown?.some(({ id }) => id === stage.id)) outbox.forget(entry.key);
    }
  });
  // One that was held may have been published further down than the list shows.
  const held = own.flatMap(({ key, stage }) => (stage.is === 'held' ? [{ key, id: stage.id }] : []));
  const [before] = useState(held);
  useEffect(() => {
    for (const { key, id } of before)
      queryClient.fetchQuery(locatedCommentQuery(id)).then(
        () => outbox.forget(key),
        () => {},
      );
  }, [before, outbox, queryClient]);
}

/** Leads the focus from a comment that was tried again to the same comment in its place. */
function useLanding(own: readonly KeptEntry[]): (key: string) => void {
  const awaited = useRef<{ key: string; id?: string; at?: Element }>(undefined);
  useEffect(() => {
    const landing = awaited.current;
    if (landing === undefined) return;
    const stage = own.find(({ key }) => key === landing.key)?.stage;
    if (stage?.is === 'published') landing.id = stage.id;
    const place = landing.id === undefined ? null : document.getElementById(commentAnchor(landing.id));
    // It may stand among the reader's own first, and then in the list.
    if (place === null || place === landing.at) return;
    landing.at = place;
    place.focus();
  });
  return (key) => {
    awaited.current = { key };
  };
}

/** The entry whose stage changed last while this is shown. */
function useLastChanged(entries: readonly KeptEntry[]): KeptEntry | undefined {
  const [before, setBefore] = useState(entries);
  const [last, setLast] = useState<KeptEntry>();
  const changed = entries.find((entry) => {
    const known = before.find(({ key }) => key === entry.key);
    return known?.stage.is !== entry.stage.is;
  });
  const isSame = entries.length === before.length && entries.every((entry, at) => entry === before[at]);
  if (!isSame) {
    setBefore(entries);
    if (changed !== undefined) setLast(changed);
  }
  return last;
}
