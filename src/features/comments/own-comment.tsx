import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '#i18n/words.ts';
import { limits } from '#contract/limits';
import { useProblemWords } from '#i18n/problem-words.ts';
import { ConnectionError, ProblemError } from '#platform/client.ts';
import { isPassing } from '#platform/query-client.ts';
import { BidiText } from '#ui/bidi-text.tsx';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { CommentText } from './comment-text.tsx';
import { mistakesIn, type OwnPost } from './own-posts.ts';
import styles from './own-comment.module.css';

/** Milliseconds after which an answer has been long in coming. */
const patience = 15_000;

interface Props {
  post: OwnPost;
  /** Whether its words stand in the box too. */
  inBox: boolean;
  onRetry: () => void;
}

/** The reader's own comment in its place while the list does not hold it, with its state in words. */
export function OwnComment({ post: { draft, state, error }, inBox, onRetry }: Props) {
  const { t } = useTranslation('comments');
  const reason = useReason();
  const stateWords = useStateWords();
  const article = useRef<HTMLElement>(null);
  const isSending = state === 'sending';
  const isLong = useIsLong(isSending);
  // The button goes while it is sent: the focus stays with the comment.
  const again = () => {
    article.current?.focus();
    onRetry();
  };
  return (
    <article
      className={styles['own']}
      aria-label={t('by', { name: draft.name })}
      aria-busy={isSending}
      tabIndex={-1}
      ref={article}
    >
      <strong lang="">
        <BidiText text={draft.name} />
      </strong>
      <CommentText text={draft.text} />
      <Notice tone={state === 'failed' ? 'danger' : 'plain'}>
        <p role={isSending ? 'status' : undefined}>{isLong ? t('sendingLong') : stateWords(state)}</p>
        {state === 'failed' && (
          <>
            <p>{reason(error)}</p>
            {inBox && <p>{t('kept')}</p>}
            {canRetry(error) && <Button onClick={again}>{t('tryAgain')}</Button>}
          </>
        )}
      </Notice>
    </article>
  );
}

/** Whether something goes on for so long that its reader is told. */
function useIsLong(goesOn: boolean): boolean {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    if (!goesOn) return;
    const timer = setTimeout(() => setIsLong(true), patience);
    return () => {
      clearTimeout(timer);
      setIsLong(false);
    };
  }, [goesOn]);
  return isLong;
}

/** Words for how a comment stands. */
export function useStateWords() {
  const { t } = useTranslation('comments');
  return (state: OwnPost['state']) =>
    ({ sending: t('sending'), failed: t('failed'), held: t('held'), published: t('sent') })[state];
}

/** Words for why a comment was not sent. */
export function useReason() {
  const words = useProblemWords();
  return (error: Error | null): string => {
    const { name, text } = mistakesIn(error) ?? {};
    if (name !== undefined) return words.field(name, limits.name.max);
    if (text !== undefined) return words.field(text, limits.comment.max);
    if (error instanceof ProblemError) return words.problem(error.problem);
    return error instanceof ConnectionError ? words.problem(undefined) : words.unexpected;
  };
}

/** What the server will not take however often it is asked has no button. */
const canRetry = (error: Error | null) =>
  isPassing(error) ||
  !(error instanceof ProblemError) ||
  error.problem.code === 'rate_limited' ||
  error.problem.code === 'in_progress';
