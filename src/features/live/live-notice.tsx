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
        <button
          type="button"
          className={styles['button']}
          aria-disabled={state === 'showing'}
          onClick={() => void press()}
        >
          <span className={styles['words']}>{words}</span>
        </button>
      )}
      {state === 'failed' && (
        <p role="alert" className={styles['failed']}>
          {t('failed')}
        </p>
      )}
    </div>
  );
}
