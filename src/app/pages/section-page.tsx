import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { ArticleList } from '#articles';
import { BidiText } from '#ui/bidi-text.tsx';
import { HeadOf } from '../head-of.tsx';
import { siteQuery } from '../site-queries.ts';
import styles from './pages.module.css';

/** The newest of one section. */
export function SectionPage() {
  const { slug = '' } = useParams();
  const [search] = useSearchParams();
  const { data: site } = useSuspenseQuery(siteQuery);
  const name = site.sections.find((section) => section.slug === slug)?.name ?? slug;
  const after = search.get('after') ?? undefined;
  return (
    <div className={styles['list']}>
      <HeadOf head={{ title: name, translated: true, hidden: after !== undefined }} />
      <h1 className={styles['section']}>
        <BidiText text={name} />
      </h1>
      <ArticleList key={slug} section={slug} after={after} />
    </div>
  );
}
