import { useState } from 'react';
import { useLanguage } from '#i18n/language.tsx';
import { useTranslation } from '#i18n/words.ts';
import styles from './reading-sample.module.css';

/** A few lines as articles are set, so that each choice is seen as it is made. */
export function ReadingSample() {
  const { t } = useTranslation('reader-settings');
  const { format, shown, code } = useLanguage();
  const [now] = useState(() => new Date().toISOString());
  return (
    <figure className={styles['sample']} aria-label={t('sample')}>
      <p className={styles['date']}>{format.date(now)}</p>
      <p className={styles['text']} lang={code}>
        {shown(t('sampleText'))}
      </p>
    </figure>
  );
}
