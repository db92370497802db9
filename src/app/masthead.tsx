import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { paths } from '#contract/paths';
import { ReaderSettings } from '#reader-settings';
import { useLanguage } from '#i18n/language.tsx';
import { BidiText } from '#ui/bidi-text.tsx';
import { LanguageMenu } from './language-menu.tsx';
import styles from './masthead.module.css';
import { siteQuery } from './site-queries.ts';

/** The paper's name, its sections, and the reader's own controls. */
export function Masthead() {
  const { t } = useTranslation('site');
  const { code } = useLanguage();
  const { data: site } = useSuspenseQuery(siteQuery);
  const { pathname } = useLocation();
  const current = (path: string) => (path === pathname ? 'page' : undefined);
  return (
    <header className={styles['masthead']}>
      <Link to={paths.front(code)} className={styles['name']} aria-current={current(paths.front(code))}>
        <BidiText text={site.name} />
      </Link>
      {site.sections.length > 0 && (
        <nav aria-label={t('sections')} className={styles['sections']}>
          <ul>
            {site.sections.map(({ slug, name }) => (
              <li key={slug}>
                <Link to={paths.section(code, slug)} aria-current={current(paths.section(code, slug))}>
                  <BidiText text={name} />
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div className={styles['tools']}>
        <ReaderSettings />
        <LanguageMenu />
      </div>
    </header>
  );
}
