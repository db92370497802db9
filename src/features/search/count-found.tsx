import { useLanguage } from '#i18n/language.tsx';
import { useTranslation } from '#i18n/words.ts';
import styles from './count-found.module.css';

interface Props {
  /** How many are shown. */
  count: number;
  /** Whether none came before them, whether none comes after. */
  isFirst: boolean;
  isLast: boolean;
}

/** Shows how many a search found, as far as the page knows: the site does not count what it has not sent. */
export const countFound = (isFirst: boolean) => (count: number, isLast: boolean) => (
  <FoundCount count={count} isFirst={isFirst} isLast={isLast} />
);

function FoundCount({ count, isFirst, isLast }: Props) {
  const { t } = useTranslation('search');
  const { format } = useLanguage();
  const number = format.number(count);
  const words = isLast ? t('found', { count, number }) : t('first', { count, number });
  return (
    <p role="status" className={styles['count']}>
      {isFirst ? words : t('rest')}
    </p>
  );
}
