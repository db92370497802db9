import { useTranslation } from '#i18n/words.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import styles from './article-list-faces.module.css';

/** Where articles come: the room of a lead and of stories, in grey, and the word for those who do not see it. */
export function ArticlesLoading() {
  const { t } = useTranslation('articles');
  return (
    <div className={styles['loading']}>
      <p role="status" className="visually-hidden">
        {t('loading')}
      </p>
      <div className={styles['lead']} />
      <div className={styles['story']} />
      <div className={styles['story']} />
    </div>
  );
}

/** Articles that did not come, and another try. */
export function ArticlesFailed({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('articles');
  const { t: tSite } = useTranslation('site');
  return (
    <div className={styles['failed']}>
      <Notice tone="danger">
        <p role="alert">{t('failed')}</p>
        <span className="needs-script">
          <Button onClick={onRetry}>{tSite('tryAgain')}</Button>
        </span>
      </Notice>
    </div>
  );
}
