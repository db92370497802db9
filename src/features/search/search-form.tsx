import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { limits } from '#contract/limits';
import { paths } from '#contract/paths';
import { directionOfText } from '#contract/text/direction';
import { useLanguage } from '#i18n/language.tsx';
import { useTranslation } from '#i18n/words.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/text-field.tsx';
import styles from './search-form.module.css';

/** The box of a search: a plain form that asks for the page of its answer, in place once it can. */
export function SearchForm({ query }: { query: string }) {
  const { t } = useTranslation('search');
  const { code } = useLanguage();
  const navigate = useNavigate();
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState(query);
  // Another search by the browser's own way back and forth is shown in the box.
  const [shown, setShown] = useState(query);
  if (shown !== query) {
    setShown(query);
    setTyped(query);
  }
  // What was typed before the script came stays.
  useEffect(() => setTyped(box.current?.value ?? ''), []);
  const search = (event: FormEvent) => {
    event.preventDefault();
    const q = box.current?.value.trim() ?? '';
    if (q !== query) void navigate(paths.search(code, q));
  };
  return (
    <form role="search" className={styles['form']} action={paths.search(code)} onSubmit={search}>
      <TextField
        ref={box}
        type="search"
        label={t('field')}
        name="q"
        enterKeyHint="search"
        maxLength={limits.query}
        data-shortcut="search"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- an empty page of search is there to be written in
        autoFocus={query === ''}
        value={typed}
        onValue={setTyped}
        dir={directionOfText(typed)}
      />
      <Button type="submit" look="primary">
        {t('search')}
      </Button>
    </form>
  );
}
