import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { nameIn } from '#contract/site';
import { ArticleList } from '#articles';
import { useLanguage } from '#i18n/language.tsx';
import { siteQuery } from '#platform/site-queries.ts';
import { BidiText } from '#ui/bidi-text.tsx';
import { HeadOf } from '../head-of.tsx';
import styles from './pages.module.css';

/** The newest of one section. */
export function SectionPage() {
  const { slug = '' } = useParams();
  const [search] = useSearchParams();
  const { code } = useLanguage();
  const { data: site } = useSuspenseQuery(siteQuery);
  const section = site.sections.find((known) => known.slug === slug);
  const name = section === undefined ? slug : nameIn(section, code);
  const after = search.get('after') ?? undefined;
  return (
    <div className={styles['list']}>
      <HeadOf head={{ title: name, translated: true, feed: true, hidden: after !== undefined }} />
      <h1 className={styles['section']}>
        <BidiText text={name} />
      </h1>
      <ArticleList key={slug} section={slug} after={after} />
    </div>
  );
}
