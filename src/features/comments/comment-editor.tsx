import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from '#i18n/words.ts';
import type { Comment } from '#contract/comment';
import { limits } from '#contract/limits';
import type { FieldCode } from '#contract/problem-codes';
import { directionOfText } from '#contract/text/direction';
import { checkText } from '#contract/text/plain-text';
import { useProblemWords } from '#i18n/problem-words.ts';
import { ProblemError } from '#platform/client.ts';
import { serverNow } from '#platform/server-clock.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFocusAfter } from './after-comment.ts';
import styles from './comment-actions.module.css';
import { askWords, editComment } from './comment-acts.ts';
import { useConversation } from './conversation.ts';
import { fieldErrorsOf } from './field-errors.ts';
import { dropEdit, dropOldEdits, keepEdit, readEdit } from './kept-edit.ts';

/** The box in which a comment's words are changed, in their place; they are on the device until they are saved. */
export function CommentEditor({ comment }: { comment: Comment }) {
  const { id } = comment;
  const { t } = useTranslation('thread');
  const { t: ofComments } = useTranslation('comments');
  const words = useProblemWords();
  const queryClient = useQueryClient();
  const { slug, mine, close, tell } = useConversation();
  const expectFocus = useFocusAfter(id);
  /** What the reader has made of the words; nothing yet, the box holds them as they are. */
  const [typed, setTyped] = useState(() => readEdit(id));
  const text = typed ?? comment.text;
  /** What is wrong with the words. */
  const [error, setError] = useState<FieldCode>();
  /** Why right words were not saved. */
  const [failure, setFailure] = useState<{ reason: unknown }>();
  const [isSaving, setIsSaving] = useState(false);
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const until = Date.parse(mine[id]?.can.until ?? '');
  useEffect(() => {
    dropOldEdits(serverNow());
    box.current?.focus();
    box.current?.setSelectionRange(box.current.value.length, box.current.value.length);
  }, []);
  // Another tab of this browser may have changed them; those that do not come are edited as they are known.
  useEffect(() => {
    const leaving = new AbortController();
    askWords(queryClient, { slug, id }, leaving.signal).catch(() => {});
    return () => leaving.abort();
  }, [queryClient, slug, id]);
  const type = (value: string) => {
    setError(undefined);
    if (value === comment.text) {
      setTyped(undefined);
      dropEdit(id);
    } else {
      setTyped(value);
      keepEdit(id, value, until);
    }
  };
  const leave = () => {
    dropEdit(id);
    expectFocus(true);
    close();
  };
  const refuse = (reason: FieldCode) => {
    setError(reason);
    box.current?.focus();
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (isSaving) return;
    setFailure(undefined);
    const checked = checkText(text, 'comment');
    if (!checked.ok) {
      refuse(checked.code);
      return;
    }
    setIsSaving(true);
    setError(undefined);
    // Held again for review, it may go before this box does.
    expectFocus(true);
    editComment(queryClient, { slug, id }, text).then(
      ({ state }) => {
        leave();
        tell(state === 'published' ? t('saved') : ofComments('heldBack'));
      },
      (reason: unknown) => {
        setIsSaving(false);
        expectFocus(false);
        const wrong = reason instanceof ProblemError ? fieldErrorsOf(reason.problem).text : undefined;
        if (wrong !== undefined) refuse(wrong);
        else setFailure({ reason });
      },
    );
  };
  return (
    <form className={styles['form']} aria-label={t('editYours')} noValidate onSubmit={save}>
      <TextField
        ref={box}
        label={t('text')}
        name="text"
        lines={5}
        value={text}
        onValue={type}
        dir={directionOfText(text)}
        error={error && words.field(error, limits.comment.max)}
      />
      {failure !== undefined && (
        <Notice>
          <p role="alert">{t('saveFailed', { reason: words.of(failure.reason) })}</p>
        </Notice>
      )}
      <div className={styles['ways']}>
        <Button type="submit" look="primary" aria-disabled={isSaving}>
          {isSaving ? t('saving') : t('save')}
        </Button>
        <Button onClick={leave}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
