import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from '#i18n/words.ts';
import { useLocation } from 'react-router';
import { paths } from '#contract/paths';
import { nameIn } from '#contract/site';
import { directionOfText } from '#contract/text/direction';
import { ReaderSettings } from '#reader-settings';
import { useLanguage } from '#i18n/language.tsx';
import { siteQuery } from '#platform/site-queries.ts';
import { BidiText } from '#ui/bidi-text.tsx';
import { Icon } from '#ui/icon.tsx';
import { PageLink } from '#ui/page-link.tsx';
import { areMany, LanguageMenu } from './language-menu.tsx';
import styles from './masthead.module.css';

/** Set in the face of its own letters: their height is not the interface's. */
export const scriptOf = (name: string) => (directionOfText(name) === 'rtl' ? 'ar' : 'en');

/** The paper's name, its sections, and the reader's own controls. */
export function Masthead() {
  const { t } = useTranslation('site');
  const { code } = useLanguage();
  const { data: site } = useSuspenseQuery(siteQuery);
  const { pathname } = useLocation();
  const current = (path: string) => (path === pathname ? 'page' : undefined);
  const home = paths.front(code);
  const isRow = areMany(site.languages);
  return (
    <header className={styles['masthead']}>
      {isRow && <LanguageMenu />}
      <PageLink to={home} className={styles['home']} aria-current={current(home)}>
        {site.wordmark && <span className={styles['wordmark']} />}
        <span
          className={site.wordmark ? styles['drawn'] : site.name.length > 14 ? styles['long'] : undefined}
        >
          <BidiText text={site.name} lang={scriptOf(site.name)} />
        </span>
      </PageLink>
      {site.sections.length > 0 && (
        <nav aria-label={t('sections')} className={styles['sections']}>
          <ul>
            {site.sections.map((section) => {
              const path = paths.section(code, section.slug);
              return (
                <li key={section.slug}>
                  <PageLink to={path} aria-current={current(path)}>
                    <BidiText text={nameIn(section, code)} />
                  </PageLink>
                </li>
              );
            })}
          </ul>
        </nav>
      )}
      <div className={styles['tools']}>
        <PageLink
          to={paths.search(code)}
          className={styles['search']}
          data-shortcut="search"
          aria-current={current(paths.search(code))}
        >
          <Icon name="search" />
          <span className="visually-hidden">{t('search')}</span>
        </PageLink>
        <ReaderSettings />
        {!isRow && <LanguageMenu />}
      </div>
    </header>
  );
}
