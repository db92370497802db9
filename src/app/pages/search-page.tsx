import { useTranslation } from '#i18n/words.ts';
import { useSearchParams } from 'react-router';
import { searchQuery } from '#contract/search-query';
import { ArticleList } from '#articles';
import { countFound, markFound, NothingFound, SearchForm } from '#search';
import { HeadOf } from '../head-of.tsx';
import styles from './pages.module.css';

/** Articles with the words asked for in them; the box alone where nothing is asked. */
export function SearchPage() {
  const { t } = useTranslation('search');
  const [search] = useSearchParams();
  const q = searchQuery(search.get('q'));
  const after = search.get('after') ?? undefined;
  return (
    <div className={styles['list']}>
      <HeadOf head={{ title: q === undefined ? t('title') : t('titleOf', { q }), hidden: true }} />
      <h1 className={styles['section']}>{t('title')}</h1>
      <SearchForm query={q ?? ''} />
      {q !== undefined && (
        <ArticleList
          key={q}
          after={after}
          search={{
            q,
            marked: markFound(q),
            found: countFound(after === undefined),
            nothing: <NothingFound query={q} />,
          }}
        />
      )}
    </div>
  );
}
