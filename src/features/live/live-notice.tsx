import { useState, type RefObject } from 'react';
import { useLanguage } from '#i18n/language.tsx';
import { useTranslation } from '#i18n/words.ts';
import { Button } from '#ui/button.tsx';
import type { LiveList } from './live-list.ts';
import styles from './live-notice.module.css';
import { useLiveComments } from './use-live-comments.ts';

interface Props {
  slug: string;
  list: LiveList;
  /** Within the section of the conversation. */
  place: RefObject<HTMLElement | null>;
}

/** How many comments have come since the reader came, said once and shown when it is wished for. */
export function LiveNotice({ slug, list, place }: Props) {
  const { t } = useTranslation('live');
  const { format } = useLanguage();
  const { fresh, show } = useLiveComments(slug, list, place);
  const [state, setState] = useState<'showing' | 'failed'>();
  const words = t('fresh', { count: fresh, number: format.number(fresh) });
  const press = async () => {
    if (state === 'showing') return;
    setState('showing');
    try {
      await show();
      setState(undefined);
    } catch {
      setState('failed');
    }
  };
  return (
    <div className={styles['notice']}>
      <p role="status" className="visually-hidden">
        {fresh > 0 && words}
      </p>
      {fresh > 0 && (
        <span className={styles['button']}>
          <Button aria-disabled={state === 'showing'} onClick={() => void press()}>
            {words}
          </Button>
        </span>
      )}
      {state === 'failed' && (
        <p role="alert" className={styles['failed']}>
          {t('failed')}
        </p>
      )}
    </div>
  );
}
