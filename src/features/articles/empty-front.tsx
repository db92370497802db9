import { useTranslation } from '#i18n/words.ts';
import styles from './empty-front.module.css';

/** A paper without an article yet: a word for readers, and for its publisher how the first one comes in. */
export function EmptyFront() {
  const { t } = useTranslation('articles');
  return (
    <div className={styles['empty']}>
      <h2 className={styles['title']}>{t('emptyFront.title')}</h2>
      <p className={styles['text']}>{t('emptyFront.text')}</p>
      <section className={styles['publisher']}>
        <h3>{t('emptyFront.publisher')}</h3>
        <p>{t('emptyFront.how')}</p>
        <pre dir="ltr" tabIndex={0}>
          <code>{command}</code>
        </pre>
        <p className={styles['note']}>{t('emptyFront.formats')}</p>
      </section>
    </div>
  );
}

/** As a terminal takes it, in every language. */
const command = 'npm run import -- article.md';
