import type { Article } from '#contract/article';
import { useTranslation } from '#i18n/words.ts';
import styles from './share-row.module.css';

export interface Shared {
  article: Article;
  /** The article's one public address. */
  url: string;
}

/**
 * The ways to hand the whole article on. The networks' are plain links that load nothing of theirs; they
 * open in place, since a phone's own application takes them over and a reader's Back leads here again.
 * What needs script is put beside them by ShareActions.
 */
export function ShareRow({ article, url }: Shared) {
  const { t } = useTranslation('articles');
  const text = encodeURIComponent(article.title);
  const address = encodeURIComponent(url);
  return (
    <div id="share" tabIndex={-1} className={styles['row']}>
      {t('share')}
      {[
        [t('whatsapp'), `https://wa.me/?text=${text}%0A${address}`],
        [t('telegram'), `https://t.me/share/url?url=${address}&text=${text}`],
        [t('x'), `https://x.com/intent/tweet?text=${text}&url=${address}`],
      ].map(([name, href]) => (
        <a key={name} href={href} rel="noopener nofollow">
          {name}
        </a>
      ))}
    </div>
  );
}
