import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from '#i18n/words.ts';
import { MoreLink, nextPage } from '#ui/more-link.tsx';
import { ArticlesFailed, ArticlesLoading } from './article-list-faces.tsx';
import styles from './article-list.module.css';
import { articleQueries } from './article-queries.ts';
import { Story } from './story.tsx';

interface Props {
  section?: string;
  /** Cursor where the list begins; without it the newest article is its lead. */
  after?: string | undefined;
  search?: {
    q: string;
    /** A text with the words of the search marked. */
    marked: (text: string) => ReactNode;
    /** Says how many are shown, and whether they are the last. */
    found: (count: number, isLast: boolean) => ReactNode;
    /** Stands where no article has the words. */
    nothing: ReactNode;
  };
}

/** Articles of the site or of a section, newest first, or those that a search finds. */
export function ArticleList({ section, after, search }: Props) {
  const { t } = useTranslation('articles');
  const stories = useRef<HTMLUListElement>(null);
  const list = useInfiniteQuery(articleQueries.list(section, after, search?.q));
  if (list.data === undefined) {
    return list.isPending ? <ArticlesLoading /> : <ArticlesFailed onRetry={() => void list.refetch()} />;
  }
  const items = list.data.pages.flatMap((page) => page.items);
  const lead = after === undefined && search === undefined ? items[0] : undefined;
  const rest = lead === undefined ? items : items.slice(1);
  const named = section === undefined;
  if (items.length === 0) {
    if (search !== undefined) return search.nothing;
    return (
      <div className={styles['empty']}>
        <h2>{t('empty.title')}</h2>
        <p>{t('empty.text')}</p>
      </div>
    );
  }
  return (
    <div className={styles['list']}>
      {search?.found(items.length, !list.hasNextPage)}
      {lead !== undefined && <Story article={lead} look="lead" named={named} />}
      {rest.length > 0 && (
        <ul className={styles['stories']} ref={stories}>
          {rest.map((article) => (
            <li key={article.id}>
              <Story article={article} named={named} marked={search?.marked} />
            </li>
          ))}
        </ul>
      )}
      <MoreLink
        list={list}
        label={t('more')}
        loadingLabel={t('loadingMore')}
        failedLabel={t('failed')}
        items={stories}
        to={nextPage(list, search && `q=${encodeURIComponent(search.q)}&`)}
      />
    </div>
  );
}
