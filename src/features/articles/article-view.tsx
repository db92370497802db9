import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '#contract/paths';
import { useLanguage } from '#i18n/language.tsx';
import { Moment } from '#i18n/moment.tsx';
import { BidiText } from '#ui/bidi-text.tsx';
import { ArticleBody } from './article-body.tsx';
import { ArticleMeta } from './article-meta.tsx';
import { ArticlePicture } from './article-picture.tsx';
import { articleQuery } from './article-queries.ts';
import styles from './article-view.module.css';

/** One article, in its own language and direction whatever the interface speaks. */
export function ArticleView({ slug }: { slug: string }) {
  const { t } = useTranslation('articles');
  const { code } = useLanguage();
  const { data: article } = useSuspenseQuery(articleQuery(slug));
  const { lang, dir, section, kicker, summary, correction } = article;
  return (
    <article className={styles['article']}>
      <header className={styles['header']} lang={lang} dir={dir}>
        {kicker !== undefined ? (
          <p className={styles['kicker']}>{kicker}</p>
        ) : (
          section !== undefined && (
            <p className={styles['kicker']}>
              <Link to={paths.section(code, section.slug)}>
                <BidiText text={section.name} />
              </Link>
            </p>
          )
        )}
        <h1 className={hasMarks(article.title) ? styles['vocalised'] : styles['headline']}>
          {article.title}
        </h1>
        {summary !== undefined && <p className={styles['standfirst']}>{summary}</p>}
      </header>
      <ArticleMeta article={article} />
      {article.image !== undefined && <ArticlePicture image={article.image} eager />}
      <div className={styles['body']} lang={lang} dir={dir}>
        <ArticleBody blocks={article.body} />
        {article.creditLine !== undefined && <p className={styles['credit']}>{article.creditLine}</p>}
      </div>
      {correction !== undefined && (
        <aside className={styles['correction']} aria-label={t('correction')}>
          <p>
            <strong>{t('correction')}</strong> <Moment time={correction.date} />
          </p>
          <p lang={lang} dir={dir}>
            {correction.text}
          </p>
        </aside>
      )}
      {article.related.length > 0 && (
        <nav className={styles['related']} aria-label={t('related')}>
          <h2>{t('related')}</h2>
          <ul>
            {article.related.map((other) => (
              <li key={other.id} lang={other.lang} dir={other.dir}>
                <Link to={paths.article(code, other.slug)}>{other.title}</Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </article>
  );
}

/** Vowelled headlines need room above and below: their marks would be cut. */
const hasMarks = (title: string) => /[\u064b-\u0652\u0670]/.test(title);
