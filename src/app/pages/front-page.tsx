import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ArticleList } from '#articles';
import { useLanguage } from '#i18n/language.tsx';
import { HeadOf } from '../head-of.tsx';
import { usePageContext } from '../page-context.ts';
import { siteQuery } from '../site-queries.ts';
import styles from './pages.module.css';

/** The newest of the site, under the day's date. */
export function FrontPage() {
  const { t } = useTranslation('articles');
  const { format } = useLanguage();
  const { today } = usePageContext();
  const [search] = useSearchParams();
  const { data: site } = useSuspenseQuery(siteQuery);
  const after = search.get('after') ?? undefined;
  return (
    <div className={styles['list']}>
      <HeadOf head={{ title: site.name, translated: true, hidden: after !== undefined }} bare />
      <h1 className="visually-hidden">{t('latest')}</h1>
      <p className={styles['date']}>
        <time dateTime={today} suppressHydrationWarning>
          {format.dayInBothCalendars(today)}
        </time>
      </p>
      <ArticleList after={after} />
    </div>
  );
}
