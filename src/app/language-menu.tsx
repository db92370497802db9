import { useSuspenseQuery } from '@tanstack/react-query';
import { useState, type MouseEvent } from 'react';
import { useTranslation } from '#i18n/words.ts';
import { useLocation, useNavigate } from 'react-router';
import type { LanguageCode } from '#contract/languages';
import { languages } from '#contract/languages';
import { inLanguage } from '#contract/paths';
import { loadLanguage } from '#i18n/i18n.ts';
import { useLanguage } from '#i18n/language.tsx';
import { Sentence } from '#i18n/sentence.tsx';
import { BidiText } from '#ui/bidi-text.tsx';
import { Button } from '#ui/button.tsx';
import styles from './language-menu.module.css';
import { rememberLanguage } from './page-language.ts';
import { siteQuery } from '#platform/site-queries.ts';
import { PageLink } from '#ui/page-link.tsx';
import { scrollKey, type SameScroll } from './scroll-place.ts';

/** More languages than stand beside the other controls. */
export const areMany = (languages: readonly unknown[]) => languages.length > 3;

/** The same page in each interface language, each by its own name; of many a row of their own. */
export function LanguageMenu() {
  const { t } = useTranslation('site');
  const { code: current } = useLanguage();
  const { data: site } = useSuspenseQuery(siteQuery);
  const location = useLocation();
  const { pathname, search, hash } = location;
  const navigate = useNavigate();
  const [coming, setComing] = useState<LanguageCode>();
  const [failed, setFailed] = useState<LanguageCode>();

  // The words first: where they do not come, the page stays as it is, with all that was written on it.
  const change = async (code: LanguageCode) => {
    setComing(code);
    setFailed(undefined);
    try {
      await loadLanguage(code);
      rememberLanguage(code);
      const state: SameScroll = { scrollOf: scrollKey(location) };
      await navigate({ pathname: inLanguage(pathname, code), search, hash }, { state });
    } catch {
      setFailed(code);
    }
    setComing(undefined);
  };
  const press = (event: MouseEvent, code: LanguageCode) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void change(code);
  };
  return (
    <nav aria-label={t('language')} className={areMany(site.languages) ? styles['row'] : styles['nav']}>
      <ul className={styles['menu']}>
        {site.languages.map(({ code, name, dir }) => (
          <li key={code}>
            <PageLink
              to={{ pathname: inLanguage(pathname, code), search, hash }}
              lang={code}
              dir={dir}
              hrefLang={code}
              aria-current={code === current ? 'true' : undefined}
              aria-busy={code === coming}
              className={styles['language']}
              onClick={(event) => press(event, code)}
            >
              {name}
            </PageLink>
          </li>
        ))}
      </ul>
      {failed !== undefined && (
        <div role="alert" className={styles['failed']}>
          <p>
            <Sentence words={(language) => t('languageFailed', { language })}>
              <BidiText text={languages[failed].name} lang={failed} />
            </Sentence>
          </p>
          <Button onClick={() => void change(failed)}>{t('tryAgain')}</Button>
        </div>
      )}
    </nav>
  );
}
