import { useState } from 'react';
import { useLanguage } from '#i18n/language.tsx';
import { useTranslation } from '#i18n/words.ts';
import styles from './live-notice.module.css';
import { useLiveComments, type Listening } from './use-live-comments.ts';

/** How many comments have come since the reader came, said once and shown when it is wished for. */
export function LiveNotice(listening: Listening) {
  const { t } = useTranslation('live');
  const { format } = useLanguage();
  const { fresh, show } = useLiveComments(listening);
  /** How many are being shown: the button has the focus until there is something to lead to. */
  const [showing, setShowing] = useState<number>();
  const [hasFailed, setHasFailed] = useState(false);
  const count = showing ?? fresh;
  const words = t('fresh', { count, number: format.number(count) });
  const press = async () => {
    if (showing !== undefined) return;
    setShowing(fresh);
    setHasFailed(false);
    try {
      await show();
    } catch {
      setHasFailed(true);
    } finally {
      setShowing(undefined);
    }
  };
  return (
    <div className={styles['notice']}>
      <p role="status" className="visually-hidden">
        {count > 0 && words}
      </p>
      {count > 0 && (
        <button
          type="button"
          className={styles['button']}
          aria-disabled={showing !== undefined}
          onClick={() => void press()}
        >
          <span className={styles['words']}>{words}</span>
        </button>
      )}
      {hasFailed && (
        <p role="alert" className={styles['failed']}>
          {t('failed')}
        </p>
      )}
    </div>
  );
}
