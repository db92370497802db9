import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ArticleSummary } from '#contract/article';
import { paths } from '#contract/paths';
import { useLanguage } from '#i18n/language.tsx';
import { BidiText } from '#ui/bidi-text.tsx';
import { ArticlePicture } from './article-picture.tsx';
import { Moment } from '#i18n/moment.tsx';
import styles from './story.module.css';

/** An article in a list: section, headline, standfirst, time and comment count. */
export function Story({ article, lead = false }: { article: ArticleSummary; lead?: boolean }) {
  const { t } = useTranslation('articles');
  const { code, format } = useLanguage();
  const { count, state } = article.comments;
  return (
    <article className={lead ? styles['lead'] : styles['story']}>
      <div className={styles['words']}>
        {article.section !== undefined && (
          <p className={styles['section']}>
            <Link to={paths.section(code, article.section.slug)}>
              <BidiText text={article.section.name} />
            </Link>
          </p>
        )}
        <h2 className={styles['headline']} lang={article.lang} dir={article.dir}>
          <Link to={paths.article(code, article.slug)}>{article.title}</Link>
        </h2>
        {article.summary !== undefined && (
          <p className={styles['summary']} lang={article.lang} dir={article.dir}>
            {article.summary}
          </p>
        )}
        <ul className={styles['meta']}>
          {article.authors.map(({ name }) => (
            <li key={name}>
              <BidiText text={name} />
            </li>
          ))}
          <li>
            <Moment time={article.publishedAt} show="relative" />
          </li>
          {state !== 'hidden' && <li>{t('comments', { count, number: format.number(count) })}</li>}
        </ul>
      </div>
      {lead && article.image !== undefined && <ArticlePicture image={article.image} eager />}
    </article>
  );
}
