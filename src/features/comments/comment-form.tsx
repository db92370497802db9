import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useId, useLayoutEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from '#i18n/words.ts';
import { limits } from '#contract/limits';
import type { Problem } from '#contract/problem';
import { directionOfText } from '#contract/text/direction';
import { useLanguage } from '#i18n/language.tsx';
import { useProblemWords } from '#i18n/problem-words.ts';
import { apiAddress } from '#platform/client.ts';
import { siteQuery } from '#platform/site-queries.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { CommentDraft, Words } from './comment-draft.ts';
import styles from './comment-form.module.css';
import { Refusal } from './refused-comment.tsx';

interface Props {
  slug: string;
  draft: CommentDraft;
  /** Why a plain form post was refused, where the fields do not say it. */
  refusal: Problem | undefined;
  onSend: (words: Words) => void;
}

/** The box for a new comment: a plain form that posts by itself, and sends in place once it can. */
export function CommentForm({ slug, draft, refusal, onSend }: Props) {
  const { t } = useTranslation('comments');
  const { code } = useLanguage();
  const words = useProblemWords();
  const { data: site } = useSuspenseQuery(siteQuery);
  const heading = useId();
  const name = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const text = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const { found, errors } = draft;
  // Only a form that came back refused begins with errors; the browser itself then goes to the first.
  const [begin] = useState(() =>
    errors.name !== undefined ? 'name' : errors.text !== undefined ? 'text' : undefined,
  );

  useEffect(() => {
    if (found.name !== undefined) name.current?.focus();
    else if (found.text !== undefined) text.current?.focus();
  }, [found]);

  const inBoxes = () => ({ name: name.current?.value ?? '', text: text.current?.value ?? '' });
  // Before script came the boxes were the browser's alone: what was typed into them is the draft.
  useLayoutEffect(() => {
    draft.adopt(inBoxes());
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the page is taken over
  }, []);

  const send = (event: FormEvent) => {
    event.preventDefault();
    onSend(inBoxes());
  };
  return (
    <form
      className={styles['form']}
      aria-labelledby={heading}
      method="post"
      action={apiAddress(`/api/articles/${encodeURIComponent(slug)}/comments`)}
      noValidate
      onSubmit={send}
    >
      <h3 id={heading}>{t('add')}</h3>
      {refusal !== undefined && <Refusal problem={refusal} />}
      <input type="hidden" name="lang" value={code} />
      <TextField
        ref={name}
        label={t('name')}
        name="name"
        autoComplete="name"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- only in a form that came back refused, where script cannot do it
        autoFocus={begin === 'name'}
        value={draft.name}
        onValue={draft.setName}
        dir={directionOfText(draft.name)}
        error={errors.name && words.field(errors.name, limits.name.max)}
      />
      <TextField
        ref={text}
        label={t('text')}
        name="text"
        lines={5}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- only in a form that came back refused, where script cannot do it
        autoFocus={begin === 'text'}
        value={draft.text}
        onValue={draft.setText}
        dir={directionOfText(draft.text)}
        error={errors.text && words.field(errors.text, limits.comment.max)}
      />
      <p className={styles['rules']}>{site.commentNote?.[code] ?? t('rules')}</p>
      <div>
        <Button type="submit" look="primary">
          {t('send')}
        </Button>
      </div>
    </form>
  );
}
