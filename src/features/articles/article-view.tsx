import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from '#i18n/words.ts';
import { paths } from '#contract/paths';
import { useLanguage } from '#i18n/language.tsx';
import { Moment } from '#i18n/moment.tsx';
import { siteQuery } from '#platform/site-queries.ts';
import { BidiText } from '#ui/bidi-text.tsx';
import { DirectedText } from '#ui/directed-text.tsx';
import { PageLink } from '#ui/page-link.tsx';
import { ArticleContents } from './article-contents.tsx';
import { ArticleBody } from './article-body.tsx';
import { ArticleMeta } from './article-meta.tsx';
import { ArticlePicture } from './article-picture.tsx';
import { articleQueries } from './article-queries.ts';
import styles from './article-view.module.css';
import { lengthOf } from './headline-length.ts';
import { hasMarks } from './vowel-marks.ts';
import { SectionName } from './section-name.tsx';

interface Props {
  slug: string;
  /** What a reader can do with the whole of it: above its text, and when it has been read. */
  before?: ReactNode;
  after?: ReactNode;
}

/** One article, in its own language and direction whatever the interface speaks. */
export function ArticleView({ slug, before, after }: Props) {
  const { t } = useTranslation('articles');
  const { code, shown } = useLanguage();
  const { data: article } = useSuspenseQuery(articleQueries.one(slug));
  const { data: site } = useSuspenseQuery(siteQuery);
  const { title, lang, dir, section, kicker, summary, creditLine, correction, tags, related } = article;
  return (
    <article className={styles['article']}>
      <div className={styles['progress']} />
      <header className={styles['header']} lang={lang} dir={dir}>
        {(section ?? kicker) !== undefined && (
          <p className={styles['kicker']}>
            {section !== undefined && <SectionName section={section} />}
            {kicker !== undefined && (
              <span>
                <DirectedText text={kicker} within={dir} />
              </span>
            )}
          </p>
        )}
        <h1
          className={hasMarks(title) ? styles['vocalised'] : styles['headline']}
          data-length={lengthOf(title)}
        >
          <DirectedText text={shown(title)} within={dir} />
        </h1>
        {summary !== undefined && (
          <p className={styles['standfirst']}>
            <DirectedText text={shown(summary)} within={dir} />
          </p>
        )}
      </header>
      <ArticleMeta article={article} />
      {before}
      {article.image !== undefined && <ArticlePicture image={article.image} eager lang={lang} dir={dir} />}
      <div className={styles['text']}>
        <ArticleContents article={article} />
        <ArticleBody blocks={article.body} lang={lang} dir={dir}>
          {creditLine !== undefined && (
            <p className={styles['credit']}>
              <DirectedText text={creditLine} />
            </p>
          )}
        </ArticleBody>
      </div>
      {correction !== undefined && (
        <aside className={styles['correction']} aria-label={t('correction')}>
          <p className={styles['corrected']}>
            <strong>{t('correction')}</strong> <Moment time={correction.date} />
          </p>
          <p lang={lang} dir={dir}>
            <DirectedText text={shown(correction.text)} within={dir} />
          </p>
        </aside>
      )}
      {tags.length > 0 && (
        <ul className={styles['tags']} aria-label={t('tags')}>
          {tags.map((tag) => (
            <li key={tag}>
              <BidiText text={tag} lang={lang} />
            </li>
          ))}
        </ul>
      )}
      {after}
      {/* Whoever files the sheet finds the page again. */}
      <p className={styles['address']} dir="ltr">
        {decodeURI(site.url + paths.article(code, slug))}
      </p>
      {related.length > 0 && (
        <nav className={styles['related']} aria-label={t('related')}>
          <h2>{t('related')}</h2>
          <ul>
            {related.map((other) => (
              <li key={other.id} lang={other.lang} dir={other.dir}>
                <PageLink to={paths.article(code, other.slug)}>
                  <DirectedText text={shown(other.title)} within={other.dir} />
                </PageLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </article>
  );
}
