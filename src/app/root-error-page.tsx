import { useLayoutEffect } from 'react';
import { useTranslation } from '#i18n/words.ts';
import { useLocation, useRouteError } from 'react-router';
import { languages, type LanguageCode } from '#contract/languages';
import { languageOfPath } from '#contract/paths';
import { loadedLanguage } from '#i18n/i18n.ts';
import { LanguageProvider } from '#i18n/language.tsx';
import { ErrorMessage } from './error-message.tsx';
import styles from './layout.module.css';

/** Said where not even the site's frame could be had, in a language that did come. */
export function RootErrorPage() {
  const error = useRouteError();
  const { pathname } = useLocation();
  const code = loadedLanguage(languageOfPath(pathname));
  if (code === undefined) return null;
  return (
    <LanguageProvider code={code} site={{ locale: code, timeZone: 'UTC' }}>
      <Failure error={error} code={code} />
    </LanguageProvider>
  );
}

/** A static host's one document may have been of another language; there is no frame here to set it right. */
function Failure({ error, code }: { error: unknown; code: LanguageCode }) {
  const { t } = useTranslation('site');
  const title = t('failed.title');
  useLayoutEffect(() => {
    document.documentElement.lang = code;
    document.documentElement.dir = languages[code].dir;
    document.title = title;
  }, [code, title]);
  return (
    <main className={styles['page']}>
      <ErrorMessage error={error} />
    </main>
  );
}
