import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from '#i18n/words.ts';
import type { Comment, Mine } from '#contract/comment';
import { limits } from '#contract/limits';
import { commentAnchor } from '#contract/paths';
import { directionOfText } from '#contract/text/direction';
import { checkText } from '#contract/text/plain-text';
import { useLanguage } from '#i18n/language.tsx';
import { useProblemWords } from '#i18n/problem-words.ts';
import { serverNow } from '#platform/server-clock.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/text-field.tsx';
import styles from './comment-actions.module.css';
import { deleteComment, editComment } from './comment-acts.ts';
import { useConversation } from './conversation.ts';

interface Props {
  comment: Comment;
  can: Mine['comments'][string]['can'];
}

/** What its writer may do with a comment, and for how long. */
export function OwnActions({ comment, can }: Props) {
  const { t } = useTranslation('thread');
  const { format } = useLanguage();
  const words = useProblemWords();
  const queryClient = useQueryClient();
  const { slug, opened, open } = useConversation();
  const seconds = useSecondsRemaining(can.until);
  const [isAsking, setIsAsking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const keep = useRef<HTMLButtonElement>(null);
  const { id } = comment;
  useEffect(() => {
    if (isAsking) keep.current?.focus();
  }, [isAsking]);
  if (seconds <= 0 || (!can.edit && !can.delete)) return null;
  const remove = () => {
    setProblem(undefined);
    deleteComment(queryClient, { slug, id }).then(
      () => document.getElementById(commentAnchor(id))?.focus(),
      (error: unknown) => setProblem(words.of(error)),
    );
  };
  const minutes = Math.floor(seconds / 60);
  return (
    <div className={styles['own']} role="group" aria-label={t('own')}>
      {isAsking ? (
        <>
          <span>{t('deleteSure')}</span>
          <button className={styles['action']} onClick={remove}>
            {t('deleteForGood')}
          </button>
          <button className={styles['action']} onClick={() => setIsAsking(false)} ref={keep}>
            {t('keep')}
          </button>
        </>
      ) : (
        <>
          {can.edit && (
            <button
              className={styles['action']}
              aria-expanded={opened?.act === 'edit' && opened.id === id}
              onClick={() => open('edit', id)}
            >
              {t('edit')}
            </button>
          )}
          {can.delete && (
            <button className={styles['action']} onClick={() => setIsAsking(true)}>
              {t('delete')}
            </button>
          )}
        </>
      )}
      <span>
        {minutes > 0
          ? t('minutesLeft', { count: minutes, number: format.number(minutes) })
          : t('secondsLeft', { count: seconds, number: format.number(seconds) })}
      </span>
      {problem !== undefined && <span role="alert">{problem}</span>}
    </div>
  );
}

/** The box in which a comment's words are changed, in their place. */
export function CommentEditor({ comment }: { comment: Comment }) {
  const { t } = useTranslation('thread');
  const words = useProblemWords();
  const queryClient = useQueryClient();
  const { slug, close } = useConversation();
  const [text, setText] = useState(comment.text);
  const [error, setError] = useState<string>();
  const [isSaving, setIsSaving] = useState(false);
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const { id } = comment;
  const leave = () => {
    close();
    document.getElementById(commentAnchor(id))?.focus();
  };
  useEffect(() => box.current?.focus(), []);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const checked = checkText(text, 'comment');
    if (!checked.ok) {
      setError(words.field(checked.code, limits.comment.max));
      box.current?.focus();
      return;
    }
    if (isSaving) return;
    setIsSaving(true);
    setError(undefined);
    editComment(queryClient, { slug, id }, text).then(leave, (reason: unknown) => {
      setIsSaving(false);
      setError(words.of(reason));
    });
  };
  return (
    <form className={styles['form']} aria-label={t('editYours')} noValidate onSubmit={save}>
      <TextField
        ref={box}
        label={t('text')}
        name="text"
        lines={5}
        value={text}
        onValue={setText}
        dir={directionOfText(text)}
        error={error}
      />
      <div className={styles['ways']}>
        <Button type="submit" look="primary" aria-disabled={isSaving}>
          {isSaving ? t('saving') : t('save')}
        </Button>
        <Button onClick={leave}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

const second = 1_000;

/** Seconds until `until` by the server's clock, counted down; none where it is not said. */
function useSecondsRemaining(until: string | undefined): number {
  const remaining = () => (until === undefined ? 0 : Math.ceil((Date.parse(until) - serverNow()) / second));
  const [seconds, setSeconds] = useState(remaining);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(remaining()), second);
    setSeconds(remaining());
    return () => clearInterval(timer);
    // oxlint-disable-next-line react/exhaustive-deps -- `until` stands for it
  }, [until]);
  return seconds;
}
