import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useState } from 'react';
import { useTranslation } from '#i18n/words.ts';
import { Outlet, useLocation, useNavigation } from 'react-router';
import { languages } from '#contract/languages';
import { Offline } from '#offline';
import { listenForShortcuts } from '#shortcuts';
import { spokenLanguage } from '#i18n/i18n.ts';
import { LanguageProvider, useLanguage } from '#i18n/language.tsx';
import styles from './layout.module.css';
import { Masthead } from './masthead.tsx';
import { pageLanguage } from './page-language.ts';
import { useScrollPlace } from './scroll-place.ts';
import { SiteFooter } from './site-footer.tsx';
import { siteQuery } from '#platform/site-queries.ts';

/** What stands around every page, in the page's language. */
export function Layout() {
  const { data: site } = useSuspenseQuery(siteQuery);
  const { pathname } = useLocation();
  return (
    <LanguageProvider code={spokenLanguage(pageLanguage(pathname, site))} site={site}>
      <Frame />
    </LanguageProvider>
  );
}

function Frame() {
  const { t } = useTranslation('site');
  useScrollPlace();
  const isBusy = useNavigation().state !== 'idle';
  useEffect(listenForShortcuts, []);
  return (
    <div className={styles['page']}>
      <a href="#main" className={styles['skip']}>
        {t('skip')}
      </a>
      <PageLanguage />
      <Masthead />
      {isBusy && (
        <p role="status" className={styles['busy']}>
          <span className="visually-hidden">{t('opening')}</span>
        </p>
      )}
      <main id="main" tabIndex={-1} className={styles['main']} aria-busy={isBusy || undefined}>
        <Outlet />
      </main>
      <SiteFooter />
      <Offline />
    </div>
  );
}

/**
 * Makes the document one of the page's language and says after a switch, in the new one, which it is: whoever
 * listens sees no page turn around.
 */
function PageLanguage() {
  const { t } = useTranslation('site');
  const { code } = useLanguage();
  // In the same commit as the words, before they are painted, and before what stands after this measures itself.
  useLayoutEffect(() => {
    document.documentElement.lang = code;
    document.documentElement.dir = languages[code].dir;
  }, [code]);
  const [first] = useState(code);
  const [switched, setSwitched] = useState(false);
  if (code !== first && !switched) setSwitched(true);
  return (
    <p role="status" className="visually-hidden">
      {switched && t('languageNow', { language: languages[code].name })}
    </p>
  );
}
