import { useTranslation } from '#i18n/words.ts';
import { cleanName } from '#contract/text/plain-text';
import { Sentence } from '#i18n/sentence.tsx';
import { BidiText } from '#ui/bidi-text.tsx';
import styles from './nothing-found.module.css';

/** That no article has the words, and what may help. */
export function NothingFound({ query }: { query: string }) {
  const { t } = useTranslation('search');
  return (
    <div className={styles['nothing']}>
      <p role="status" className={styles['said']}>
        <Sentence words={(q) => t('nothing', { q })}>
          <BidiText text={cleanName(query)} lang="" />
        </Sentence>
      </p>
      <p>{t('hint')}</p>
    </div>
  );
}
