import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from '#i18n/words.ts';
import type { Comment, Mine } from '#contract/comment';
import { limits } from '#contract/limits';
import { useLanguage } from '#i18n/language.tsx';
import { useProblemWords } from '#i18n/problem-words.ts';
import { serverNow } from '#platform/server-clock.ts';
import { useFocusAfter } from './after-comment.ts';
import styles from './comment-actions.module.css';
import { deleteComment } from './comment-acts.ts';
import { useConversation } from './conversation.ts';
import { focusOpener } from './opener.ts';
import { useCountdown } from './use-countdown.ts';

interface Props {
  comment: Comment;
  can: Mine['comments'][string]['can'];
}

/** What its writer may do with a comment, and for how long; among what everybody may do. */
export function OwnActions({ comment: { id }, can }: Props) {
  const { t } = useTranslation('thread');
  const { format } = useLanguage();
  const { opened, toggle } = useConversation();
  const seconds = useCountdown(can.until === undefined ? undefined : Date.parse(can.until), serverNow);
  const openedHere = opened?.id === id ? opened.act : undefined;
  if (seconds === undefined || (!can.edit && !can.delete)) return null;
  if (openedHere === 'delete') return <DeleteQuestion id={id} />;
  // A clock a little behind the server's would give more than there are.
  const minutes = Math.min(Math.ceil(seconds / 60), limits.editWindowMinutes);
  return (
    <>
      {can.edit && (
        <button
          type="button"
          name="edit"
          className={styles['action']}
          aria-expanded={openedHere === 'edit'}
          onClick={() => toggle('edit', id)}
        >
          {t('edit')}
        </button>
      )}
      {can.delete && openedHere !== 'edit' && (
        <button type="button" name="delete" className={styles['action']} onClick={() => toggle('delete', id)}>
          {t('delete')}
        </button>
      )}
      <span>
        {seconds < 60
          ? t('secondsLeft', { count: seconds, number: format.number(seconds) })
          : t('minutesLeft', { count: minutes, number: format.number(minutes) })}
      </span>
    </>
  );
}

/** Asked before a comment is deleted; the focus begins at the way back. */
function DeleteQuestion({ id }: { id: string }) {
  const { t } = useTranslation('thread');
  const words = useProblemWords();
  const queryClient = useQueryClient();
  const { slug, close, tell } = useConversation();
  const expectFocus = useFocusAfter(id);
  const isUnderWay = useRef(false);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  const leave = () => {
    close();
    focusOpener({ act: 'delete', id });
  };
  const remove = () => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    // It may go before its own answer has come, by what is heard of it.
    expectFocus(true);
    deleteComment(queryClient, { slug, id }).then(
      () => tell(t('deleted')),
      (error: unknown) => {
        isUnderWay.current = false;
        expectFocus(false);
        tell(t('deleteFailed', { reason: words.of(error) }), id);
      },
    );
  };
  return (
    <>
      <span>{t('deleteSure')}</span>
      <button type="button" className={`${styles['action']} ${styles['danger']}`} onClick={remove}>
        {t('deleteForGood')}
      </button>
      <button type="button" className={styles['action']} onClick={leave} ref={keep}>
        {t('keep')}
      </button>
    </>
  );
}
