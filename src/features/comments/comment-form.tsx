import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useId, useLayoutEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from '#i18n/words.ts';
import { limits } from '#contract/limits';
import type { RefusedForm } from '#contract/page';
import { directionOfText } from '#contract/text/direction';
import { useLanguage } from '#i18n/language.tsx';
import { useProblemWords } from '#i18n/problem-words.ts';
import { apiAddress } from '#platform/client.ts';
import { siteQuery } from '#platform/site-queries.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { TextField } from '#ui/text-field.tsx';
import styles from './comment-form.module.css';
import { hasErrors } from './field-errors.ts';
import { useFormBoxes } from './form-boxes.ts';
import { Refusal } from './refused-comment.tsx';
import { loadWriting, useWritingCode } from './writing-code.ts';

interface Props {
  slug: string;
  /** The comment answered; absent in the form for a new one. */
  parentId?: string | undefined;
  /** Its heading, by which it is called. */
  label: ReactNode;
  /** A plain form post that was refused: the form begins with its words. */
  refused?: RefusedForm | undefined;
  /** Whether a press has opened it: its text takes the focus. */
  isOpened?: boolean;
  /** Closes it; absent where it always stands. */
  onCancel?: (() => void) | undefined;
  /** Called once the server or the device's outbox holds what was sent. */
  onHeld?: () => void;
}

/** The box for a comment: a plain form that posts by itself, and sends through the outbox once it can. */
export function CommentForm({ slug, parentId, label, refused, isOpened = false, onCancel, onHeld }: Props) {
  const { t } = useTranslation('comments');
  const { code } = useLanguage();
  const words = useProblemWords();
  const queryClient = useQueryClient();
  const { data: site } = useSuspenseQuery(siteQuery);
  const heading = useId();
  const name = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const text = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const boxes = useFormBoxes(refused);
  const writing = useWritingCode();
  /** Key of what was sent last, and whether the boxes were edited since. */
  const [sent, setSent] = useState<string>();
  const isEdited = useRef(true);
  const [isTold, setIsTold] = useState(false);
  const [sending, setSending] = useState<'fetching' | 'failed'>();
  const { found, errors } = boxes;
  // Only a form that came back refused begins with errors; the browser itself then goes to the first.
  const [begin] = useState(() =>
    errors.name !== undefined ? 'name' : errors.text !== undefined ? 'text' : undefined,
  );

  useEffect(() => {
    if (found.name !== undefined) name.current?.focus();
    else if (found.text !== undefined) text.current?.focus();
    if (hasErrors(found)) isEdited.current = true;
  }, [found]);
  useEffect(() => {
    if (isOpened) text.current?.focus();
  }, [isOpened]);

  const inBoxes = () => ({ name: name.current?.value ?? '', text: text.current?.value ?? '' });
  const { setName, setText } = boxes;
  // Before script came the boxes were the browser's alone: what was typed into them is the draft.
  useLayoutEffect(() => {
    const typed = inBoxes();
    if (typed.name !== '') setName(typed.name);
    if (typed.text !== '') setText(typed.text);
    if (refused !== undefined) boxes.find(found);
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the page is taken over
  }, []);

  const send = async (letter: { name: string; text: string }) => {
    setSending('fetching');
    try {
      const { sendComment } = await loadWriting(code);
      const last = isEdited.current ? undefined : sent;
      const { key, mistakes } = sendComment(queryClient, { slug, parentId, ...letter }, last);
      if (mistakes !== undefined) boxes.find(mistakes);
      if (key !== undefined) {
        isEdited.current = false;
        setSent(key);
        setIsTold(true);
      }
      setSending(undefined);
    } catch {
      // The words stay in the boxes; the next press tries again.
      setSending('failed');
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (sending !== 'fetching') void send(inBoxes());
  };
  const onEdit = (set: (value: string) => void) => (value: string) => {
    isEdited.current = true;
    setIsTold(false);
    set(value);
  };
  return (
    <form
      className={styles['form']}
      aria-labelledby={heading}
      method="post"
      action={apiAddress(`/api/articles/${encodeURIComponent(slug)}/comments`)}
      noValidate
      onSubmit={submit}
    >
      <h3 id={heading}>{label}</h3>
      {refused !== undefined && begin === undefined && <Refusal problem={refused.problem} />}
      <input type="hidden" name="lang" value={code} />
      {parentId !== undefined && <input type="hidden" name="parentId" value={parentId} />}
      <TextField
        ref={name}
        label={t('name')}
        name="name"
        autoComplete="name"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- only in a form that came back refused, where script cannot do it
        autoFocus={begin === 'name'}
        value={boxes.name}
        onValue={onEdit(setName)}
        dir={directionOfText(boxes.name)}
        error={errors.name && words.field(errors.name, limits.name.max)}
      />
      <TextField
        ref={text}
        label={t('text')}
        name="text"
        lines={5}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- only in a form that came back refused, where script cannot do it
        autoFocus={begin === 'text'}
        value={boxes.text}
        onValue={onEdit(boxes.typeText)}
        dir={directionOfText(boxes.text)}
        error={errors.text && words.field(errors.text, limits.comment.max)}
      />
      {writing ? (
        <writing.WritingTools
          slug={slug}
          parentId={parentId}
          boxes={boxes}
          sent={sent}
          box={text}
          onHeld={onHeld}
        />
      ) : (
        <span className={`needs-script ${styles['room']}`} />
      )}
      <p className={styles['rules']}>{site.commentNote?.[code] ?? t('rules')}</p>
      {sending === 'failed' && (
        <Notice tone="danger">
          <p role="alert">{words.problem(undefined)}</p>
        </Notice>
      )}
      <div className={styles['ways']}>
        <Button type="submit" look="primary">
          {t('send')}
        </Button>
        {onCancel !== undefined && <Button onClick={onCancel}>{t('cancel')}</Button>}
        <span role="status">{sending === 'fetching' && t('sending')}</span>
        {writing && isTold && sent !== undefined && <writing.SentLine key={sent} slug={slug} sent={sent} />}
      </div>
    </form>
  );
}
