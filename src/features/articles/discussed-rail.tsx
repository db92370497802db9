import { useId } from 'react';
import { useTranslation } from '#i18n/words.ts';
import type { ArticleSummary } from '#contract/article';
import { paths } from '#contract/paths';
import { useLanguage } from '#i18n/language.tsx';
import { DirectedText } from '#ui/directed-text.tsx';
import { PageLink } from '#ui/page-link.tsx';
import styles from './discussed-rail.module.css';

/** The most commented articles, numbered. */
export function DiscussedRail({ articles }: { articles: readonly ArticleSummary[] }) {
  const { t } = useTranslation('articles');
  const { code, format } = useLanguage();
  const heading = useId();
  return (
    <aside className={styles['rail']} aria-labelledby={heading}>
      <h2 id={heading} className={styles['heading']}>
        {t('discussed')}
      </h2>
      <ol className={styles['list']}>
        {articles.map(({ id, slug, title, lang, dir, comments: { count } }, index) => (
          <li key={id} className={styles['item']}>
            <span className={styles['number']} aria-hidden>
              {format.number(index + 1)}
            </span>
            <div className={styles['words']}>
              <h3 className={styles['title']} lang={lang} dir={dir}>
                <PageLink to={paths.article(code, slug)}>
                  <DirectedText text={title} within={dir} />
                </PageLink>
              </h3>
              <p className={styles['count']}>{t('comments', { count, number: format.number(count) })}</p>
            </div>
          </li>
        ))}
      </ol>
    </aside>
  );
}
