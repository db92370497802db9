import { useTranslation } from '#i18n/words.ts';
import type { Article } from '#contract/article';
import { useLanguage } from '#i18n/language.tsx';
import { Moment } from '#i18n/moment.tsx';
import { AuthorNames } from './author-names.tsx';
import { BidiText } from '#ui/bidi-text.tsx';
import styles from './article-meta.module.css';

/** Who wrote it, where, when, how long it is and where it came from; each part isolated from the next. */
export function ArticleMeta({ article }: { article: Article }) {
  const { t } = useTranslation('articles');
  const { format } = useLanguage();
  const { authors, section, dateline, readingMinutes: count, creditLine } = article;
  return (
    <ul className={styles['meta']}>
      {authors.length > 0 && (
        <li>
          {/* Only opinion is signed «بقلم»; a report carries its writer's bare name. */}
          {section?.slug === 'opinion' && <>{t('by')} </>}
          <AuthorNames authors={authors} />
        </li>
      )}
      {dateline !== undefined && (
        <li>
          <BidiText text={dateline} lang={article.lang} />
        </li>
      )}
      <li>
        <Moment time={article.publishedAt} show="date" />
      </li>
      <li>{t('reading', { count, number: format.number(count) })}</li>
      {creditLine !== undefined && (
        <li>
          {t('source')} <BidiText text={creditLine.replace(/^\(|\)$/g, '')} lang={article.lang} />
        </li>
      )}
    </ul>
  );
}
