import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from '#i18n/words.ts';
import { useSearchParams } from 'react-router';
import { ArticleList, FrontView } from '#articles';
import { useLanguage } from '#i18n/language.tsx';
import { siteQuery } from '#platform/site-queries.ts';
import { HeadOf } from '../head-of.tsx';
import { usePageContext } from '../page-context.ts';
import styles from './pages.module.css';

/** The front page under the day's date; from a cursor on, what is older. */
export function FrontPage() {
  const { t } = useTranslation('articles');
  const { format } = useLanguage();
  const { today } = usePageContext();
  const [search] = useSearchParams();
  const { data: site } = useSuspenseQuery(siteQuery);
  const after = search.get('after') ?? undefined;
  const [first, second] = format.dayInTwoCalendars(today);
  return (
    <div className={styles['front']}>
      <HeadOf head={{ title: site.name, translated: true, feed: true, hidden: after !== undefined }} bare />
      <p className={styles['date']}>
        <time dateTime={today} suppressHydrationWarning>
          <span suppressHydrationWarning>{first} –</span> <span suppressHydrationWarning>{second}</span>
        </time>
      </p>
      {after === undefined ? (
        <>
          <h1 className="visually-hidden">{t('latest')}</h1>
          <FrontView />
        </>
      ) : (
        <>
          <h1 className={styles['section']}>{t('older')}</h1>
          <ArticleList after={after} />
        </>
      )}
    </div>
  );
}
