import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/button.tsx';
import { MoreLink, nextPage } from '#ui/more-link.tsx';
import { Notice } from '#ui/notice.tsx';
import { articleListQuery } from './article-queries.ts';
import styles from './article-list.module.css';
import { Story } from './story.tsx';

/** The newest articles of the site or of a section: the first as the lead, then stories in columns. */
export function ArticleList({ section, after }: { section?: string; after?: string | undefined }) {
  const { t } = useTranslation('articles');
  const { t: tSite } = useTranslation('site');
  const stories = useRef<HTMLUListElement>(null);
  const list = useInfiniteQuery(articleListQuery(section, after));
  if (list.data === undefined) {
    if (list.isPending) return <p role="status">{t('loadingMore')}</p>;
    return (
      <Notice tone="danger">
        <p role="alert">{t('failed')}</p>
        <Button onClick={() => void list.refetch()}>{tSite('tryAgain')}</Button>
      </Notice>
    );
  }
  const [lead, ...rest] = list.data.pages.flatMap((page) => page.items);
  if (lead === undefined) {
    return (
      <div className={styles['empty']}>
        <h2>{t('empty.title')}</h2>
        <p>{t('empty.text')}</p>
      </div>
    );
  }
  return (
    <div className={styles['list']}>
      <Story article={lead} lead />
      {rest.length > 0 && (
        <ul className={styles['stories']} ref={stories}>
          {rest.map((article) => (
            <li key={article.id} className={styles['item']}>
              <Story article={article} />
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
        to={nextPage(list)}
      />
    </div>
  );
}
