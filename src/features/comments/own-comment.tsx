import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '#i18n/words.ts';
import type { KeptEntry } from '#outbox';
import { BidiText } from '#ui/bidi-text.tsx';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { CommentText } from './comment-text.tsx';
import { useNextTry, useStateWords } from './own-words.ts';
import { useCountdown } from './use-countdown.ts';
import styles from './own-comment.module.css';

/** Milliseconds after which an answer has been long in coming. */
const patience = 15_000;

interface Props {
  entry: KeptEntry;
  onAsk: () => void;
  /** Puts its words back into the box. */
  onReturn: () => void;
  onDiscard: () => void;
}

/** The reader's own comment in its place while the list does not hold it, with its state in words. */
export function OwnComment({ entry, onAsk, onReturn, onDiscard }: Props) {
  const { t } = useTranslation('writing');
  const { t: ofComments } = useTranslation('comments');
  const stateWords = useStateWords();
  const nextTry = useNextTry();
  const article = useRef<HTMLElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [copied, setCopied] = useState<'copied' | 'selected'>();
  const { stage } = entry;
  const rest = useCountdown(
    stage.is === 'waiting' ? stage.next : stage.is === 'paused' ? stage.until : undefined,
  );
  const isSending = stage.is === 'sending';
  const isLong = useIsLong(isSending);
  // The button goes while it is sent: the focus stays with the comment.
  const ask = () => {
    article.current?.focus();
    onAsk();
  };
  const copy = async () => setCopied((await copyOrSelect(entry.text, text.current)) ? 'copied' : 'selected');
  const isWaiting = stage.is === 'waiting' || stage.is === 'paused';
  const isUnsent = isWaiting || stage.is === 'old' || stage.is === 'refused';
  return (
    <article
      className={styles['own']}
      aria-label={ofComments('by', { name: entry.name })}
      aria-busy={isSending}
      tabIndex={-1}
      ref={article}
    >
      <strong lang="">
        <BidiText text={entry.name} />
      </strong>
      <div ref={text}>
        <CommentText text={entry.text} />
      </div>
      <Notice tone={stage.is === 'refused' ? 'danger' : 'plain'}>
        <p role={isSending ? 'status' : undefined}>
          {isLong ? t('sendingLong') : `${stateWords(entry, rest)} ${nextTry(entry, rest)}`.trim()}
        </p>
      </Notice>
      {isUnsent && (
        <div className={styles['ways']}>
          {stage.is === 'old' && <Button onClick={ask}>{t('sendOld')}</Button>}
          {isWaiting && !(stage.is === 'paused' && rest !== undefined) && (
            <Button onClick={ask}>{t('tryNow')}</Button>
          )}
          {stage.is === 'refused' && <Button onClick={onReturn}>{t('toBox')}</Button>}
          <button type="button" className={styles['action']} onClick={() => void copy()}>
            {t('copy')}
          </button>
          <button type="button" className={styles['action']} onClick={onDiscard}>
            {t('discard')}
          </button>
          <span role="status">{copied && t(copied)}</span>
        </div>
      )}
    </article>
  );
}

/** Copies the words, or selects them where the browser lets nobody copy; says which. */
async function copyOrSelect(text: string, shown: HTMLElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (shown !== null) getSelection()?.selectAllChildren(shown);
    return false;
  }
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
