import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from '#i18n/words.ts';
import type { Comment } from '#contract/comment';
import { limits } from '#contract/limits';
import { commentAnchor } from '#contract/paths';
import { useLanguage } from '#i18n/language.tsx';
import { useProblemWords } from '#i18n/problem-words.ts';
import { apiAddress, ProblemError } from '#platform/client.ts';
import { fetchCode } from '#platform/code.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/text-field.tsx';
import styles from './comment-actions.module.css';
import { useConversation } from './conversation.ts';

/** The box in which a reader tells the paper of a comment, under it. */
export function ReportForm({ of: { id } }: { of: Comment }) {
  const { t } = useTranslation('comments');
  const { code } = useLanguage();
  const words = useProblemWords();
  const queryClient = useQueryClient();
  const { refusedAct, close } = useConversation();
  const refused = refusedAct?.id === id ? refusedAct : undefined;
  const wordsOf = (error: unknown) => {
    const [wrong] = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
    return wrong === undefined ? words.of(error) : words.field(wrong.code, limits.reason.max);
  };
  const [reason, setReason] = useState(refused?.reason ?? '');
  /** Nothing written, or why the report was not taken. */
  const [error, setError] = useState<unknown>(refused && new ProblemError(refused.problem));
  const [isSent, setIsSent] = useState(false);
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const thanks = useRef<HTMLParagraphElement>(null);
  useEffect(() => box.current?.focus(), []);
  useEffect(() => {
    if (isSent) thanks.current?.focus();
  }, [isSent]);
  const leave = () => {
    close();
    document.getElementById(commentAnchor(id))?.focus();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    setError(undefined);
    const text = box.current?.value ?? '';
    if (text.trim() === '') {
      setError('required');
      box.current?.focus();
      return;
    }
    fetchCode(import('./comment-acts.ts'))
      .then(({ reportComment }) => reportComment(queryClient, id, text))
      .then(() => setIsSent(true), setError);
  };
  if (isSent)
    return (
      <p role="status" tabIndex={-1} className={styles['done']} ref={thanks}>
        {t('reported')}
      </p>
    );
  return (
    <form
      className={styles['form']}
      aria-label={t('reportIt')}
      method="post"
      action={apiAddress(`/api/comments/${encodeURIComponent(id)}/reports`)}
      noValidate
      onSubmit={send}
    >
      <input type="hidden" name="lang" value={code} />
      <TextField
        ref={box}
        label={t('reason')}
        name="reason"
        lines={3}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the reader has just asked for it; without script nothing else leads there
        autoFocus
        value={reason}
        onValue={setReason}
        error={
          error === undefined
            ? undefined
            : error === 'required'
              ? words.field(error, limits.reason.max)
              : wordsOf(error)
        }
      />
      <div className={styles['ways']}>
        <Button type="submit" look="primary">
          {t('sendReport')}
        </Button>
        <span className="needs-script">
          <Button onClick={leave}>{t('cancel')}</Button>
        </span>
      </div>
    </form>
  );
}
