import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ArticleBody } from '#articles';
import { useLanguage } from '#i18n/language.tsx';
import { staticPageQuery } from '#platform/site-queries.ts';
import { DirectedText } from '#ui/directed-text.tsx';
import { HeadOf } from '../head-of.tsx';
import styles from './static-page.module.css';

/** A page of the site itself, as its contact or its rules, in the language it is written in. */
export function StaticPage() {
  const { slug = '' } = useParams();
  const { code } = useLanguage();
  const { data: page } = useSuspenseQuery(staticPageQuery(slug, code));
  const { title, lang, dir, body } = page;
  return (
    <article className={styles['page']}>
      <HeadOf head={{ title, translated: true }} />
      <h1 className={styles['title']} lang={lang} dir={dir}>
        <DirectedText text={title} within={dir} />
      </h1>
      <ArticleBody blocks={body} lang={lang} dir={dir} />
    </article>
  );
}
