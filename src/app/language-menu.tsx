import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef, useState, type MouseEvent } from 'react';
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
import { pageLanguage, rememberLanguage } from './page-language.ts';
import { siteQuery } from '#platform/site-queries.ts';
import { PageLink } from '#ui/page-link.tsx';
import { notePlace, scrollKey, type SameScroll } from './scroll-place.ts';

/** More languages than stand beside the other controls. */
export const areMany = (languages: readonly unknown[]) => languages.length > 3;

/** The same page in each interface language, each by its own name; of many a row of their own. */
export function LanguageMenu() {
  const { t } = useTranslation('site');
  const { code: current } = useLanguage();
  const { data: site } = useSuspenseQuery(siteQuery);
  const location = useLocation();
  const { pathname, search, hash } = location;
  /** The page that is shown, and the language last asked for: words may be long in coming. */
  const latest = useRef({ location, code: current });
  const navigate = useNavigate();
  const [coming, setComing] = useState<LanguageCode>();
  const [refused, setFailed] = useState<LanguageCode>();
  // Who went back to a page whose words do not come sees it in the language there is.
  const wanted = pageLanguage(pathname, site);
  const failed = refused ?? (wanted === current || wanted === coming ? undefined : wanted);

  // Where the row is longer than the window, the language spoken stands in it.
  const menu = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    bringIn(menu.current?.querySelector('[aria-current]'));
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- which link is marked goes by the language
  }, [current]);
  useEffect(() => {
    latest.current.location = location;
  }, [location]);

  // The words first: where they do not come, the page stays as it is, with all that was written on it.
  const change = async (code: LanguageCode) => {
    latest.current.code = code;
    setComing(code);
    setFailed(undefined);
    const isCome = await loadLanguage(code).then(
      () => true,
      () => false,
    );
    // Another was asked for meanwhile.
    if (latest.current.code !== code) return;
    setComing(undefined);
    if (!isCome) {
      setFailed(code);
      return;
    }
    rememberLanguage(code);
    // A page that was gone to meanwhile stands in the address before it is shown.
    const { pathname: here, search, hash } = window.location;
    const shown = latest.current.location;
    const state: SameScroll | null = shown.pathname === here ? { scrollOf: scrollKey(shown) } : null;
    notePlace();
    const to = inLanguage(here, code);
    await navigate({ pathname: to, search, hash }, { state, replace: to === here });
  };
  /** What was pressed goes, and the focus with it; here it is as after any switch. */
  const retry = (code: LanguageCode) => {
    menu.current?.querySelector<HTMLElement>(`[hreflang=${code}]`)?.focus();
    void change(code);
  };
  const press = (event: MouseEvent, code: LanguageCode) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void change(code);
  };
  return (
    <nav aria-label={t('language')} className={areMany(site.languages) ? styles['row'] : styles['nav']}>
      <ul className={styles['menu']} ref={menu}>
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
              onFocus={({ currentTarget }) =>
                currentTarget.matches(':focus-visible') && bringIn(currentTarget)
              }
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
          <Button onClick={() => retry(failed)}>{t('tryAgain')}</Button>
        </div>
      )}
    </nav>
  );
}

/** Scrolls the row to a link's middle. Browsers leave one that is half in it where it is. */
function bringIn(link: Element | null | undefined): void {
  const row = link?.closest('ul');
  if (!link || !row) return;
  const [inner, outer] = [link.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollBy(inner.x + inner.width / 2 - outer.x - outer.width / 2, 0);
}
