import { useEffect, useState } from 'react';
import { directionOf } from '#contract/languages';
import { paths } from '#contract/paths';
import { useLanguage } from '#i18n/language.tsx';
import { useTranslation } from '#i18n/words.ts';
import { DirectedText } from '#ui/directed-text.tsx';
import { PageLink } from '#ui/page-link.tsx';
import styles from './kept-articles.module.css';
import { findKept, type KeptArticle } from './find-kept.ts';

/** The articles that this device has, where the page asked for is not among them. */
export function KeptArticles() {
  const { t } = useTranslation('offline');
  const { code, shown } = useLanguage();
  const [kept, setKept] = useState<KeptArticle[]>();
  useEffect(() => {
    let isOver = false;
    void findKept().then((found) => !isOver && setKept(found));
    return () => {
      isOver = true;
    };
  }, []);
  if (kept === undefined) return null;
  if (kept.length === 0) return <p>{t('none')}</p>;
  return (
    <section className={styles['kept']}>
      <h2>{t('kept')}</h2>
      <ul>
        {kept.map(({ slug, title, lang }) => (
          <li key={slug} lang={lang} dir={directionOf(lang)}>
            <PageLink to={paths.article(code, slug)}>
              <DirectedText text={shown(title)} within={directionOf(lang)} />
            </PageLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
