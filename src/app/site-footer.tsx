import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from '#i18n/words.ts';
import { paths } from '#contract/paths';
import { nameIn } from '#contract/site';
import { useLanguage } from '#i18n/language.tsx';
import { apiAddress } from '#platform/client.ts';
import { siteQuery } from '#platform/site-queries.ts';
import { BidiText } from '#ui/bidi-text.tsx';
import { scriptOf } from './masthead.tsx';
import { PageLink } from '#ui/page-link.tsx';
import styles from './site-footer.module.css';

/** The paper's name and its own pages, at the end of every page. */
export function SiteFooter() {
  const { t } = useTranslation('site');
  const { code } = useLanguage();
  const { data: site } = useSuspenseQuery(siteQuery);
  return (
    <footer className={styles['footer']}>
      <p className={styles['name']}>
        <BidiText text={site.name} lang={scriptOf(site.name)} />
      </p>
      <nav aria-label={t('pages')}>
        <ul className={styles['pages']}>
          {site.pages.map((page) => (
            <li key={page.slug}>
              <PageLink to={paths.page(code, page.slug)}>
                <BidiText text={nameIn(page, code)} />
              </PageLink>
            </li>
          ))}
          <li>
            <a href={apiAddress(paths.feed(code))}>{t('feed')}</a>
          </li>
          <li className="needs-script">
            <button data-shortcut="help">{t('shortcuts')}</button>
          </li>
        </ul>
      </nav>
      <p className={styles['credit']}>{t('footer')}</p>
    </footer>
  );
}
