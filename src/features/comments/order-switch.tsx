import { useTranslation } from '#i18n/words.ts';
import { commentOrders, type CommentOrder } from '#contract/comment';
import { PageLink } from '#ui/page-link.tsx';
import styles from './order-switch.module.css';

/** In which order the comments stand, and the other ones. */
export function OrderSwitch({ order }: { order: CommentOrder }) {
  const { t } = useTranslation('comments');
  return (
    <nav aria-label={t('order.label')}>
      <ul className={styles['orders']}>
        {commentOrders.map((name) => (
          <li key={name}>
            <PageLink
              to={`?${name === 'newest' ? '' : `order=${name}`}#comments`}
              rel="nofollow"
              className={styles['order']}
              aria-current={name === order ? 'true' : undefined}
            >
              {t(`order.${name}`)}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
